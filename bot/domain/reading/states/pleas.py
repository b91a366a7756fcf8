"""A plea to those above, "nhờ công an hỗ trợ mời lên", and what they have not decided: both hinder."""

from __future__ import annotations

import re

from bot.domain.reading.scan import Scan

Hit = tuple[int, int]
_SPEAKER = r"(?:(?:em|e|tui em|tui|minh|phuong|ubnd|don vi|tram|ben em|khom|to|kinh|rat|nay|nen|gio|do do) )*"
# Of whom one oversees nothing is begged: "đề nghị 2 quán xử lý rác"
_OVERSEEN = r"(?! (?:\d|ho\b|chu\b|cac\b|co so|quan\b|ba con|nguoi dan|dan\b|sap|tiem|cong dan|hai\b|may\b))"
_ASKS = rf"(?:nho|xin|de nghi|kien nghi|mong|de xuat|phai nho){_OVERSEEN}"
_BETWEEN = r"(?: (?!khen|cong nhan|lui|gia han|den\b|toi\b)\w+){0,6}?"
_HELPS = (
    r"(?:ho tro|giup|giup do|can thiep|tang cuong|chi vien|bo sung|bo tri"
    r"|cap (?:kinh phi|von|them|cho|vat tu|trang bi|phat|may|xe|nguoi|ban do|xuong|ve)"
    r"|thao go|chi dao|phu(?= (?:em|e|voi|giup|them|ben|tui)\b|$)|co y kien"
    r"|cho y kien|cho huong|cho chu truong|xem (?:giup|gap|xet|lai)|phoi hop|don doc|moi len|moi (?:ho|dan)"
    r"|co (?:cong van|van ban)|cong van|vao cuoc|lam viec voi|dieu (?:dong|them)|kien nghi|tac dong|xu ly"
    r"|(?:cho|cu) (?:nguoi|luc luong|can bo|xe|doi|to)(?: \w+){0,2} (?:di|phu|tham gia|xuong|vao|den)"
    r"|giai quyet|quan tam|ghi von|len tieng|go (?:vuong|giup|kho)|huong dan|len (?:xem|sua|xu ly)"
    r"|sua (?:giup|gap)|(?:gui|goi|ra|lam) (?:van ban|cong van|cv|to trinh)|cap(?= *$))"
)
_PLEA = re.compile(
    rf"(?:^|[,.;:!] |(?<! da) (?:ma|nen|a|nhung|chu) ){_SPEAKER}{_ASKS}{_BETWEEN} {_HELPS}\b"
    r"|\bai (?:ho tro|giup|phu)\b(?! trach)"
)
_OF_OFFICE = r"(?:nhap|ghi|sua|cap nhat|nhac|xoa|bao|gui|tra cuu)"
# "nhờ có công an hỗ trợ nên dẹp xong" thanks; "nhờ em nhập giúp số" asks for what the office does
_NO_PLEA = re.compile(
    rf"\bnho (?:co|su|duoc)\b|\b{_OF_OFFICE}(?: (?:so|lai))? (?:giup|ho|dum|lai)\b"
    rf"|\bgiup (?:(?:em|e|minh|anh|chi|toi) )?{_OF_OFFICE}\b|\bde nghi (?:tang|khen|cong nhan)"
    r"|\b(?:xin|de nghi|cho) (?:\w+ ){0,2}(?:gia han|lui|doi|hoan|khat|them \d+ ngay|nop tre)\b"
)
_ABOVE = r"(?:tren|tinh|cap tren|thanh pho|tp|trung tam|ban quan ly|chi cuc|bo|nha nuoc)"
_UNDECIDED = re.compile(
    rf"\b{_ABOVE}(?: (?:van|con|hien|moi|cung|thi))* chua(?: \w+)?"
    r" (?:cap|duyet|giao|phan bo|chuyen|tra loi|ban giao|bo tri|cho|rot)\b"
    r"|\bchua \w+(?: \w+){0,3} nen (?:\w+ ){0,6}chua (?:\w+ ){1,4}duoc\b"
)


def pleas(scan: Scan, start: int, end: int) -> list[Hit]:
    """Return where help of others is asked for, or waited for; not "nhờ có dân giúp nên xong"."""
    words = scan.words(start, end)
    text = " ".join(words)
    if _NO_PLEA.search(text):
        return []
    found = [match for rule in (_PLEA, _UNDECIDED) for match in rule.finditer(text)]
    hits = [_places(text, match, start) for match in found]
    return [hit for hit in hits if not _is_of_name(scan, hit)]


def _is_of_name(scan: Scan, hit: Hit) -> bool:
    """Tell the task "Đề xuất phương án xử lý bếp ăn" from a plea."""
    return any(one.start <= hit[0] < one.end for one in scan.mentions)


def _places(text: str, found: re.Match[str], start: int) -> Hit:
    begins = start + text[: found.start()].count(" ") + (found[0][:1] in (" ", ",", ".", ";", ":", "!"))
    return begins, start + text[: found.end()].count(" ") + 1
