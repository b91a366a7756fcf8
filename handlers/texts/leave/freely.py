"""How people tell a leave in a sentence of their own: folded words.

"a đi họp tỉnh từ chiều nay tới hết thứ 4, cái gì cần duyệt cứ chuyển chú Dũng": one clause of who is away, one of who acts.
"""

from __future__ import annotations

import re


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


CLAUSES = re.compile(r"\s*(?:[,;\n]+(?!\d)|[.!](?=\s|$))\s*")
_NO_LEAVE = r"(?! (?:hoc sinh|le|tet|huu|dich|choi|quyet|dinh|ngoi|ban|hop|si|thi truong|hoat dong|kinh doanh|buon)\b)"
_GOES = (
    r"(?:cong tac|hoc|tap huan|phep|vang|nuoc ngoai|nghi|de|sinh|dieu tri|chua benh|vien|cham con|kham|mo)"
)
STRONG = re.compile(
    rf"\b(?:nghi{_NO_LEAVE}(?: (?:phep|om|benh|viec rieng|thai san|sinh|de|cuoi|mat|bu|che do|duong suc|nam))*"
    rf"|vang(?: mat| nha| co quan)?|(?:nam|di|nhap) vien|(?:di|dang di|bi) {_GOES}\b{_NO_LEAVE}|sap (?:sinh|de)|om(?: nghi)?"
    r"|(?:khong|ko|k|kg) (?:di lam|den co quan|len co quan)(?: (?:duoc|dc))?)\b"
)
"""Being away, whoever acts."""
WEAK = re.compile(
    r"\b(?:di (?:hop|du|hoi nghi|dien tap|dam|trung uong|ha noi|tinh|thanh pho|[\w ]{1,20} hop)|ban\b|len (?:tinh|trung uong|thanh pho)"
    r"|ra ha noi|co viec (?:nha|rieng|gia dinh)|ve que)\b"
)
"""Being away where it is said who acts meanwhile."""
_SPEAKS = "|".join(
    rf"(?<=\b{one} )" for one in ("toi", "tui", "minh", "anh", "chi", "chu", "co", "bac", "phai", "se", "lai")
)
MEETS = re.compile(
    rf"(?:{_SPEAKS}|(?<=\bem )(?<!\banh em ))(?:(?:du|tham du|co lich|co cuoc|ban) )?(?:(?:hop|hoi nghi|tap huan|hoc|lam viec|tiep doan)\b(?: \w+){{0,3}}?"
    r" (?:tren|o(?! nha)|tai|ngoai|len|ra|duoi|voi (?:so|doan|tinh|thanh pho)|tinh|thanh uy|thanh pho|trung uong|ha noi|ca (?:ngay|buoi|sang|chieu|tuan)|\d ngay)\b"
    r"|cong tac\b(?! (?:dang|doan|xa hoi|phi|vien)\b))"
)
"""The same without "đi", of who speaks: "thứ 2 tôi họp trên thành ủy cả ngày"."""
GOES_INSTEAD = re.compile(
    r"\b(?:di|du|hop)(?: (?:hop|du))? thay\b|\bthay (?:\w+ )?(?:di|du|hop|tham du)\b|\b(?:di|du|hop) (?:giup|ho|gium|dum)\b"
)
"""He goes to the meeting himself: nobody is away."""
TYPED = _words(
    """
    nghỉ nghi vắng vang họp hop dự du tham hội hoi tập tap học hoc công cong làm lam tiếp tiep ốm om bận ban đi di bị bi nằm nam nhập nhap sắp sap dang đang
    """
) | _words(
    """
    không khong ko k kg lên len ra về ve có co
    """
)
"""How the first of these words is typed; "bàn", "vàng", "nghị" are others."""
SPEAKERS = _words(
    """
    a anh chi c em e toi t tui minh chau co chu bac
    """
)
FILLERS = SPEAKERS | _words(
    """
    thg xin phep bao cao sep lanh dao thua da cho ghi ho giup gium van phong tro ly hom may ngay tuan thang
    nay se phai dang deu duoc dc sot bi benh chac chinh be dong chi d/c cung moi lai con oi nhe vi do tu
    den toi tai het ca buoi vao luc o va voi the gio sang chieu trua nua nam thu mai la thi minh nghi
    lich nhap nho nhan noi goi met moi tai nan mo cuoi no
    """
)
"""Words in front of being away that are no subject of their own."""
ACTS = re.compile(
    r"\b(?:thay|nho|giao|giup|ho|gium|dum|chuyen|bao|hoi|nhan|goi|lien he|quyet|lo|coi|trong|ganh|xu ly|giai quyet|dieu hanh|phu trach|chu tri"
    r"|ban giao|uy quyen|de|nhac|tra loi|lam|truc|cam|kiem(?! tra)|dam nhan|theo doi|ky|duyet)\b"
)
SPEAKER_ACTS = re.compile(
    r"(?:de |nho |thi |da )*(?:em|e|toi|minh|t) (?:se |tam |xin )*(?:lam|truc|lo|nhan|phu trach|theo doi)?(?: viec)? ?"
    r"(?:thay|giup|ho|do)(?: (?:cho|a|nhe|nha|chi|anh|ay))*"
)
"""The clerk herself acts: "em làm thay ạ"."""
STANDS_IN = re.compile(r"\b(?:thay|uy quyen|dieu hanh)\b")
"""What is said of somebody who leads nothing and acts for a leader."""
ACTING = _words(
    """
    thg thang ve toi den cai gi can duyet cu chuyen co viec o nha quan moi cong gap thi bao hoi nhan goi lien he thang voi
    den quyet dinh nho giup ho gium dum em toi a anh chi c e minh t tui lam truc thay lo coi trong ganh xu
    ly giai dieu hanh phu trach chu tri chung phan cua khoi mang nhac ai de tam nho giao ban cho nhe
    nhen nghen nghe het toan bo tra loi gui so lieu ghi uy quyen ky theo doi khi vang mat se dam cam ca
    tat phong luc nay thoi gian do van cac dong d/c muc may nguoi nhiem vu dau ma neu con di luon qua
    sang ben duoc nua va ay ngoai ra thu tiep cao pho kiem nhiem do
    """
)
"""All that is said beside a name where it is said that he acts; "kiểm tra chợ" is work of its own."""
PART = re.compile(r"\b(?:phan|mang|khoi|linh vuc)\b")
"""With one of these a clause says whose part is whose, without another verb."""
FIELD = re.compile(
    r"(?:con )?(?:(?:may|cac|nhung) )?(?:phan|mang|khoi|linh vuc|viec|cong viec|giay to|ho so|van ban|cong van|chuyen|con)\b"
)
"""How a clause begins that gives him one part of it: so many words more name the part."""
SEES_TO = re.compile(
    r"\b(?:lo|phu trach|dieu hanh|coi|truc(?: thay)?|xu ly|giai quyet|nhan|phan|mang|khoi)\b"
)
"""How it is said of him behind his name."""
PART_WORDS = 3
NOBODY = re.compile(
    r"\b(?:khong|ko|k|kg|chua|chang) (?:can|phai|nho|co|biet)? ?(?:ai|nguoi)(?: (?:nao|khac))?(?: (?:lam|truc|phai))* thay\b"
)
OTHER = re.compile(
    r"\b(?:gia han|lui|han|khat|nop|gui (?:cham|tre|sau|bu)|xong|so lieu|bao cao|tien do|dat|vuong|trinh|giao (?:cho )?\w+ (?:lam|ra))\b|\?"
)
"""Said beside a leave it is not all that the message tells."""
LATE = re.compile(
    r"\b(?:chua|khong|ko|k|kg|chang)(?: \w+){0,2} (?:gui|nop|xong|tong hop|bao cao|chot|co so)\b|\b(?:gia|lui|khat|cham) han\b"
    r"|\b(?:mai|sau|thu \w+) (?:em|toi|minh|e|t) (?:se )?(?:gui|nop|bao)\b"
)
"""Why a report is late, not from when to when somebody is away: "em ốm nên hôm nay chưa gửi được số"."""
LAST = re.compile(
    r"\b(?:(?:den|toi)(?: (?:het|tan|cuoi))?|het)(?: (?:ngay|hom))? (?=thu\b|t[2-7]\b|cn\b|chu nhat|\d|mai\b|mot\b|cuoi\b|tuan\b|thang\b|nam sau)"
)
FIRST_OF_MONTH = re.compile(r"\btu (?:dau )?thang (?=\d)")
NAMES_DAY = re.compile(r"\b(?:thu|t[2-7]|cn|chu nhat|mai|mot|hom nay|tuan|thang)\b")
NUMBERS = frozenset(("nam", "hai", "ba", "bay"))
"""Of a day, and names where they begin a message with a capital letter."""
DAY_WORDS = _words(
    """
    hai ba tu nam sau bay nhat cn mot nay toi hom
    """
)
PART_OF_DAY = re.compile(r"\b(?:(?:buoi |ca )?(?:sang|trua|chieu)) (?=thu\b|t[2-7]\b|cn\b|mai\b|hom\b|\d)")
THIS_PART = re.compile(r"\b(?:sang|trua|chieu) nay\b|\btu (?:gio|bay gio|nay|luc nay)\b")
COUNTED = re.compile(r"\b\d{1,2} (?:hom|ngay)(?= \d{1,2} ?(?:,|&|va\b|voi\b|den\b|toi\b|-))")
"""How many days they are that follow: "2 hôm 23 với 24"."""
BARE_DAY = re.compile(r"(?<![\d/.])(?<!\bthứ )(?<!\bthu )(?<!\bt)(\d{1,2})\s*$", re.IGNORECASE)
"""The day of "23 đến 28/11", no weekday: "thứ 2 đến thứ 4"."""
DAY_OF_MONTH = re.compile(r"(?:[12]?\d|3[01])(?=\s+(?!thang\b|tháng\b|nguoi\b|người\b)[^\W\d]|\s*$)")
BACK_ON = re.compile(
    r"(?<!den )(?<!toi )(?<!het )\b(?=(?:thu ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|cn|chu nhat|ngay \d+|\d+[/.-]\d+)(?: tuan \w+)? moi (?:ve|ra|di lam))"
)
"""In front of the day of "thứ 5 mới về"."""
TOMORROW = re.compile(
    r"\s*(?:[Mm]ai)(?= (?:mốt |mot )?(?:anh|chị|chi|em|tôi|toi|tui|mình|cháu|con|a|c|e|t) )"
)
"""Typed in front of who speaks it is the next day, whoever is called Mai."""
CHAIR = re.compile(
    r"\b(?:(?:dong chi|d/c|dc|ong|anh|bac) )?(?<!pho )chu tich\b(?! (?:hdnd|hoi|mat tran|ubmttq|uy ban mat))"
)
VAGUE = re.compile(r"\b(?:mai mot|may (?:hom|ngay)|it (?:hom|ngay)|vai (?:hom|ngay))\b")
"""Days that are none: "mai mốt tôi đi công tác"."""
RANGE = re.compile(r"\d{1,2}(?:/\d{1,2})? ?(?:-|–|den|toi) ?(?:ngay )?\d{1,2}/\d{1,2}")
WEEK = re.compile(r"\btuan (?:sau|toi|nay)\b")
WEEKDAY = re.compile(r"(?:thu ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)\b(?! tuan)")
PLAIN = (
    (PART_OF_DAY, ""),
    (THIS_PART, "hôm nay"),
    (BACK_ON, "đến "),
    (FIRST_OF_MONTH, "từ 1/"),
    (COUNTED, ""),
)
"""How days are said for the reader of dates."""


def day_in_front(words: str) -> str:
    """The words with a day in front of who speaks, not somebody called Mai."""
    return TOMORROW.sub("ngày mai", words, count=1) if TOMORROW.match(words) else words


def as_day(words: str) -> str:
    """A bare day of the month as what it is: "từ 23 đến 27 em nghỉ"."""
    return f"ngày {words}" if DAY_OF_MONTH.match(words) else words
