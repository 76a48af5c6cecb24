"""Which part of a name a person goes by."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalize import parse_visitors
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.name.names import PersonName, name_of
from tests.each import each

NAMES = [  # printed, area, main name, other names
    ("Zhou Enlai", None, "Zhou", "Enlai"), ("Kim Campbell", None, "Campbell", "Kim"), ("Lin Biao", None, "Lin", "Biao"),
    ("Kim Dae-jung", None, "Kim", "Dae-jung"), ("Kim Jong Il", None, "Kim", "Jong Il"), ("Lee Harvey Oswald", None, "Oswald", "Lee Harvey"),
    ("Nguyen Van Thieu", None, "Nguyen", "Van Thieu"), ("Jaap de Hoop Scheffer", None, "de Hoop Scheffer", "Jaap"),
    ("Maria de Lourdes Pintasilgo", "PRT", "Pintasilgo", "Maria de Lourdes"), ("XI Jinping", None, "Xi", "Jinping"),
    ("Luis Echeverria Alvarez", "MEX", "Echeverria Alvarez", "Luis"), ("Jose Maria Aznar", "ESP", "Aznar", "Jose Maria"),
    ("Carlos Salinas de Gortari", "MEX", "Salinas de Gortari", "Carlos"), ("Felipe Calderon", "MEX", "Calderon", "Felipe"),
    ("K.GENBA", "JPN", "Genba", "K."), ("S. TUMUR-OCHIR", "MNG", "Tumur-Ochir", "S."),
    ("Ts. ELBEGDORJ", "MNG", "Elbegdorj", "Ts."), ("Tsakhia ELBEGDORJ", "MNG", "Elbegdorj", "Tsakhia"),
    ("L.ERDNECHULUUN", "MNG", "Erdnechuluun", "L."), ("Kh. BATTULGA", "MNG", "Battulga", "Kh."),
    ("Ms. Yuriko Koike", "JPN", "Koike", "Yuriko"), ("WATANUKI Tamisuke", "JPN", "Watanuki", "Tamisuke"),
    ("Tamisuke Watanuki", "JPN", "Watanuki", "Tamisuke"), ("Tadamori Oshima", None, "Oshima", "Tadamori"),
    ("Yamazaki Masaaki", "JPN", "Yamazaki", "Masaaki"), ("Yamazaki Masaaki", None, "Yamazaki", "Masaaki"),
    ("Kan Naoto", "JPN", "Kan", "Naoto"), ("Naoto Kan", "JPN", "Kan", "Naoto"), ("Aso Taro", "JPN", "Aso", "Taro"),
    ("SHINZO ABE", "JPN", "Abe", "SHINZO"), ("Tanaka", "JPN", "Tanaka", None), ("ABE", "JPN", "Abe", None),
    ("Nguyen Tan Dung", "VNM", "Nguyen", "Tan Dung"), ("Nong Duc Manh", "VNM", "Nong", "Duc Manh"),
    ("Wen Jiabao", "CHN", "Wen", "Jiabao"), ("Lee Myung-bak", "KOR", "Lee", "Myung-bak"),
    ("Roh Moo-hyun", "KOR", "Roh", "Moo-hyun"), ("Myung-bak Lee", "KOR", "Lee", "Myung-bak"),
    ("Joseph Wu", "TWN", "Wu", "Joseph"), ("Tsai Ing-wen", "TWN", "Tsai", "Ing-wen"),
    ("Lee Hsien Loong", "SGP", "Lee", "Hsien Loong"), ("Vivian Balakrishnan", "SGP", "Balakrishnan", "Vivian"),
    ("Hun Sen", "KHM", "Hun", "Sen"), ("Aung San Suu Kyi", "MMR", "Aung San Suu Kyi", None),
    ("U Thein Sein", "MMR", "Thein Sein", None), ("Meles Zenawi", "ETH", "Meles", "Zenawi"),
    ("Halldór Ásgrímsson", "ISL", "Ásgrímsson", "Halldór"), ("Batt O'Keeffe", "IRL", "O'Keeffe", "Batt"),
    ("Batt O’KEEFFE", "IRL", "O’Keeffe", "Batt"), ("Calin Popescu-Tariceanu", "ROU", "Popescu-Tariceanu", "Calin"),
    ("Ionatana Ionatana", "TUV", "Ionatana", "Ionatana"), ("MBARGA ATANGANA", "CMR", "Mbarga Atangana", None),
    ("BEDAYA NGARO", "CAF", "Bedaya Ngaro", None), ("METE-YAPENDE", "CAF", "Mete-Yapende", None),
    ("YOUSSOUF ADIDJA ALIM", "CMR", "Youssouf Adidja Alim", None), ("John Parterson Oti", "SLB", "Oti", "John Parterson"),
    ("Bartholomew Ulufa'alu", "SLB", "Ulufa'alu", "Bartholomew"), ("Bartholomew ULUFA'ALU", "SLB", "Ulufa'alu", "Bartholomew"),
    ("Milo Djukanovic", "MNE", "Djukanovic", "Milo"), ("Ursula von der Leyen", None, "von der Leyen", "Ursula"),
    ("Herman Van Rompuy", "BEL", "Van Rompuy", "Herman"), ("Albert del Rosario", "PHL", "del Rosario", "Albert"),
    ("Jan VAN DER BERG", "NLD", "Van Der Berg", "Jan"), ("Charles de GAULLE", "FRA", "de Gaulle", "Charles"),
    ("Jean-Yves Le Drian", "FRA", "Le Drian", "Jean-Yves"), ("Bashar al-Assad", "SYR", "al-Assad", "Bashar"),
    ("Yusuf bin Alawi bin Abdullah", "OMN", "Yusuf", "bin Alawi bin Abdullah"),
    ("Mohamed Ould Abdel Aziz", "MRT", "Ould Abdel Aziz", "Mohamed"), ("Mahathir bin Mohamad", "MYS", "Mahathir", "bin Mohamad"),
    ("John F. Kennedy", "USA", "Kennedy", "John F."), ("J.-P. Bemba", "COD", "Bemba", "J.-P."),
    ("Rt Hon William Hague MP", "GBR", "Hague", "William"), ("Ferdinand R. Marcos Jr.", "PHL", "Marcos", "Ferdinand R."),
    ("Benigno S. Aquino III", "PHL", "Aquino", "Benigno S."), ("Todd McCLAY", "NZL", "McClay", "Todd"),
    ("Sir Robert Menzies", "AUS", "Menzies", "Robert"), ("H.E. Major General Riho Terras", "EST", "Terras", "Riho"),
    ("Ana Lucía Robles Montalvo", None, "Robles Montalvo", "Ana Lucía"), ("Juan Saúl Ortega", "ARG", "Ortega", "Juan Saúl"),
    ("Torcuato Di Tella", "ARG", "Di Tella", "Torcuato"), ("Juan Carlos Da Rosa", "URY", "Da Rosa", "Juan Carlos"),
    ("Pedro Du Pasquier Von Humboldt", "COL", "Du Pasquier Von Humboldt", "Pedro"), ("Marco del Pont", "ARG", "del Pont", "Marco"),
    ("Augusto Marcó del Pont", "URY", "Marcó del Pont", "Augusto"), ("Ana Marco del Pont", "ARG", "del Pont", "Ana Marco"),
    ("Rosa María de los Ángeles Vidal Parra", "PAN", "Vidal Parra", "Rosa María de los Ángeles"),
    ("Ramos Zapata", "PER", "Ramos Zapata", None), ("Elena Ortiz y Pardo", None, "Ortiz y Pardo", "Elena"),
    ("Armand Delcourt d'Aubigny", None, "Delcourt d'Aubigny", "Armand"), ("Carlo d'Amico", None, "d'Amico", "Carlo"),
    ("Goh Keng Swee", None, "Goh", "Keng Swee"), ("Zhou Qiang", None, "Zhou", "Qiang"), ("Li Xiannian", None, "Li", "Xiannian"),
    ("Bo Hansen", None, "Hansen", "Bo"), ("Thein Maung", None, "Thein Maung", None), ("Sar Kheng", None, "Sar", "Kheng"),
    ("Petrov Igor Sergeevich", None, "Petrov", "Igor Sergeevich"), ("Igor Sergeevich Petrov", None, "Petrov", "Igor Sergeevich"),
    ("Mammadov Elchin Rashid oglu", None, "Mammadov", "Elchin Rashid oglu"), ("JEAN DE LA FOSSE", None, "De La Fosse", "JEAN"),
    ("De La Fosse", None, "De La Fosse", None), ("Jonathan arap Keter", "KEN", "arap Keter", "Jonathan"),
    ("Helen Miller PhD", None, "Miller", "Helen"), ("Paul Mla", None, "Mla", "Paul"),
    ("Norman St. Albans", None, "St. Albans", "Norman"), ("Joseph DION NGUTE", "CMR", "Dion Ngute", "Joseph"), ("Srđan Darmanović", "MNE", "Darmanović", "Srđan"),
    ("M.R. Seni Pramoj", "THA", "Pramoj", "Seni"), ("M.R. Narayan", "IND", "Narayan", "M.R."), ("Mom Luang Pin Malakul", None, "Malakul", "Pin"),
    ("S.E. Alassane Ouattara", "CIV", "Ouattara", "Alassane"), ("S.E. Idriss DEBY ITNO", "TCD", "Deby Itno", "Idriss"),
    ("S.E. Krishna", "IND", "Krishna", "S.E."), ("S.M. Diallo", "GIN", "Diallo", "S.M."),
    ("Le Yucheng", None, "Le", "Yucheng"), ("Le Pen", None, "Le Pen", None), ("Le Bihan", None, "Le Bihan", None),
    ("Bartholomew I", None, "Bartholomew I", None), ("Karekin II", None, "Karekin II", None),
    ("Pradip Raj K.C.", "NPL", "K.C.", "Pradip Raj"), ("Pradip KC", "NPL", "KC", "Pradip"), ("Paul Harris K.C.", "GBR", "Harris", "Paul"),
    ("John e Harris", None, "Harris", "John e"), ("Costa e Silva", None, "Costa e Silva", None), ("Artur da Costa e Silva", None, "da Costa e Silva", "Artur"),
    ("Paul Harris MEng PhD", None, "Harris", "Paul"), ("Paul Harris B.Tech.", None, "Harris", "Paul"), ("Paul Harris Kt", None, "Harris", "Paul"),
    ("Paul Harris MA MP", None, "Harris", "Paul"), ("Jack MA PhD", None, "Ma", "Jack"), ("Ana María-José Gómez", "ESP", "Gómez", "Ana María-José"),
    ("Ramón Q. de la dos Fuentes", None, "de la dos Fuentes", "Ramón Q."), ("วีระ ใจดี", None, "ใจดี", "วีระ"), ("राम देवी", None, "देवी", "राम"),
]  # fmt: skip

HONORIFICS = [
    ("H.E. Mr. Urmas Paet", "H.E. Mr."), ("H. E. Mr. Urmas Paet", "H. E. Mr."), ("H.E.Mr.Abe", "H.E.Mr."),
    ("Hon. Sir. Baddeley Devesi", "Hon. Sir."), ("The Rt Hon Tony Blair", "Rt Hon"), ("Baroness Warsi", "Baroness"),
    ("Their Majesties the Emperor", "Their Majesties"), ("T.I.H. Takamado", "T.I.H."), ("HRH Charles", "HRH"),
    ("Her Imperial Highness Kako", "Her Imperial Highness"), ("Major General Terras", "Major General"),
    ("Dr. Tamás Sulyok", "Dr."), ("Yuriko Koike", None),
]  # fmt: skip


@each(("text", "area", "main", "others"), NAMES)
def test_names(text: str, area: str | None, main: str, others: str | None) -> None:
    (visitor,) = parse_visitors(f"Prime Minister {text}", area=area).visitors
    assert (visitor.main_name, visitor.other_names) == (main, others)


@each(("text", "honorific"), HONORIFICS)
def test_honorifics(text: str, honorific: str | None) -> None:
    (visitor,) = parse_visitors(text).visitors
    assert visitor.honorific == honorific


@each("text", ["", "He arrived", "Lord", "of the", "123", "K.", "(ABE)"])
def test_what_is_no_name_is_refused(text: str) -> None:
    assert parse_visitors(text).refused


def test_capitals_tell_nothing_in_a_text_of_capitals() -> None:
    name = name_of("MILO DJUKANOVIC", None, capitals_tell=False)
    assert isinstance(name, PersonName)
    assert name.main_name == "Djukanovic"


@each("text", ["A \nA0", "A ¼\n", "Ann ;", 'Ann "'])
def test_a_sign_is_no_name(text: str) -> None:
    assert isinstance(name_of(text, "VNM"), Refusal)


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1), st.sampled_from([None, "JPN", "VNM", "SGP", "ETH", "MMR", "XXX"]))
def test_never_raises(text: str, area: str | None) -> None:
    name = name_of(f"A {text}", area)
    assert isinstance(name, Refusal) or name.main_name
