"""How people say that they are away, are back, and who acts for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.words import fold

_ADDRESSED = r"(?:dong chi|d/c|anh|chi|ong|ba|co|chu|bac)"
_INSTEAD_OF = r"(?:thay|dieu hanh|xu ly|giai quyet|truc thay|lam thay)"
_EVERYTHING = r"(?:(?:moi|cac|toan bo|tat ca) )?(?:cong )?viec(?: (?:o nha|o phuong|co quan|chung|cua phuong))? (?:(?:do|thi|de|cu) )*"
_ASK_HIM = r"co (?:viec )?gi(?: (?:gap|can|thi|cu))* (?:bao|hoi|lien he|gap|xin y kien)(?: (?:cho|voi))*"
SUBSTITUTE = re.compile(
    rf"\b(?:nho|uy quyen(?: cho)?|giao(?:(?: lai)? cho)?(?= {_ADDRESSED}\b)|giao(?: lai)? cho|nguoi thay:?|ban giao cho)(?=\s)"
    rf"|\b{_ASK_HIM}(?= {_ADDRESSED}\b)"
    rf"|(?:(?<=[,;] )|(?<=\d ))(?:{_EVERYTHING})?(?={_ADDRESSED} \w+(?: \w+){{0,3}} {_INSTEAD_OF}\b)"
    rf"|(?<=[,;] )(?=(?!{_ADDRESSED}\b)\w+(?: \w+)? (?:(?:lam |truc |se )?thay|(?:lam|truc) (?:giup|ho|cho)|dieu hanh|xu ly|giai quyet)\b)"
)
"""What stands before the name of who acts, in folded words."""
INSTEAD = re.compile(
    r"(?:(?:thay|the|truc|giup|ho|toi|em|minh|thay mat|dieu hanh|phu trach|xu ly|giai quyet|chi dao|quyet dinh|ky(?: van ban)?"
    r"|duyet|lam|dam nhan|moi|cac|cong viec|viec|chung|nhe|nha|a)\s*)*"
)
"""Folded words behind the name that say no more than that he acts."""
ASKS = re.compile(
    r"\?|\b(?:chua|khong|ko|k|gi|nao|dau|bao gio|the nao|ra sao)(?: (?:a|nhi|vay|the|roi|em|anh|chi))*$"
)
"""Folded words behind a name that ask about somebody."""
ACTS = re.compile(r"\b(?:thay|truc)\b")
NOBODY_ACTS = re.compile(r"\b(?:khong|chua) (?:nho ai|co (?:ai|nguoi)(?: nao)? thay|can (?:ai|nguoi) thay)\b")
UNTIL = re.compile(r"\b(?:den|toi|het)\s*(?:het\s*)?(?:ngay\s*)?$")
UNTIL_STRETCH = re.compile(r"(?:den|toi|het)\b")
FROM_NOW = re.compile(r"\btu (?:nay|hom nay|bay gio|gio|luc nay)\b")
LEAVE = re.compile(
    r"\b(?:nghi(?: phep| om| benh| viec rieng| thai san| bu| che do| mat)?|di (?:cong tac|hoc|tap huan|phep|vang|vien)"
    r"|vang mat|(?<=toi )vang|(?<=em )vang|(?<=minh )vang)\b(?! (?:hoc|le|tet|huu|dich|choi|ngoi|quyet|dinh))"
)
"""Being away, in folded words; not "nghỉ lễ", "nghỉ học", "nghị quyết"."""
_GOES_ON = re.compile(
    r"(?:vi|do|de|co (?:viec|gi)|(?:moi|cac|cong) viec|o nha|nen|khong|nho|uy quyen|giao|nguoi thay|ca|mot|nua|het|buoi"
    r"|\d (?:buoi|ngay|hom)|(?:di )?(?:kham|vien|dam|an cuoi|cuoi|chua benh|thi|viec|cham con|ve que))\b"
)
_ACTS = re.compile(
    rf"(?:\s*(?:den|toi|het|tu|ngay)\b)*[\s,;]*{_ADDRESSED} \w+(?: \w+){{0,3}} {_INSTEAD_OF}\b|\s*[,;]\s*\w+(?: \w+)? (?:(?:lam |truc |se )?thay|(?:lam|truc) (?:giup|ho|cho)|dieu hanh|xu ly|giai quyet)\b"
)
_AROUND_DAYS = r"(?:\s*(?:tu|den|toi|het|ngay|trong|vao|,))*"
BEFORE_DAYS = re.compile(r"(?:\b(?:tu|den|het|ngay)\s*)*$")
_SPEAKER = re.compile(r"(?:toi|em|minh|chau)?")
ACTS_FOR = re.compile(
    rf"(?:{_AROUND_DAYS}\s+)?"
    r"(?:(?:nho|giao|de|cu|uy quyen)(?: cho)? )?"
    rf"(?P<who>(?:{_ADDRESSED} )?\w+(?: \w+){{0,3}}?)"
    r" (?:(?:se|lam|truc|dieu hanh|xu ly|giai quyet|phu trach|cong viec|viec|moi viec|chung) )*thay(?: mat)?(?: cho)?"
    rf" (?P<whom>toi|em|minh|{_ADDRESSED} \w+(?: \w+){{0,3}}?)"
    rf"(?: (?:{INSTEAD.pattern}))?{_AROUND_DAYS}[ .!]*"
)
"""Folded words without their days, the whole of a message: who acts for whom."""
EMPOWERS = re.compile(
    rf"uy quyen(?: (?:dieu hanh|giai quyet cong viec|ky))?(?: cho)? (?P<who>(?:{_ADDRESSED} )?\w+(?: \w+){{0,3}}?)"
    rf"(?: (?:{INSTEAD.pattern}))?{_AROUND_DAYS}[ .!]*"
)
"""The same of who speaks: "ủy quyền cho anh Dũng đến thứ 6"."""
_BACK = re.compile(
    r"\b(?:di lam|lam viec) (?:lai|tro lai)\b|\btro lai (?:lam viec|co quan)\b"
    r"|\bdi lam(?: binh thuong)?(?: (?:roi|a|nhe|day|duoc))*$"
)
_NOT_BACK = re.compile(r"\b(?:chua|khong|ko|k) (?:the |co the )?(?:di lam|lam viec|tro lai)\b")
_AWAY_WORDS = frozenset({"nghỉ", "nghi", "đi", "di", "vắng", "vang"})
MEETS = re.compile(r"\bdi hop\b|\b(?:ban|len|ra|ve|xuong|sang|vao)\b(?: \w+){0,3} hop\b")
"""Being away when somebody is named who acts meanwhile; a meeting alone is no leave."""
_FEASTS = (
    r"\b(?:le|tet)(?: (?:tet|nguyen dan|duong lich|am lich|duong|am|ta|tay|co truyen|quoc khanh|gio to))*"
)
_FEAST = re.compile(
    rf"{_FEASTS}[ ,]+"
    r"(?=(?:tu )?(?:ngay )?\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)? ?(?:den|toi|-|–|het) ?(?:het )?(?:ngay )?\d)"
    rf"|(?<=\d)[ ,(]+(?:(?:ve que )?an |dip |nhan dip )?{_FEASTS}\)?[ .!]*$"
)
"""A feast in front of the first day of several, or behind the last."""
WHOLE_OFFICE = re.compile(
    r"\b(?:ca|toan) (?:phuong|co quan|uy ban|ubnd|don vi)\b|\bmoi nguoi\b"
    r"|\b(?:phuong|co quan|uy ban|ubnd)(?: (?:minh|ta|se|duoc|cho|deu))* nghi\b|\bnghi (?:ca|toan) (?:phuong|co quan|uy ban)\b"
)
"""Folded words that say that nobody works."""
MADE_UP = re.compile(r"\b(?:di )?lam bu\b")
"""Said of days that everybody works."""
CANCEL = re.compile(r"(?:huy|bo|thoi|khong nghi nua)\b\s*")
MENDS = re.compile(r"\b(?:chi|thoi|la|nham|sai|sua|phai|chu|khong|den|het|co|moi dung|bat dau)\b")
"""Folded words beside a day that sets right what was read."""
ASKED = re.compile(r"(?:(?:a|em|toi|da) )*nho (?:(?:thang|cau|con|dua|ban) )?(?:em )?")
"""How an answer to "who acts?" begins, in folded words, in front of the name."""
DROPPED = re.compile(
    r"(?:(?:ma )?(?:huy|bo|thoi)\b[ ,]*)?(?:(?:khong|khoi|ko) (?:nghi|can)(?: nua)?.{0,20}"
    r"|(?:(?:toi|em|minh|anh|chi) )?van (?:di )?lam (?:duoc|binh thuong|viec).{0,12})?"
)
"""Folded words, the whole of an answer, of who does not go on leave after all."""
NO = re.compile(r"(?:khong|ko|k|chua dung|khong dung|khong phai|sai)(?: (?:a|nhe|roi))?")
"""Asked who acts it would mean that nobody does."""
PARTS_OF_DAY = frozenset({"sáng", "trưa", "chiều", "tối"})
_HALF = re.compile(
    r"\b(?:(?:buoi|tu|nghi|vao|luc) )*(?:sang|chieu)(?: nay| mai| thu| hom|$)|\bnua (?:ngay|buoi)\b|\bbuoi (?:sang|chieu)\b"
)
FROM = "từ"
"""The word that `bot.domain.reading.dates` reads before a first day."""
_FILLERS = re.compile(
    "(?:a|em|toi|chau|con|xin|phep|duoc|cho|den|het|se|cung|da|thua|bao|cao|van|phong|nghi|om|benh|di|hop|cong|tac|hoc|tap|huan"
    "|viec|rieng|thai|san|bu|che|do|vang|mat|tu|ngay|hom|nhe|lam|giup|ho|dang|va|cua)"
)
_OPENERS = re.compile("(?:em|tôi|toi|mình|cháu|dạ|da|thưa|xin|cho|báo|bao|đi|nghỉ|nghi)", re.IGNORECASE)
"""Words that may begin a message with a capital letter and are no name: with their marks, unlike "Bảo"."""
_ADDRESS = re.compile("(?:anh|chi|ong|ba|co|chu|bac|dong|d/c)")
_SHORT = 8
"""Words; a longer message says more than that somebody is back."""


def without_feast(words: str) -> str:
    """The words without the name of a feast beside the days themselves: "nghỉ tết từ 4/2 đến 12/2"."""
    found = _FEAST.search(fold(words))
    if found is None or "lê" in words[found.start() : found.end()].lower():
        return words
    before = fold(words[: found.start()]).split()[-1:]
    if before and _ADDRESS.fullmatch(before[0]):
        return words  # "chi Le", without marks
    return f"{words[: found.start()]}{words[found.end() :]}"


def before_name(words: str) -> str:
    """The words from the name on, with the form of address in front: without what leads to it ("em xin nghỉ")."""
    tokens = _apart(words)
    begins = _leading(tokens)
    while 0 < begins < len(tokens) and _ADDRESS.fullmatch(fold(tokens[begins - 1])):
        begins -= 1
    return " ".join(tokens[begins:])


def _apart(words: str) -> list[str]:
    return words.replace(",", " ").replace(":", " ").split()


def _leading(tokens: Sequence[str]) -> int:
    """How many words are no name, nor stand behind one."""
    last = len(tokens) - 1
    names = (place for place, word in enumerate(tokens) if not _leads_on(word, lone=place == last))
    return next(names, len(tokens))


def _leads_on(word: str, *, lone: bool) -> bool:
    """True for a word that is no name; with a capital letter only what is spelt like no name."""
    bare = fold(word).strip(".;-–")
    if not bare or word == "mình":
        return True
    capital_letter = word[:1].isupper() and not word.isupper()
    if _ADDRESS.fullmatch(bare):
        return not (lone and capital_letter)
    return (_OPENERS.fullmatch(word) if capital_letter else _FILLERS.fullmatch(bare)) is not None


def says_leave(words: str) -> bool:
    """True when words without their days say that who speaks is away, and nothing besides but why, and who acts."""
    found = LEAVE.search(fold(words))
    if found is None or before_name(words[: found.start()]):
        return False
    # "Nghĩ", "nghị" are other words: only those typed without marks are read as "nghỉ".
    typed = words[found.start() :].split()[0].lower().strip(".,;")
    return typed in _AWAY_WORDS and goes_on(words[found.end() :])


def goes_on(words: str) -> bool:
    """True for what may follow in a leave: nothing, why, who acts."""
    tokens = _apart(words)
    after = " ".join(tokens[_leading(tokens) :])
    return not after or any(
        said.match(text) for said, text in ((_GOES_ON, fold(after)), (_ACTS, fold(words)))
    )


def as_typed(whom: str, days: str, who: str) -> str:
    """The same leave as it is told with its own verb; "" for who speaks."""
    return f"{whom} nghỉ {days} nhờ {who}".strip()


def is_speaker(name: str) -> bool:
    """True for "tôi", "mình", and for nobody; "Minh" is a name."""
    return _SPEAKER.fullmatch(fold(name)) is not None and name.strip() != "Minh"


def is_of_somebody(words: str) -> bool:
    """True for "anh Cường nghỉ 23/11", which does not name him to act."""
    folded = fold(words)
    return LEAVE.search(folded) is not None and SUBSTITUTE.search(folded) is None


def of_half_a_day(words: str) -> bool:
    """True for "chiều nay", "từ chiều"."""
    return _HALF.search(fold(words)) is not None


def is_of_all(words: str) -> bool:
    """True for "cả phường nghỉ", without the day."""
    folded = fold(words)
    return WHOLE_OFFICE.search(folded) is not None and LEAVE.search(folded) is not None


def says_back(words: str) -> bool:
    """True for "hôm nay em đi làm lại"."""
    folded = fold(words).strip(" .!")
    return len(words.split()) <= _SHORT and _BACK.search(folded) is not None and not _NOT_BACK.search(folded)
