"""The words of /duyet whatever is decided on: verdicts as they are typed, the list, which request is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.numbers import count, short_day

REFUSE, RETURN, AGREE, CONFIRM, UNTIL = "refuse", "return", "agree", "confirm", "until"
_SPEAKING = r"\s*(?:(?:ok|oke|okay|vang|u|toi|minh|anh|chi|rat|hoan toan|cung|nhung|thoi|rut lai|doi y),? )*"
VERDICTS = (
    (
        REFUSE,
        re.compile(_SPEAKING + r"(?:khong|chua|ko|k|kg) (?:dong y|duyet|nhat tri|chap thuan|cho|xac nhan)\b"),
    ),
    (RETURN, re.compile(r"\s*(?:tra lai|tra ve|bo sung)\b")),
    (AGREE, re.compile(_SPEAKING + r"(?:dong y|nhat tri|chap thuan|duyet)\b")),
    (CONFIRM, re.compile(r"\s*xac nhan\b")),
    (UNTIL, re.compile(r"\s*(?:gia han |cho )?(?:den|toi|het)\b(?: ngay\b)?")),
)
"""Folded words with which somebody decides; refusing is tried first."""
NODS = (
    (REFUSE, re.compile(r"(?:khong|ko|kg)(?: (?:duoc|dc|dau|a|nhe|em|anh))*")),
    (
        AGREE,
        re.compile(
            r"(?:ok|oke|okie|okay|okey|uh?|um|uhm|vang|duoc|dc|nhat tri|chuan|cho)"
            r"(?: (?:ok|duoc|dc|roi|r|em|e|anh|chi|a|nhe|nha|di|thoi|do|day|luon|dong chi|cho))*"
        ),
    ),
)
"""Folded words, the whole of a message, that decide only right below the request that they answer."""
NOT_YET = re.compile(
    r"(?:(?:nhu the|nhu vay|the|vay)(?: nay)? )?(?:(?:la |van )?(?:chua|khong) (?:duoc|dc|dat|on)|lam lai)"
    r"(?: (?:dau|roi|em|anh|chi|nhe))*(?:$|[ ]*[,.;:–-]+[ ]*| (?=(?:con|thieu|phai|can|bo sung|vi|do) ))"
)
"""How folded words begin that return what was handed in, said right below it; what is lacking follows."""
ALL = re.compile(
    r"(?:cho )?(?:tat ca|toan bo|het|ca)(?: (?:hai|ba|2|3|cac|de nghi|muc|tat ca|het|luon|nhe|di|a|em))*"
)
"""What follows a consent to everything that waits."""
AFTER = " ,.;:-–"
WAITING = "Chờ ý kiến"
SEE = "Xem và quyết định"


def verdict_in(words: str) -> tuple[str | None, str]:
    """What the words decide, and what is said beside: "đồng ý đến 25/11" is a decision on the day."""
    folded = fold(words)
    for verdict, opening in VERDICTS:
        if found := opening.match(folded):
            return verdict, words[found.end() :].strip(AFTER)
    return None, words


def nod_in(words: str) -> str | None:
    """What a bare "ok", "được", "không" decides, said right below a request."""
    said = fold(words).strip(" .!,")
    return next((verdict for verdict, whole in NODS if whole.fullmatch(said)), None)


def not_yet_in(words: str) -> str | None:
    """What "chưa được, còn 2 hộ" says is lacking; None for other words."""
    found = NOT_YET.match(fold(words))
    return words[found.end() :].strip(AFTER) if found else None


def counts(found: Sequence[tuple[int, str]]) -> str:
    """ "02 đề nghị gia hạn, 01 kết quả chờ xác nhận"."""
    return ", ".join(f"{count(number)} {noun}" for number, noun in found)


def waits_for(person: PersonView, found: Sequence[tuple[int, str]]) -> str:
    return f"Chờ ý kiến {you(person)}: {counts(found)} (trả lời DUYỆT)."


def waits_for_each(
    person: PersonView,
    own: Sequence[tuple[int, str]],
    others: Sequence[tuple[PersonView, Sequence[tuple[int, str]]]],
) -> str:
    """What waits for this person, and what for others that he may decide as well."""
    said = [waits_for(person, own)] if own else []
    beside = "; ".join(f"chờ {named(who)}: {counts(found)}" for who, found in others)
    return " ".join([*said, f"{capital(beside)}."] if beside else said)


def morning(person: PersonView, found: Sequence[tuple[int, str]], since: datetime) -> str:
    """In the digest: what waits for this person since before today."""
    return (
        f"Chờ ý kiến {you(person)}: {counts(found)}, sớm nhất từ {short_day(since.date())}. Trả lời: DUYỆT."
    )


def nothing_waits(person: PersonView) -> str:
    return f"Không có đề nghị nào đang chờ ý kiến {you(person)}."


def waiting(lines: Sequence[str], found: Sequence[tuple[int, str]]) -> str:
    """What waits for a person, the oldest first."""
    more = sum(number for number, _noun in found) - len(lines)
    head = f"Đang chờ ý kiến: {counts(found)}. Chọn để xem và quyết định:"
    rest = [f"… và {count(more)} đề nghị gửi sau."] if more else []
    return "\n".join([head, *(f"- {line}" for line in lines), *rest])


def none_at_once(person: PersonView) -> str:
    return f"Các đề nghị này còn thiếu nội dung, chưa quyết định được cùng lúc; đề nghị {you_short(person)} trả lời từng đề nghị."


def left(found: Sequence[tuple[int, str]]) -> str:
    return f"Còn chờ ý kiến: {counts(found)} (trả lời DUYỆT)."


def which(person: PersonView) -> str:
    return f"Có nhiều đề nghị đang chờ; đề nghị {you_short(person)} chọn đề nghị được trả lời:"


def not_the_decider(act: str, item: ItemView, deciders: Sequence[PersonView]) -> str:
    who = f" do {named(deciders[0])} quyết định" if deciders else ""
    return f"{act} {item.key} {item.short_name}{who}; chưa ghi ý kiến này."


def unknown() -> str:
    return "Trợ lý không tìm thấy đề nghị này. Trả lời DUYỆT để xem các đề nghị đang chờ."
