import pytest

from tongsa.reading import fits
from tongsa.reading.characters import _readings
from tongsa.reading.systems import find

# 외래어 표기법, 표 5 and 제3장 제7절: a row for each rime, in the order of these onsets.
ONSETS = [*"bpmfdtnlgkhjqx", "zh", "ch", "sh", *"rzcs"]
GRID = """
a 바 파 마 파 다 타 나 라 가 카 하 - - - 자 차 사 - 짜 차 싸
o 보 포 모 포 - - - 로 - - - - - - - - - - - - -
e - - 머 - 더 터 너 러 거 커 허 - - - 저 처 서 러 쩌 처 써
ai 바이 파이 마이 - 다이 타이 나이 라이 가이 카이 하이 - - - 자이 차이 사이 - 짜이 차이 싸이
ei 베이 페이 메이 페이 데이 테이 네이 레이 게이 케이 헤이 - - - 제이 - 세이 - 쩨이 체이 -
ao 바오 파오 마오 - 다오 타오 나오 라오 가오 카오 하오 - - - 자오 차오 사오 라오 짜오 차오 싸오
ou - 퍼우 머우 퍼우 더우 터우 너우 러우 거우 커우 허우 - - - 저우 처우 서우 러우 쩌우 처우 써우
an 반 판 만 판 단 탄 난 란 간 칸 한 - - - 잔 찬 산 란 짠 찬 싼
en 번 펀 먼 펀 던 - 넌 - 건 컨 헌 - - - 전 천 선 런 쩐 천 썬
ang 방 팡 망 팡 당 탕 낭 랑 강 캉 항 - - - 장 창 상 랑 짱 창 쌍
eng 벙 펑 멍 펑 덩 텅 넝 렁 겅 컹 헝 - - - 정 청 성 렁 쩡 청 썽
ong - - - - 둥 퉁 눙 룽 궁 쿵 훙 - - - 중 충 - 룽 쭝 충 쑹
i 비 피 미 - 디 티 니 리 - - - 지 치 시 즈 츠 스 르 쯔 츠 쓰
ia - - - - 댜 - - 랴 - - - 자 차 샤 - - - - - - -
ie 볘 폐 몌 - 뎨 톄 녜 례 - - - 제 체 셰 - - - - - - -
iao 뱌오 퍄오 먀오 퍄오 댜오 탸오 냐오 랴오 - - - 자오 차오 샤오 - - - - - - -
iu - - 뮤 - 듀 - 뉴 류 - - - 주 추 슈 - - - - - - -
ian 볜 폔 몐 - 뎬 톈 녠 롄 - - - 젠 첸 셴 - - - - - - -
in 빈 핀 민 - - - 닌 린 - - - 진 친 신 - - - - - - -
iang - - - - - - 냥 량 - - - 장 창 샹 - - - - - - -
ing 빙 핑 밍 - 딩 팅 닝 링 - - - 징 칭 싱 - - - - - - -
iong - - - - - - - - - - - 중 충 슝 - - - - - - -
u 부 푸 무 푸 두 투 누 루 구 쿠 후 쥐 취 쉬 주 추 수 루 쭈 추 쑤
ua - - - - - - - - 과 콰 화 - - - 좌 촤 솨 롸 - - -
uo - - - - 둬 퉈 눠 뤄 궈 쿼 훠 - - - 줘 춰 숴 뤄 쭤 춰 쒀
uai - - - - - - - - 과이 콰이 화이 - - - 좌이 촤이 솨이 - - - -
ui - - - - 두이 투이 - - 구이 쿠이 후이 - - - 주이 추이 수이 루이 쭈이 추이 쑤이
uan - - - - 돤 퇀 놘 롼 관 콴 환 쥐안 취안 쉬안 좐 촨 솬 롼 쫜 촨 쏸
un - - - - 둔 툰 눈 룬 군 쿤 훈 쥔 췬 쉰 준 춘 순 룬 쭌 춘 쑨
uang - - - - - - - - 광 쾅 황 - - - 좡 촹 솽 - - - -
ue - - - - - - - - - - - 줴 췌 쉐 - - - - - - -
ü - - - - - - 뉘 뤼 - - - - - - - - - - - - -
üe - - - - - - 눼 뤠 - - - - - - - - - - - - -
"""
ALONE = """
a 아 o 오 e 어 ai 아이 ei 에이 ao 아오 ou 어우 an 안 en 언 ang 앙 eng 엉 er 얼
yi 이 ya 야 yo 요 ye 예 yao 야오 you 유 yan 옌 yin 인 yang 양 ying 잉 yong 융
wu 우 wa 와 wo 워 wai 와이 wei 웨이 wan 완 wen 원 wang 왕 weng 웡 yu 위 yue 웨 yuan 위안 yun 윈
"""
ROWS = [line.split() for line in GRID.strip().splitlines()]
HANGUL = {
    onset + rime: hangul
    for rime, *row in ROWS
    for onset, hangul in zip(ONSETS, row, strict=True)
    if hangul != "-"
} | dict(zip(ALONE.split()[::2], ALONE.split()[1::2], strict=True))


def test_every_syllable_is_written_as_table_5_has_it():
    rules = find("Mandarin in Hangul")
    examples = {}
    for character, syllables in _readings("zh").items():
        for syllable in syllables:
            examples.setdefault((len(syllables) > 1, syllable), character)
    assert {syllable for _, syllable in examples} == set(HANGUL)
    for (several, syllable), character in examples.items():
        (written,) = rules.slots(character, family=False)
        assert HANGUL[syllable] in written
        assert several or written == {HANGUL[syllable]}


# As 정부·언론 외래어 심의 공동 위원회 and 국립국어원 publish them (한국어 어문 규범, 용례), or as
# Korean newspapers write by the same rules.
PEOPLE = """
賴清德 라이칭더|卓榮泰 줘룽타이|梁光中 량광중|蔡英文 차이잉원|陳水扁 천수이볜|馬英九 마잉주
李登輝 리덩후이|蔣介石 장제스|蔣經國 장징궈|宋美齡 쑹메이링|蘇貞昌 쑤전창|韓國瑜 한궈위
侯友宜 허우유이|柯文哲 커원저|林佳龍 린자룽|吳釗燮 우자오셰|蕭美琴 샤오메이친|鄭麗君 정리쥔
陳建仁 천젠런|連戰 롄잔|吳伯雄 우보슝|王金平 왕진핑|朱立倫 주리룬|郭台銘 궈타이밍
張忠謀 장중머우|魏哲家 웨이저자|劉德音 류더인|蔣萬安 장완안|毛澤東 마오쩌둥|周恩來 저우언라이
劉少奇 류사오치|鄧小平 덩샤오핑|華國鋒 화궈펑|胡耀邦 후야오방|趙紫陽 자오쯔양|江澤民 장쩌민
朱鎔基 주룽지|胡錦濤 후진타오|溫家寶 원자바오|習近平 시진핑|李克強 리커창|李強 리창|王毅 왕이
楊潔篪 양제츠|王岐山 왕치산|王滬寧 왕후닝|趙樂際 자오러지|丁薛祥 딩쉐샹|李希 리시|蔡奇 차이치
韓正 한정|汪洋 왕양|栗戰書 리잔수|彭麗媛 펑리위안|薄熙來 보시라이|周永康 저우융캉|林彪 린뱌오
彭德懷 펑더화이|江青 장칭|孫文 쑨원|袁世凱 위안스카이|宋慶齡 쑹칭링|陳獨秀 천두슈|孫春蘭 쑨춘란
劉鶴 류허|劉延東 류옌둥|孫政才 쑨정차이|孟建柱 멍젠주|李源潮 리위안차오|張高麗 장가오리
胡春華 후춘화|劉曉波 류샤오보|陳光誠 천광청|艾未未 아이웨이웨이|谷開來 구카이라이
崔世安 추이스안|梁振英 량전잉|魯迅 루쉰|老舍 라오서|巴金 바진|莫言 모옌|余華 위화|屠呦呦 투유유
錢學森 첸쉐썬|韓素音 한쑤인|張藝謀 장이머우|陳凱歌 천카이거|賈樟柯 자장커|侯孝賢 허우샤오셴
蔡明亮 차이밍량|李安 리안|王家衛 왕자웨이|鞏俐 궁리|章子怡 장쯔이|范冰冰 판빙빙|成龍 청룽
周潤發 저우룬파|梁朝偉 량차오웨이|張國榮 장궈룽|劉德華 류더화|周星馳 저우싱츠|周杰倫 저우제룬
鄧麗君 덩리쥔|郎朗 랑랑|李雲迪 리윈디|姚明 야오밍|劉翔 류샹|李娜 리나|孫楊 쑨양|馬雲 마윈
馬化騰 마화텅|任正非 런정페이|雷軍 레이쥔|李彥宏 리옌훙|王健林 왕젠린|許家印 쉬자인
郭廣昌 궈광창|金立群 진리췬|華春瑩 화춘잉|崔天凱 추이톈카이|張業遂 장예쑤이|傅瑩 푸잉
李開復 리카이푸|袁貴仁 위안구이런|樓繼偉 러우지웨이|常萬全 창완취안|郭聲琨 궈성쿤|馮珊珊 펑산산
申雪 선쉐|趙宏博 자오훙보|佟健 퉁젠|龐清 팡칭|王濛 왕멍|周洋 저우양|古天樂 구톈러|卓琳 줘린
田原 톈위안
"""
PLACES = """
北京 베이징|上海 상하이|天津 톈진|重慶 충칭|廣州 광저우|深圳 선전|南京 난징|武漢 우한|成都 청두
西安 시안|杭州 항저우|蘇州 쑤저우|無錫 우시|寧波 닝보|溫州 원저우|青島 칭다오|濟南 지난
煙臺 옌타이|威海 웨이하이|大連 다롄|瀋陽 선양|長春 창춘|吉林 지린|哈爾濱 하얼빈|延邊 옌볜
丹東 단둥|撫順 푸순|石家莊 스자좡|太原 타이위안|鄭州 정저우|洛陽 뤄양|長沙 창사|南昌 난창
合肥 허페이|福州 푸저우|廈門 샤먼|泉州 취안저우|珠海 주하이|東莞 둥관|佛山 포산|汕頭 산터우
南寧 난닝|桂林 구이린|貴陽 구이양|昆明 쿤밍|蘭州 란저우|西寧 시닝|銀川 인촨|烏魯木齊 우루무치
拉薩 라싸|呼和浩特 후허하오터|廣東 광둥|廣西 광시|海南 하이난|福建 푸젠|浙江 저장|江蘇 장쑤
江西 장시|安徽 안후이|山東 산둥|山西 산시|陝西 산시|河北 허베이|河南 허난|湖北 후베이|湖南 후난
四川 쓰촨|貴州 구이저우|雲南 윈난|甘肅 간쑤|青海 칭하이|遼寧 랴오닝|新疆 신장|黑龍江 헤이룽장
內蒙古 네이멍구|西藏 시짱|寧夏 닝샤|長江 창장|黃河 황허|九寨溝 주자이거우|張家界 장자제
臺北 타이베이|高雄 가오슝|臺中 타이중|臺南 타이난|新竹 신주|桃園 타오위안|基隆 지룽|嘉義 자이
屏東 핑둥|宜蘭 이란|花蓮 화롄|臺東 타이둥|苗栗 먀오리|彰化 장화|南投 난터우|雲林 윈린|澎湖 펑후
金門 진먼|博鰲 보아오|紹興 사오싱|義烏 이우|曲阜 취푸|中南海 중난하이|釣魚島 댜오위다오
"""


def _pairs(text):
    return [pair.split() for line in text.split("\n") for pair in line.split("|") if pair]


@pytest.mark.parametrize(("characters", "hangul"), _pairs(PEOPLE))
def test_a_person_is_transcribed_as_the_press_does(characters, hangul):
    assert fits(hangul, characters, "Mandarin in Hangul", person=True) is True


@pytest.mark.parametrize(("characters", "hangul"), _pairs(PLACES))
def test_a_place_is_transcribed_as_the_press_does(characters, hangul):
    assert fits(hangul, characters, "Mandarin in Hangul", person=False) is True


# 제3장 제7절 제2항, and mistakes that readers of pinyin make.
@pytest.mark.parametrize(
    ("hangul", "characters"),
    [
        ("쟝졔스", "蔣介石"),
        ("쥬룽지", "朱鎔基"),
        ("췐저우", "泉州"),
        ("덩샤오펑", "鄧小平"),
        ("모쩌둥", "毛澤東"),
        ("시진펑", "習近平"),
        ("선젠", "深圳"),
        ("쉬저우", "蘇州"),
        ("량꽝중", "梁光中"),
        ("량광중", "梁光榮"),
    ],
)
def test_what_the_rules_do_not_have_is_no_transcription(hangul, characters):
    assert fits(hangul, characters, "Mandarin in Hangul") is False
