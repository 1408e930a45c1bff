import pytest

from tongsa.reading import SYSTEMS, fits
from tongsa.reading.characters import _readings
from tongsa.reading.hangul import CODAS, ONSETS, VOWELS, Syllable, take_apart
from tongsa.reading.systems import find, read_table

EXAMPLES = [
    (system, characters, spelling, verdict)
    for system, stem in SYSTEMS.items()
    for key, verdict in (("yes", True), ("no", False))
    for characters, spellings in read_table(stem)[key].items()
    for spelling in spellings
]


@pytest.mark.parametrize(("system", "characters", "spelling", "verdict"), EXAMPLES)
def test_a_system_holds_its_own_examples(system, characters, spelling, verdict):
    assert fits(spelling, characters, system) is verdict


@pytest.mark.parametrize(("system", "stem"), SYSTEMS.items())
def test_a_system_is_named_as_its_file_says(system, stem):
    assert read_table(stem)["name"] == system


@pytest.mark.parametrize(
    ("system", "stem"), [(name, stem) for name, stem in SYSTEMS.items() if name != "Hokkien"]
)
def test_every_syllable_of_its_language_can_be_spelled(system, stem):
    rules = find(system)
    assert rules is not None
    for character in _readings(read_table(stem)["language"]):
        (spellings,) = rules.slots(character, family=False)
        assert all(spellings), character


def test_every_syllable_in_hangul_is_whole():
    rules = find("Mandarin in Hangul")
    assert rules is not None
    for character in _readings("zh"):
        (spellings,) = rules.slots(character, family=False)
        assert all("가" <= it <= "힣" for text in spellings for it in text), character


# Where tables by letter go wrong: a character, then its spelling by the table of sounds of Giles
# (1912), by 中文譯音使用原則 (2002), 國語注音符號第二式 (1986) and 汉语拼音方案 (1958).
TRICKY = """
餓 ê e e e | 二 êrh er er er | 安 an an an an | 奧 ao ao au ao | 波 po bo bo bo
鳳 fêng fong feng feng | 明 ming ming ming ming | 苗 miao miao miau miao
德 tê de de de | 特 t'ê te te te | 多 to duo duo duo | 拖 t'o tuo tuo tuo
對 tui duei duei dui | 退 t'ui tuei tuei tui | 敦 tun dun duen dun
東 tung dong dung dong | 鐵 t'ieh tie tie tie | 田 t'ien tian tian tian
丟 tiu diou diou diu | 女 nü nyu niu nü | 虐 nüeh nyue niue nüe | 諾 no nuo nuo nuo
牛 niu niou niou niu | 呂 lü lyu liu lü | 路 lu lu lu lu | 略 lüeh lyue liue lüe
羅 lo luo luo luo | 劉 liu liou liou liu | 龍 lung long lung long | 倫 lun lun luen lun
葛 ko ge ge ge | 柯 k'o ke ke ke | 何 ho he he he | 國 kuo guo guo guo
闊 k'uo kuo kuo kuo | 火 huo huo huo huo | 桂 kuei guei guei gui
奎 k'uei kuei kuei kui | 輝 hui huei huei hui | 光 kuang guang guang guang
孔 k'ung kong kung kong | 洪 hung hong hung hong | 高 kao gao gau gao | 吉 chi ji ji ji
家 chia jia jia jia | 傑 chieh jie jie jie | 建 chien jian jian jian
久 chiu jiou jiou jiu | 菊 chü jyu jiu ju | 娟 chüan jyuan jiuan juan
覺 chüeh jyue jiue jue | 君 chün jyun jiun jun | 炯 chiung jyong jiung jiong
齊 ch'i ci chi qi | 喬 ch'iao ciao chiau qiao | 秋 ch'iu ciou chiou qiu
瓊 ch'iung cyong chiung qiong | 全 ch'üan cyuan chiuan quan | 群 ch'ün cyun chiun qun
喜 hsi si shi xi | 謝 hsieh sie shie xie | 賢 hsien sian shian xian
秀 hsiu siou shiou xiu | 熊 hsiung syong shiung xiong | 徐 hsü syu shiu xu
薛 hsüeh syue shiue xue | 宣 hsüan syuan shiuan xuan | 勳 hsün syun shiun xun
志 chih jhih jr zhi | 哲 chê jhe je zhe | 趙 chao jhao jau zhao | 周 chou jhou jou zhou
中 chung jhong jung zhong | 卓 cho jhuo juo zhuo | 準 chun jhun juen zhun
追 chui jhuei juei zhui | 池 ch'ih chih chr chi | 昌 ch'ang chang chang chang
春 ch'un chun chuen chun | 士 shih shih shr shi | 書 shu shu shu shu
水 shui shuei shuei shui | 說 shuo shuo shuo shuo | 日 jih rih r ri | 仁 jên ren ren ren
若 jo ruo ruo ruo | 瑞 jui ruei ruei rui | 潤 jun run ruen run | 榮 jung rong rung rong
子 tzŭ zih tz zi | 宗 tsung zong tzung zong | 左 tso zuo tzuo zuo
尊 tsun zun tzuen zun | 慈 tz'ŭ cih tsz ci | 崔 ts'ui cuei tsuei cui
聰 ts'ung cong tsung cong | 思 ssŭ sih sz si | 蘇 su su su su | 孫 sun sun suen sun
宋 sung song sung song | 義 i yi yi yi | 雅 ya ya ya ya | 葉 yeh ye ye ye
姚 yao yao yau yao | 游 yu you you you | 嚴 yen yan yan yan | 殷 yin yin yin yin
英 ying ying ying ying | 余 yü yu yu yu | 悅 yüeh yue yue yue | 元 yüan yuan yuan yuan
雲 yün yun yun yun | 永 yung yong yung yong | 吳 wu wu wu wu | 偉 wei wei wei wei
文 wên wun wen wen | 翁 wêng wong weng weng | 王 wang wang wang wang
"""
COLUMNS = ("Wade–Giles", "Tongyong Pinyin", "MPS II", "Hanyu Pinyin")


@pytest.mark.parametrize("row", TRICKY.strip().replace("\n", " | ").split(" | "))
def test_a_syllable_is_spelled_as_the_tables_have_it(row):
    character, *spellings = row.split()
    for spelling, system in zip(spellings, COLUMNS, strict=True):
        assert fits(spelling, character, system, person=False) is True
        assert fits(spelling, character, "Taiwan usage", person=False) is True


# Y. R. Chao, Mandarin Primer (1948), in the order of tones.
@pytest.mark.parametrize(
    ("character", "forms"),
    [
        ("哈", "ha har haa hah"),
        ("車", "che cher chee cheh"),
        ("開", "kai kair kae kay"),
        ("燒", "shau shaur shao shaw"),
        ("收", "shou shour shoou show"),
        ("山", "shan sharn shaan shann"),
        ("湯", "tang tarng taang tanq"),
        ("通", "tong torng toong tonq"),
        ("希", "shi shyi shii shih"),
        ("書", "shu shwu shuu shuh"),
        ("徐", "shiu shyu sheu shiuh"),
        ("家", "jia jya jea jiah"),
        ("先", "shian shyan shean shiann"),
        ("香", "shiang shyang sheang shianq"),
        ("光", "guang gwang goang guanq"),
        ("國", "guo gwo guoo guoh"),
        ("惠", "huei hwei hoei huey"),
        ("宣", "shiuan shyuan sheuan shiuann"),
        ("志", "jy jyr jyy jyh"),
        ("詩", "shy shyr shyy shyh"),
        ("毛", "mhau mau mao maw"),
        ("林", "lhin lin liin linn"),
        ("劉", "lhiou liou leou liow"),
        ("義", "i yi yii yih"),
        ("魏", "uei wei woei wey"),
        ("元", "iuan yuan yeuan yuann"),
        ("吳", "u wu wuu wuh"),
        ("二", "el erl eel ell"),
    ],
)
def test_a_syllable_has_the_form_of_any_tone_in_gwoyeu_romatzyh(character, forms):
    verdicts = [fits(it, character, "Gwoyeu Romatzyh", person=False) for it in forms.split()]
    assert verdicts == [True] * 4


def test_the_second_tone_is_plain_behind_a_sonorant_alone():
    assert fits("marn", "蠻", "Gwoyeu Romatzyh") is False
    assert fits("shhan", "山", "Gwoyeu Romatzyh") is False


# Family names as the lists of Hong Kong's Legislative Council and District Councils spell them.
@pytest.mark.parametrize(
    "row",
    [
        *("陳 Chan", "林 Lam", "黃 Wong", "張 Cheung", "李 Lee", "王 Wong", "吳 Ng", "劉 Lau"),
        *("蔡 Choi", "楊 Yeung", "許 Hui", "鄭 Cheng", "謝 Tse", "郭 Kwok", "洪 Hung", "曾 Tsang"),
        *("邱 Yau", "周 Chow", "葉 Yip", "廖 Liu", "賴 Lai", "徐 Tsui", "蘇 So", "莊 Chong"),
        *("江 Kong", "呂 Lui", "何 Ho", "羅 Law", "高 Ko", "蕭 Siu", "潘 Poon", "朱 Chu"),
        *("鍾 Chung", "彭 Pang", "游 Yau", "詹 Chim", "胡 Wu", "施 Sze", "沈 Shum", "余 Yu"),
        *("盧 Lo", "梁 Leung", "趙 Chiu", "顏 Ngan", "柯 Or", "翁 Yung", "魏 Ngai", "孫 Suen"),
        *("戴 Tai", "范 Fan", "方 Fong", "宋 Sung", "鄧 Tang", "杜 To", "傅 Fu", "侯 Hau"),
        *("曹 Tso", "薛 Sit", "丁 Ting", "卓 Cheuk", "馬 Ma", "阮 Yuen", "董 Tung", "唐 Tong"),
        *("藍 Lam", "蔣 Tseung", "石 Shek", "古 Koo", "姚 Yiu", "馮 Fung", "湯 Tong", "田 Tin"),
        *("姜 Keung", "白 Pak", "龔 Kung", "嚴 Yim", "袁 Yuen", "黎 Lai", "陸 Luk", "夏 Ha"),
        *("邵 Shiu", "錢 Chin", "伍 Ng", "倪 Ngai", "關 Kwan", "區 Au", "霍 Fok", "麥 Mak"),
        *("譚 Tam", "甄 Yan", "岑 Shum", "任 Yam", "雷 Lui", "龍 Lung", "凌 Ling", "簡 Kan"),
        *("歐陽 Au-Yeung", "司徒 Szeto", "陶 To", "鄒 Chau", "尹 Wan", "單 Sin", "容 Yung"),
        *("莫 Mok", "文 Man", "鄺 Kwong", "黎 Lai", "溫 Wan", "聶 Nip", "敖 Ngo", "植 Chik"),
        *("陳 Chan", "葛 Got", "冼 Sin", "駱 Lok", "畢 Pat", "符 Fu", "祁 Kei", "萬 Man"),
    ],
)
def test_a_family_of_hong_kong_is_spelled_as_it_spells_itself(row):
    characters, spelling = row.split()
    assert fits(spelling, characters, "Hong Kong", person=True) is True


# People in public life, as they write themselves.
@pytest.mark.parametrize(
    ("characters", "spelling"),
    [
        ("梁振英", "Leung Chun-ying"),
        ("曾蔭權", "Tsang Yam-kuen"),
        ("李家超", "Lee Ka-chiu"),
        ("葉劉淑儀", "Ip Lau Suk-yee"),
        ("陳健波", "Chan Kin-por"),
        ("莫乃光", "Mok Nai-kwong"),
        ("何君堯", "Ho Kwan-yiu"),
        ("容海恩", "Yung Hoi-yan"),
        ("劉國勳", "Lau Kwok-fan"),
        ("鄺俊宇", "Kwong Chun-yu"),
        ("李柱銘", "Lee Chu-ming"),
        ("羅冠聰", "Law Kwun-chung"),
        ("王家衛", "Wong Kar-wai"),
        ("梁朝偉", "Leung Chiu-wai"),
        ("張曼玉", "Cheung Man-yuk"),
        ("周星馳", "Chow Sing-chi"),
        ("何鴻燊", "Ho Hung-sun"),
        ("卓永興", "Cheuk Wing-hing"),
        ("丘應樺", "Yau Ying-wah"),
    ],
)
def test_a_person_of_hong_kong_is_spelled_as_they_spell_themselves(characters, spelling):
    assert fits(spelling, characters, "Hong Kong", person=True) is True


@pytest.mark.parametrize("system", ["Jyutping", "Hong Kong"])
def test_a_simplified_character_is_read_in_cantonese_as_the_traditional_one(system):
    for traditional, simplified in zip("陳張劉葉鍾區單", "陈张刘叶钟区单", strict=True):
        pair = [find(system).slots(it, family=True) for it in (traditional, simplified)]
        assert pair[0] == pair[1] != [frozenset()]


# Sounds that meet within a given name, as the Library of Congress has them in its catalogue.
@pytest.mark.parametrize(
    ("spelling", "hangul"),
    [
        ("Kang Kam-ch'an", "강감찬"),
        ("Kang Tŏng-nyong", "강덕룡"),
        ("Kang Paeng-nyŏn", "강백년"),
        ("Kang Sŏk-ki", "강석기"),
        ("Kang Sŏg-wŏn", "강석원"),
        ("Kang Sŏk-ho", "강석호"),
        ("Kang Sul-lyong", "강순룡"),
        ("Kang Wi-ryong", "강위룡"),
        ("Kang Ing-mun", "강익문"),
        ("Kang P'il-lo", "강필로"),
        ("Kang P'ir-hyo", "강필효"),
        ("Kang Hong-nip", "강홍립"),
        ("Ko Kyŏng-ni", "고경리"),
        ("Ko Yŏ-rim", "고여림"),
        ("Kongson Yŏn", "공손연"),
        ("Kwŏn Tŏg-yŏ", "권덕여"),
        ("Kwŏn Tol-lye", "권돈례"),
        ("Kwŏn Sang-no", "권상로"),
        ("Ch'a Ch'ŏl-lo", "차천로"),
    ],
)
def test_a_name_is_written_as_libraries_write_it(spelling, hangul):
    assert fits(spelling, hangul, "McCune–Reischauer", person=True) is True


@pytest.mark.parametrize(
    ("spelling", "hangul"),
    [
        ("Chongno", "종로"),
        ("Silla", "신라"),
        ("Sŏngnim", "성림"),
        ("Paengma", "백마"),
        ("Simni", "십리"),
        ("Tamnyŏk", "담력"),
        ("Nakhwa", "낙화"),
        ("Ilgop", "일곱"),
        ("Chibang", "지방"),
        ("Sŏul", "서울"),
        ("Kyŏngju", "경주"),
        ("Ch'ŏngju", "청주"),
        ("T'aebaek", "태백"),
        ("P'aju", "파주"),
        ("Anjŭn", "앉은"),
    ],
)
def test_sounds_meet_within_a_word_of_mccune_and_reischauer(spelling, hangul):
    assert fits(spelling, hangul, "McCune–Reischauer", person=False) is True


@pytest.mark.parametrize(
    ("spelling", "hangul"),
    [("Chongro", "종로"), ("Sinra", "신라"), ("Paekma", "백마"), ("Chipang", "지방")],
)
def test_what_is_not_heard_is_not_written_by_mccune_and_reischauer(spelling, hangul):
    assert fits(spelling, hangul, "McCune–Reischauer", person=False) is False


def test_a_system_says_what_it_spells():
    families = {find(system).family for system in SYSTEMS}
    assert families == {"mandarin", "korean", "cantonese", "hokkien"}


def test_hokkien_knows_the_characters_that_it_lists_and_no_other():
    assert fits("Tan", "陳", "Hokkien") is True
    assert fits("Tan Ling", "陳麤", "Hokkien") is None


def test_hangul_is_put_together_as_it_was_taken_apart():
    assert take_apart("중") == Syllable("ㅈ", "ㅜ", "ㅇ")
    assert take_apart("가") == Syllable("ㄱ", "ㅏ", "")
    assert take_apart("힣") == Syllable("ㅎ", "ㅣ", "ㅎ")
    whole = [Syllable(*parts) for parts in zip(ONSETS, VOWELS, CODAS, strict=False)]
    assert [take_apart(str(syllable)) for syllable in whole] == whole
