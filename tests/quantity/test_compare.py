"""Figures of a translation against those of its source: what is the same, and what is wrong."""

import datetime as dt

import pytest

from tongsa.quantity import Comparison, compare, read

JUNE = dt.date(2025, 6, 10)
"""The date of the article."""


def wrong(
    source: str, target: str, language: str, today: dt.date | None = None
) -> list[Comparison]:
    found = compare(read(source, "en"), read(target, language), today=today)
    return [it for it in found if it.verdict != "same"]


def verdicts(source: str, target: str, language: str, today: dt.date | None = None) -> list[str]:
    return [str(it.verdict) for it in wrong(source, target, language, today)]


SAME = [
    # scale words
    ("ko", "The fund holds $64.5 billion.", "기금은 645억 달러를 갖고 있다."),
    ("zh_TW", "The fund holds $64.5 billion.", "基金持有645億美元。"),
    ("zh_CN", "It is worth 90 trillion won.", "价值90万亿韩元。"),
    ("zh_CN", "It is worth 90 trillion won.", "价值90兆韩元。"),
    ("ko", "Some 649 million people use it.", "약 6억 4,900만 명이 쓴다."),
    ("ko", "The town has 375,000 people.", "주민은 37만 5,000명이다."),
    ("ko", "There are 12,000 boats.", "배는 1만2000척이다."),
    ("zh_TW", "More than 5.5 million passengers came.", "旅客達550多萬人次。"),
    ("zh_TW", "Twenty-two divers were saved.", "廿二名潛水員獲救。"),
    ("ko", "Half a million people came.", "50만 명이 왔다."),
    ("zh_CN", "Two hundred million yuan was paid.", "支付了两亿元。"),
    ("ko", "A dozen gulls followed.", "갈매기 열두 마리가 따라왔다."),
    # what only looks like a scale word
    ("ko", "Article 22 was changed.", "제22조가 개정됐다."),
    ("ko", "The port's team won six matches.", "항구 팀은 6경기를 이겼다."),
    ("zh_CN", "The generator gives 3,000 kilowatts.", "发电机功率为3000千瓦。"),
    ("zh_CN", "The wind farm has 40 megawatts.", "风电场装机40兆瓦。"),
    ("zh_TW", "Samsung sells radios in Sichuan.", "三星在四川銷售收音機。"),
    # shares and multiples
    ("ko", "A fifth of the ferries were late.", "연락선의 20%가 늦었다."),
    ("zh_TW", "One in five ferries was late.", "五分之一的渡輪誤點。"),
    ("zh_CN", "Of the fleet, 20% was late.", "五分之一的船队晚点。"),
    ("zh_TW", "Thirty percent of the nets are new.", "三成漁網是新的。"),
    ("ko", "Two-thirds of the nets tore.", "그물의 3분의 2가 찢어졌다."),
    ("ko", "The catch doubled.", "어획량이 2배로 늘었다."),
    ("zh_CN", "The catch doubled.", "渔获量翻了一番。"),
    ("ko", "Half of the fleet is idle.", "선단의 절반이 놀고 있다."),
    ("ko", "Rates rose 25 basis points.", "금리가 0.25%포인트 올랐다."),
    ("zh_CN", "It is sold at a 20% discount.", "以八折出售。"),
    # order
    ("ko", "It is the fifth-largest firm.", "다섯 번째로 큰 기업이다."),
    ("ko", "It is the 35th festival.", "제35회 축제다."),
    ("zh_TW", "It is the 35th festival.", "這是第三十五屆慶典。"),
    ("zh_CN", "Article 22 allows it.", "第二十二条允许。"),
    # dates
    ("zh_CN", "Whales came in the 1980s.", "鲸鱼在20世纪80年代到来。"),
    ("ko", "Whales came in the '80s.", "고래는 1980년대에 왔다."),
    ("zh_TW", "The pier dates from the 1800s.", "碼頭建於19世紀。"),
    ("ko", "The 2013-14 season is over.", "2013~14시즌은 끝났다."),
    ("zh_TW", "The law came in 2025.", "該法於民國114年施行。"),
    ("zh_TW", "The law came on April 18, 2025.", "該法於114年4月18日施行。"),
    ("ko", "It sails on March 17, 2030.", "2030년 3월 17일 출항한다."),
    ("ko", "Voting ends on the 9th.", "투표는 9일 끝난다."),
    ("zh_CN", "It closed in September last year.", "去年9月关闭。"),
    ("zh_TW", "The ban lasts 60 days.", "禁令為期兩個月。"),
    # times
    ("ko", "It leaves at 6.30 p.m.", "오후 6시 30분에 떠난다."),
    ("ko", "It leaves at 3 p.m.", "15시에 떠난다."),
    ("zh_TW", "It leaves at noon.", "中午12時啟航。"),
    ("zh_CN", "The show starts at 7:30 p.m.", "演出晚上7点半开始。"),
    # ages, scores, ranges
    ("ko", "A 22-year-old was found.", "22세 청년이 발견됐다."),
    ("ko", "A man in his 80s was saved.", "80대 남성이 구조됐다."),
    ("zh_TW", "The home side won 2-1.", "地主隊以2比1獲勝。"),
    ("ko", "Each boat has 3–5 crew.", "배마다 선원이 3~5명 있다."),
    ("zh_TW", "Each boat has three to five crew.", "每艘船有三至五名船員。"),
    ("ko", "It costs $2-3 million.", "200만~300만 달러가 든다."),
    # names
    ("ko", "It showed HBM4 and IPv6 parts.", "HBM4와 IPv6 부품을 선보였다."),
    ("zh_TW", "The chip is made in 3nm.", "晶片採用3奈米製程。"),
    # spellings that are easily read as another figure
    ("ko", "The mast is 5m tall.", "돛대 높이는 5미터다."),
    ("ko", "Prices rose .5 percent.", "물가가 0.5% 올랐다."),
    ("ko", "Add 1 1/2 cups of broth.", "육수 1.5컵을 넣는다."),
    ("zh_TW", "A half-century ago it burned.", "50年前失火。"),
    ("ko", "It leaves at half past three.", "오후 3시 30분에 떠난다."),
    ("ko", "It leaves at 3 in the afternoon.", "오후 3시에 떠난다."),
    ("zh_TW", "Whales came in the 1970s and '80s.", "鯨魚在1970、80年代到來。"),
    ("zh_TW", "Almost 10,000 people came.", "近萬人到場。"),
    ("ko", "A 10-day search ended.", "열흘간의 수색이 끝났다."),
    ("ko", "It came 18 months later.", "1년 반 뒤에 왔다."),
    ("zh_CN", "It was 1.5 hours late.", "晚了90分钟。"),
    ("ko", "It is open 24/7.", "연중무휴 24시간 연다."),
    ("ko", "They lost 3-0.", "0-3으로 졌다."),
    ("zh_CN", "It was a 7.1-magnitude quake.", "发生7.1级地震。"),
    ("zh_TW", "It leaves at 12:30 a.m.", "凌晨0時30分啟航。"),
    ("ko", "It leaves at 12:15 p.m.", "낮 12시 15분에 떠난다."),
    ("zh_CN", "Profit was 300 million yuan.", "利润3亿元。"),
    ("zh_TW", "Profit was 300 million yuan.", "獲利3億元人民幣。"),
    ("ko", "It cost 99 cents.", "0.99달러였다."),
    # a few times a power of ten
    ("zh_CN", "Tens of thousands of people came.", "数万人到场。"),
    ("ko", "Dozens of boats came.", "배 수십 척이 왔다."),
    ("zh_TW", "Thousands of people came.", "上千人到場。"),
    ("ko", "Some 20 boats came.", "배 20여 척이 왔다."),
    # bounds that agree
    ("ko", "More than 300 boats were lost.", "300척 이상이 사라졌다."),
    ("zh_CN", "Nearly 50 people voted.", "投票者不足50人。"),
]


@pytest.mark.parametrize(("language", "source", "target"), SAME)
def test_a_right_translation_is_left_alone(language, source, target):
    assert verdicts(source, target, language) == []


WRONG = [
    ("scale", "ko", "The fund holds $64.5 billion.", "기금은 64.5억 달러를 갖고 있다."),
    ("scale", "zh_TW", "The fund holds $64.5 billion.", "基金持有64.5億美元。"),
    ("scale", "zh_CN", "It is worth 90 trillion won.", "价值90亿韩元。"),
    ("scale", "ko", "The town has 375,000 people.", "주민은 375만 명이다."),
    ("value", "ko", "The fund holds $64.5 billion.", "기금은 654억 달러를 갖고 있다."),
    ("value", "zh_TW", "The mast is 31 metres tall.", "桅杆高37公尺。"),
    ("value", "ko", "A 22-year-old was found.", "23세 청년이 발견됐다."),
    ("value", "ko", "Sales rose 3.2%.", "매출이 2.3% 늘었다."),
    ("value", "zh_TW", "Of 35, 12 were women.", "35人中，21人是女性。"),
    ("value", "ko", "It was minus 5 degrees.", "영상 5도였다."),
    ("value", "ko", "The catch doubled.", "어획량이 3배가 됐다."),
    ("scale", "zh_CN", "Forty million hens.", "四亿只母鸡。"),
    ("scale", "ko", "It is 25 km away.", "25m 떨어져 있다."),
    ("scale", "ko", "Millions of people came.", "수십만 명이 왔다."),
    ("value", "zh_CN", "It lasted 3 weeks.", "持续3天。"),
    ("value", "ko", "It showed HBM4 parts.", "HBM3 부품을 선보였다."),
    ("currency", "ko", "It paid $40 million.", "4000만 유로를 냈다."),
    ("currency", "zh_TW", "He paid NT$500.", "他付了500美元。"),
    ("percent", "ko", "Turnout fell by 2.5 percentage points.", "투표율이 2.5% 떨어졌다."),
    ("percent", "zh_CN", "Sales rose 12.5%.", "销售额增长12.5个百分点。"),
    ("percent", "ko", "Sales rose 45%.", "매출이 45 늘었다."),
    ("bound", "ko", "Over 300 boats were lost.", "300척 미만이 사라졌다."),
    ("bound", "zh_TW", "Over 300 boats were lost.", "不到300艘船失蹤。"),
    ("bound", "zh_CN", "At least 40 were saved.", "至多40人获救。"),
    ("date", "ko", "It sails on March 17, 2030.", "2030년 3월 18일 출항한다."),
    ("date", "zh_CN", "The pier was built in 1987.", "码头建于1978年。"),
    ("date", "ko", "Whales came in the 1980s.", "고래는 1990년대에 왔다."),
    ("date", "zh_TW", "The lighthouse is of the 19th century.", "燈塔建於18世紀。"),
    ("date", "ko", "It sails on Monday.", "화요일에 출항한다."),
    ("relative", "ko", "It broke down last year.", "올해 고장 났다."),
    ("relative", "zh_TW", "It closed in September last year.", "今年9月關閉。"),
    ("relative", "zh_CN", "Prices fell last month.", "物价下月下跌。"),
    ("meridiem", "ko", "It leaves at 3 p.m.", "오전 3시에 떠난다."),
    ("meridiem", "zh_TW", "It leaves at 9 a.m.", "晚上9時啟航。"),
    ("meridiem", "zh_TW", "It leaves at noon.", "午夜啟航。"),
    ("ordinal", "zh_TW", "It is the second-largest firm.", "是第3大企業。"),
    ("ordinal", "ko", "It is the 35th festival.", "36번째 축제다."),
    ("clause", "ko", "Article 22 was changed.", "제23조가 개정됐다."),
    ("clause", "zh_TW", "Article 22 was changed.", "第21條修正。"),
    ("range", "ko", "Each boat has 3–5 crew.", "배마다 선원이 3~6명 있다."),
    ("missing", "ko", "There are 45 boats.", "배가 있다."),
    ("extra", "zh_CN", "There are boats.", "有45条船。"),
    ("converted", "zh_TW", "The mast is 100 feet tall.", "桅杆高30公尺。"),
    ("converted", "ko", "It was 86 degrees Fahrenheit.", "섭씨 30도였다."),
]


@pytest.mark.parametrize(("verdict", "language", "source", "target"), WRONG)
def test_a_wrong_figure_is_called_by_its_name(verdict, language, source, target):
    assert verdicts(source, target, language) == [verdict]


def test_a_scale_error_says_which_power_of_ten_it_is_off_by():
    (it,) = wrong("It holds $64.5 billion.", "64.5억 달러를 갖고 있다.", "ko")
    assert it.power == -1


def test_too_much_is_a_positive_power():
    (it,) = wrong("It holds $64.5 billion.", "持有645兆美元。", "zh_TW")
    assert it.power == 4


def test_the_upper_end_of_a_range_is_told_from_the_lower():
    (it,) = wrong("Each has 3–5 crew.", "선원이 3~6명 있다.", "ko")
    assert it.end


# Relative dates


def test_last_year_is_the_year_before_the_article_s():
    assert verdicts("It broke down last year.", "2024년 고장 났다.", "ko", JUNE) == []


def test_last_year_is_no_other_year():
    assert verdicts("It broke down last year.", "2023년 고장 났다.", "ko", JUNE) == ["relative"]


def test_nobody_can_tell_which_year_last_year_is_without_the_article_s_date():
    assert verdicts("It broke down last year.", "2023년 고장 났다.", "ko") == []


def test_last_month_of_january_is_december():
    january = dt.date(2025, 1, 5)
    assert verdicts("Prices fell last month.", "12月物價下跌。", "zh_TW", january) == []


def test_yesterday_may_stand_as_the_day_of_the_month():
    assert verdicts("The storm came yesterday.", "폭풍은 9일 왔다.", "ko", JUNE) == []


def test_yesterday_of_the_first_is_the_last_of_the_month_before():
    first = dt.date(2025, 6, 1)
    assert verdicts("The storm came yesterday.", "风暴31日来袭。", "zh_CN", first) == []


def test_a_weekday_may_stand_as_the_day_of_the_month():
    assert verdicts("The hearing is on Friday.", "청문회는 13일 열린다.", "ko", JUNE) == []


def test_a_date_in_full_may_stand_for_last_month_with_its_day():
    assert verdicts("It sank on May 3.", "지난달 3일 침몰했다.", "ko", JUNE) == []


# Mentions that come and go


def test_two_mentions_of_one_value_may_become_one():
    source = "It holds $64.5 billion, and the $64.5 billion is safe."
    assert verdicts(source, "645억 달러는 안전하다.", "ko") == []


def test_one_mention_may_become_two():
    assert verdicts("Of 45 boats, some sank.", "배 45척 가운데 45척 모두는 아니다.", "ko") == []


def test_a_small_number_in_words_may_go():
    assert verdicts("Two men rowed one boat.", "남자들이 배를 저었다.", "ko") == []


def test_a_small_number_may_come():
    assert verdicts("A man rowed.", "一名男子划著1艘船。", "zh_TW") == []


def test_a_large_number_in_words_may_not_go():
    assert verdicts("Sixty-four boats left.", "배들이 떠났다.", "ko") == ["missing"]


def test_a_small_number_in_words_against_other_digits_is_wrong():
    assert verdicts("Seven boats left.", "배 17척이 떠났다.", "ko") == ["value"]


# Conversions, and what stands in brackets


def test_a_sum_in_won_may_be_added_in_brackets():
    source = "It holds $64.5 billion."
    assert verdicts(source, "645억 달러(약 90조 원)를 갖고 있다.", "ko") == []


def test_a_sum_in_taiwan_dollars_may_be_added_in_brackets():
    source = "The yard was sold for $645 million."
    assert verdicts(source, "造船廠以6.45億美元（約新台幣210億元）售出。", "zh_TW") == []


def test_metres_may_stand_first_and_the_feet_in_brackets():
    assert verdicts("It is 100 feet tall.", "높이는 30미터(100피트)다.", "ko") == []


def test_kilometres_for_metres_are_no_conversion_but_the_same():
    assert verdicts("The pier is 1,500 metres long.", "码头长1.5公里。", "zh_CN") == []


def test_a_conversion_never_stands_as_an_error_of_value():
    assert "value" not in verdicts("It lies 10 miles off.", "16㎞ 떨어져 있다.", "ko")


# A unit that is shared


def test_the_first_of_two_percentages_may_leave_its_sign_to_the_second():
    assert verdicts("It rose 40% and 50%.", "40, 50% 올랐다.", "ko") == []


def test_the_first_of_two_percentages_may_leave_its_sign_to_the_second_in_english():
    assert verdicts("It rose 40 and 50 percent.", "分別上升40%和50%。", "zh_TW") == []


# Names


def test_a_name_s_figures_are_not_asked_for():
    assert verdicts("The HBM4 line is new.", "메모리 라인은 새것이다.", "ko") == []


def test_a_hyphen_in_a_name_may_go():
    assert verdicts("COVID-19 closed the port.", "COVID19로 항구가 닫혔다.", "ko") == []


def test_a_name_with_figures_may_be_told_in_words():
    assert verdicts("Leaders of the G7 countries met.", "주요 7개국 정상이 만났다.", "ko") == []


def test_a_phone_number_is_no_quantity():
    assert verdicts("Call 02-555-0134.", "02-555-0134로 전화하라.", "ko") == []


def test_figures_in_an_address_are_not_compared():
    source = "See https://gannet.example/2030 for 45 tides."
    assert verdicts(source, "물때 45개는 https://gannet.example/ko/7 참조.", "ko") == []


def test_figures_in_a_placeholder_are_not_compared():
    assert verdicts("Found {0} of 45 boats.", "배 45척 중 {1}척을 찾았다.", "ko") == []


# Order of what is found


def test_what_is_found_stands_in_the_order_of_the_source():
    source = "It had 45 boats, $64.5 billion and 31 metres of rope."
    target = "밧줄 37미터, 64.5억 달러, 배 46척이 있었다."
    found = wrong(source, target, "ko")
    places = [it.source.start for it in found if it.source]
    assert places == sorted(places)
    assert {it.verdict for it in found} == {"value", "scale"}


def test_nothing_stands_against_nothing():
    assert compare((), ()) == ()


def test_a_figure_of_one_value_pairs_with_its_own_kind_first():
    source = "Of 40 boats, 40% sank."
    assert verdicts(source, "배 40척 가운데 40%가 침몰했다.", "ko") == []


def test_what_is_the_same_is_told_with_its_counterpart():
    (it,) = compare(read("45 boats", "en"), read("배 45척", "ko"))
    assert it.verdict == "same"
    assert it.target is not None
    assert it.target.values == (45,)
