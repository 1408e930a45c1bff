"""Make a catalog of invented news sentences, the same one on each machine."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tongsa.catalog import header, po, write
from tongsa.catalog.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

SEED = 20300402

# Each of these is written in English, Korean and Chinese, in this order.
_WHO = (
    ("the Tidemark harbour board", "타이드마크 항만위원회는", "潮標港務局"),
    ("Orla Quist, the mayor of Fennick,", "페닉 시장 올라 퀴스트는", "芬尼克市長奧拉·奎斯特"),
    ("a spokesman for Lumenfold Glass", "루멘폴드글라스 대변인은", "流明福德玻璃公司發言人"),
    ("the ministry of lakes", "호수부는", "湖泊部"),
    ("Brother Anselm's choir", "안셀름 수사의 합창단은", "安瑟倫修士的合唱團"),
    ("the ferry union of Nether Wick", "네더윅 여객선 노조는", "內德威克渡輪工會"),
)
_DID = (
    ("said on Tuesday that it had spent", "화요일에 지출했다고 밝힌 돈은", "週二表示已經花費"),
    ("promised to repay", "갚겠다고 약속한 돈은", "承諾償還"),
    ("was quoted as asking for", "요구한 것으로 전해진 돈은", "據報導要求"),
    ("denied having lost", "잃은 적이 없다고 부인한 돈은", "否認損失了"),
    ("won a grant of", "보조금으로 받은 돈은", "獲得的補助為"),
)
_FOR = (
    ("on a third berth", "세 번째 부두를 위한 것이다", "用於第三座碼頭"),
    ("for the night trains", "야간열차에 쓰인다", "用於夜班列車"),
    ("after the flood of last winter", "지난겨울 홍수 뒤의 일이다", "在去年冬天的水災之後"),
    ('to "keep the lamps burning"', "“등불을 꺼뜨리지 않으려는” 것이다", "為了「讓燈火不滅」"),
    ("under an agreement with four towns", "네 개 읍과 맺은 협정에 따른다", "根據與四個城鎮的協議"),
)
_MORE = (
    (", and few believed it", ", 믿는 이는 드물었다", "，但相信的人不多"),
    (", up 4.5% from a year before", ", 한 해 전보다 4.5% 늘었다", "，較前一年增加4.5%"),
    (", said two people who read the letter", ", 편지를 읽은 두 사람의 말이다", "，讀過信的人說"),
    ("", "", ""),
)


def catalog(units: int, now: datetime) -> po.Catalog:
    """Return a catalog of so many units, translated into Korean and Chinese by turns."""
    fields = header.new_header("ko", project="Invented Courier", segmenter="none", created=now)
    entries = [write.render(message, Layout()) for message in _messages(units)]
    return po.Catalog(path="news.po").with_entries([header.render(fields, Layout()), *entries])


def _messages(units: int) -> Iterator[write.Message]:
    chance = random.Random(SEED)
    for number in range(units):
        column = 1 + number % 2
        parts = [chance.choice(table) for table in (_WHO, _DID, _FOR, _MORE)]
        amount = chance.randint(2, 999)
        who, did, what, more = (part[0] for part in parts)
        source = f"{who} {did} ${amount} million {what}{more}, file {number}."
        who, did, what, more = (part[column] for part in parts)
        figure = f"{amount}00만 달러" if column == 1 else f"{amount}00萬美元"
        between = " " if column == 1 else ""
        target = between.join([who, did, figure + ",", what]) + f"{more} ({number})."
        fuzzy = number % 20 == 1
        yield write.Message(
            source=source[0].upper() + source[1:],
            context="headline" if number % 15 == 0 else None,
            targets=(target if number % 50 else "",),
            comments=("Asked by telephone.",) if number % 40 == 0 else (),
            extracted=(f"role: paragraph, figure: ${amount} million",),
            references=(f"seeds/2030/story-{number // 30}.txt:{number % 30 + 1}",),
            flags=("fuzzy",) if fuzzy else (),
            previous_source=f"{source} Before." if fuzzy else None,
        )
