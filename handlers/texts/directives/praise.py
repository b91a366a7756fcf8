"""The words with which a leader praises somebody, and those that pass it on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.ward_view import PersonView
from handlers.texts.common import capital, cut, named, you

_KIND_WORD = r"(?:khen(?! thuong)|cam on|bieu duong|tuyen duong|hoan nghenh|hai long|chuc mung|ghi nhan|danh gia cao|dong vien|tot lam|lam tot|rat tot|vat va)"
_WHOM = r"(?:toi|tui|minh|anh|chi|em|t)"
PASSES_ON = re.compile(
    rf"\b(?:gui|chuyen|nhan|truyen|bao)\b.{{0,24}}\bloi\b.*{_KIND_WORD}|{_KIND_WORD}.*\b(?:chuyen|gui|nhan|truyen)\b.{{0,12}}\bloi\b"
    rf"|\b(?:nhan|noi|bao)(?: \w+){{1,4}} (?:la|rang|biet)\b.*{_KIND_WORD}|{_KIND_WORD}.*\b(?:giup|ho|thay|gium|dum)(?: cho)? {_WHOM}\b"
    rf"|\b(?:thay mat|thay|giup|ho|gium|dum) {_WHOM}\b.*{_KIND_WORD}|\b(?:cho {_WHOM} )?gui (?:loi )?{_KIND_WORD}"
    rf"|^(?:(?:em|lan|u|uh|ok|a|nhe)[ ,]+)*(?:bieu duong|tuyen duong|khen(?! thuong)|ghi nhan va khen) (?:ngay )?(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|a|c|phong|tram|to|cong an|van phong)\b"
    rf"|\b(?:nhan|noi|bao)\b (?:voi |cho )?(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|a|c) \w+ (?:{_WHOM} )?{_KIND_WORD}"
)
"""Folded words by which a praise is to be passed on."""
ORDERLY = re.compile(
    r"\?|\b(?:(?<!nha )giao(?! vien| duc)|truoc (?:ngay|thu|\d)|cham nhat|han|ho so|danh sach|khen thuong|to trinh|giay khen|bang khen|quyet dinh)\b"
    r"|\b(?:chua|bao nhieu|the nao|khong|ai)(?: (?:roi|vay|nhi))*[ .?!]*$"
)
"""Beside these it is work, or a question."""
FROM_ABOVE = re.compile(
    r"\b(?:thanh pho|tinh|cap tren|bi thu|lanh dao tinh|tp) (?:\w+ ){0,2}(?:khen|bieu duong|danh gia|ghi nhan)\b"
)
"""Who is praised is the ward."""
WORDS_FOR = re.compile(
    r"\b(?:gui|chuyen|nhan|truyen)\b.{0,24}\bloi (?:khen|cam on|chuc|dong vien|bieu duong|tuyen duong|tham hoi)\b"
)
"""Folded words that are for somebody, whoever he is."""
LONGEST = 500


def passed_on(people: Sequence[PersonView], unreached: Sequence[PersonView]) -> str:
    """To the leader, once his words have gone out."""
    told = f"Đã chuyển lời của đồng chí đến {_names(people)}." if people else ""
    left = (
        f"{capital(_names(unreached))} chưa liên kết trò chuyện nên chưa nhận được; đề nghị nhắn trực tiếp."
    )
    return "\n".join(filter(None, (told, left if unreached else "", "Không mục nào thay đổi.")))


def to_nobody() -> str:
    """Nobody is named who is linked here: schools, citizens, "toàn thể anh em"."""
    return (
        "Lời của đồng chí chưa chuyển đến ai: trợ lý chỉ nhắn được đến cán bộ của phường có tên trong tin. "
        "Chuyển đến từng người: CHUYỂN LỜI CẢM ƠN ĐẾN + tên. Không mục nào thay đổi."
    )


def letter(words: str, giver: PersonView, reader: PersonView) -> str:
    return f"Kính gửi {you(reader)}: {named(giver)} nhắn: “{cut(' '.join(words.split()), LONGEST)}”."


def pass_on(people: Sequence[PersonView]) -> str:
    return f"Chuyển lời đến {_names(people)}"


def not_yet(people: Sequence[PersonView]) -> str:
    """Below the thanks: nobody has asked for it."""
    return f"Lời của đồng chí chưa chuyển đến {_names(people)}; không mục nào thay đổi."


def _names(people: Sequence[PersonView]) -> str:
    return ", ".join(map(named, people))
