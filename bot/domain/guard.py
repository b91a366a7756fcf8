"""What must not be kept: what is marked secret is refused, citizens' ID and phone numbers are masked.

Law on the protection of state secrets 29/2018/QH14 Art. 8: the grades are tuyệt mật, tối mật, mật.
Where it is not clear, a figure is left alone: a number that is masked by mistake is a report that is lost.
Names of citizens in complaints and in what is said of their health are masked too (`citizens`).
Not looked for: other names, bank accounts, passports, what is written in a picture.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from bot.domain import citizens
from bot.domain.message import Contact, Incoming

MASK = "***"
_KEPT = "document"
"""What stands for the name of a file whose name may not be kept."""


Staff = Callable[[], Collection[str]]
"""The names of the ward's people, which are no citizens'; asked for only where a name would be masked."""


def guarded(message: Incoming, staff: Staff = tuple) -> Incoming:
    """The message as it may be kept: a secret one without text and file name, others with numbers masked.

    Of a card with somebody else's number only that it came is kept.
    """
    contact = message.contact
    if contact is not None and not contact.own:
        message = replace(message, contact=Contact("", own=False))
    name = message.attachment or ""
    if is_secret(message.text) or is_secret_name(name):
        return replace(message, text="", attachment=_KEPT if name else None, file=None, secret=True)
    text, in_text = mask(message.text, staff)
    name, in_name = mask(name, staff)
    masked = tuple(dict.fromkeys(in_text + in_name))
    if not masked:
        return message
    file = replace(message.file, name=name) if message.file and in_name else message.file
    return replace(message, text=text, attachment=name or None, file=file, masked=masked)


_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f]")
_DASHES = re.compile("[\u2010-\u2014\u2212]")


def _plain(text: str) -> str:
    """One form of every letter, digit, dash and space, so that nothing hides behind another one."""
    return _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


# --- marks of secrecy ----------------------------------------------------------------------------------


def _but_after(words: str) -> str:
    return "".join(rf"(?<!\b{word} )" for word in words.split(", "))


def _but_before(words: str) -> str:
    return rf"(?! +(?:{words.replace(', ', '|')})\b)"


_PAPER = (
    "tài liệu|văn bản|công văn|công điện|điện|báo cáo|kế hoạch|hồ sơ|tờ trình|thông báo|quyết định|"
    "nghị quyết|chỉ thị|phương án|tệp|file|vb|cv|bc|kh|tl|"
    "tai lieu|van ban|cong van|cong dien|bao cao|ke hoach"
)
_GRADE = "(?:tối |tuyệt |toi |tuyet )?(?:mật|mat)"
_LONGER = "độ, ong, khẩu, mã, vụ, thư, thám, thiết, nghị, hoa, mía, gấu, do, ma, khau, tran, bang, hang, troi"
"""What makes another word of it: mật độ, mật ong, mật khẩu; typed without accents: Mặt trận, mặt bằng."""
_OTHERS = "bí, bảo, cơ, giải, thân, sỏi, túi, ống, trăng"
"""Bí mật, bảo mật, sỏi mật."""

_BRACKETED = re.compile(
    r"[(\[{“‘«\"']\s*(?:(?i:(?:tối |tuyệt )?mật)|(?:TOI |TUYET )?MAT)\s*[)\]}”’»\"']",
)
_STAMPED = re.compile(
    rf"{_but_after(_OTHERS.upper())}\bMẬT\b{_but_before(_LONGER.upper())}"
    r"|^[ ;:-]*(?:Mật|TOI MAT)(?= *(?:[-:.;]|$))",
    re.MULTILINE,
)
_NAMED = re.compile(
    rf"\b(?:{_PAPER}) {_GRADE}\b{_but_before(_LONGER)}"
    r"|\b(?:tối|tuyệt)[ _-]?mật\b|\btuyet[ _-]?mat\b|\btoi[_-]?mat\b"
    r"|(?<!\bmật )\bđộ mật\b(?!\s*[:=-]?\s*(?:không|ko|thường|bình thường)\b)"
    rf"|\bdo mat\s*[:=-]\s*{_GRADE}\b|\bdấu (?:chỉ )?(?:độ )?(?:tối |tuyệt )?mật\b{_but_before(_LONGER)}",
    re.IGNORECASE,
)
# Of work with such papers people speak, and count, in the open: "12 văn bản mật", "quản lý tài liệu mật".
_SPOKEN_OF = re.compile(
    r"(?:(?<![\d/.-])\d+|\b(?:không|ko|k|khong|chưa|chua|số|số lượng|các|những|mọi|quản lý"
    r"|bảo quản|lưu trữ|sổ|về|xác định|quy định|rà soát|tập huấn|giao nhận|loại))"
    r"\s*(?:có|co|gửi|nhận|phát sinh|đóng)?\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[^\n.;/\d]{0,25}?(?<!số )(?<!so )(?<!tháng )(?<!ngày )(?<!quý )(?<!năm )(?<!kỳ )"
    r"(?<!\d)(?!20\d\d\b)\d+(?![\d/]|\.\d)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:(?:NV|CT)[ -]?\d{1,4}(?:\.\d{1,3})?[a-z]?\d?|(?:nhiệm vụ|nhiem vu) \d{1,3})\b", re.IGNORECASE
)
"""An item's code, whose digits count no papers: "NV-007 văn bản mật"."""
_COUNT = re.compile(r"\s*[:=]?\s*\d+(?![\d/-])\b")


def is_secret(text: str) -> bool:
    """True when a message bears a mark of secrecy; not for "bí mật", "mật ong", "12 văn bản mật"."""
    text = _CODE.sub(";", _plain(text))
    if _BRACKETED.search(text):
        return True
    named = list(_NAMED.finditer(text))
    spoken = [one.span() for one in named if _is_spoken_of(text, one)]
    stamps = [one for one in _STAMPED.finditer(text) if not _within(one.start(), spoken)]
    return len(spoken) < len(named) or any(not _COUNT.match(text, one.end()) for one in stamps)


def _is_spoken_of(text: str, named: re.Match[str]) -> bool:
    before = _SPOKEN_OF.search(text[max(0, named.start() - 30) : named.start()])
    return before is not None or _COUNTED.match(text, named.end()) is not None


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


_IN_NAME = re.compile(
    rf"{_but_after(_OTHERS.lower())}\bmật\b{_but_before(_LONGER)}"
    rf"|\b(?:{_PAPER}) {_GRADE}\b{_but_before(_LONGER)}|(?:tuyet|tuyệt) ?(?:mat|mật)|tối ?mật|toimat",
    re.IGNORECASE,
)
_CAPITAL_IN_NAME = re.compile(
    rf"{_but_after('BI, BAO, CO, NGUOI, VANG, TIEN, BE, DAU, BO, RA, KHUON, GAP')}\bMAT\b"
    rf"{_but_before('DO, ONG, MA, KHAU, TRAN, BANG, HANG, TROI, NUOC, DUONG, MAT, TICH')}"
)


def is_secret_name(name: str) -> bool:
    """True when a file's name bears a mark: "KH_12 (Mật).pdf", "BC-MAT.docx", "tai-lieu-mat.pdf"."""
    words = re.sub(r"[\s_.+-]+", " ", _plain(PurePath(name).stem))
    return any(one.search(words) for one in (_BRACKETED, _IN_NAME, _CAPITAL_IN_NAME))


# --- numbers of people ---------------------------------------------------------------------------------

_ALONE = r"(?<!\d)(?<!\d[.,])"
_ENDS = r"(?!\d|[.,]\d|/[1-9]|\s*(?:đồng|dong|đ(?!/)|vnđ|vnd|triệu|trieu|tr|tỷ|tỉ|ty|nghìn|ngàn)(?!\w))"
_NO_COUNT = r"(?!\s*(?:hộ|ho|người|nguoi|lượt|luot|trường hợp|thẻ|the|vụ|kg|tấn|ha|m2|%|‰)(?!\w))"
_ID_CUE = r"(?:cccd|cmnd|cmt|căn cước(?: công dân)?|can cuoc(?: cong dan)?|chứng minh(?: nhân dân| thư)?"
_ID_CUE += r"|chung minh(?: nhan dan| thu)?|(?:số |so )?(?:định danh|dinh danh)(?: cá nhân| ca nhan)?)"
_PHONE_CUE = r"(?:sđt|sdt|số điện thoại|so dien thoai|điện thoại|dien thoai|zalo|di động|di dong"
_PHONE_CUE += r"|gọi|goi|liên hệ|lien he|lh|alo|số máy|so may)"
_JOIN = r"[\s:.,=-]*(?:(?:số|so|là|la)[\s:.]*)?"
_OTHER_NUMBER = re.compile(
    r"(?:mst|mã số thuế|ma so thue|stk|tài khoản|tai khoan)[\s:.]*(?:số|so)?[\s:.]*$", re.IGNORECASE
)

_NUMBERS = (
    # Decree 137/2015 Art. 13: twelve digits, the first three the province (001 to 096).
    ("citizen_id", re.compile(_ALONE + r"(?P<number>0\d(?:[ .-]?\d){10})" + _ENDS)),
    (
        "citizen_id",
        re.compile(
            rf"\b{_ID_CUE}{_JOIN}(?P<number>\d{{12}}|\d{{9}}|\d{{3}} \d{{3}} \d{{3}}){_ENDS}{_NO_COUNT}",
            re.IGNORECASE,
        ),
    ),
    ("phone", re.compile(_ALONE + r"(?P<number>0[35789]\d(?:[ .-]?\d){7})" + _ENDS)),
    ("phone", re.compile(_ALONE + r"(?P<number>\(?02\d{1,2}\)?(?:[ .-]?\d){7,8})" + _ENDS)),
    ("phone", re.compile(r"(?P<number>\(?\+84\)?[ .-]?\d(?:[ .-]?\d){8,9})" + _ENDS)),
    (
        "phone",
        re.compile(
            rf"\b{_PHONE_CUE}{_JOIN}(?P<number>(?:84)?[35789]\d{{8}}){_ENDS}{_NO_COUNT}", re.IGNORECASE
        ),
    ),
)
_TRIPLES = re.compile(r"\d{3}(?:[ .-]\d{3})+")


def mask(text: str, staff: Staff = tuple) -> tuple[str, tuple[str, ...]]:
    """The text without ID and phone numbers, and names of citizens that tell something private; and of which
    kinds these were: "citizen_id", "phone", "name".

    Not a figure: "7.512.469.825 đồng", "125450000", "0350 hộ" stay.
    """
    plain, kinds = _plain(text), []
    for kind, pattern in _NUMBERS:
        masked = pattern.sub(_masked, plain)
        if masked != plain:
            kinds.append(kind)
        plain = masked
    if citizens.masked(plain, MASK) != plain and (unnamed := citizens.masked(plain, MASK, staff())) != plain:
        kinds.append("name")
        plain = unnamed
    return (plain if kinds else text), tuple(dict.fromkeys(kinds))


def _masked(found: re.Match[str]) -> str:
    number, before = found["number"], found.string[: found.start("number")]
    # "5 000 000 000 000" has a beginning that is not in the match.
    goes_on = _TRIPLES.fullmatch(number) and before[-2:-1].isdigit() and before[-1] in " .-"
    if goes_on or not _is_persons(number) or _OTHER_NUMBER.search(before):
        return found[0]
    return found[0].removesuffix(number) + MASK


def _is_persons(number: str) -> bool:
    """False for a list of figures ("030 05 07 8 901 2") and for a sum of money ("125450000")."""
    digits = "".join(letter for letter in number if letter.isdigit())
    groups = re.split(r"[ .-]", number.strip("+()"))
    if digits.startswith("02") and len(digits) not in {11, 12}:
        return False
    if len(groups) == 1:
        return digits.startswith("0") or not digits.endswith("000")
    return len(groups) <= 4 and min(map(len, groups[1:])) >= 2 and (len(groups[0]) >= 3 or number[0] in "+(")
