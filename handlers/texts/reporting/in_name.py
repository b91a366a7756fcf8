"""What an owner reads of what somebody else said in his name."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from db.models import Extension, Figure, Obstacle
from db.ward_view import PersonView
from handlers.texts.common import capital, cut, named, you_short
from handlers.texts.correcting.late import correct
from handlers.texts.extensions import withdraw
from handlers.texts.numbers import short_day, weekday_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import figure_words


def request(item: ItemView, row: Extension, by: PersonView, owner: PersonView | None) -> str:
    return (
        f"{capital(named(by))} đã gửi thay {named(owner)} đề nghị gia hạn {item.key} {item.short_name} "
        f"từ {short_day(row.old_due)} đến {weekday_day(row.asked_due)}.\n"
        f"Lý do: {cut(row.reason, 300)}.\n"
        f"Chưa đúng, trả lời: {withdraw.typed(item).upper()}"
    )


def completion(item: ItemView, by: PersonView, owner: PersonView | None) -> str:
    return (
        f"{capital(named(by))} đã báo thay {named(owner)}: {item.key} {item.short_name} hoàn thành.\n"
        f"Chưa đúng, trả lời: {item.key} chưa xong"
    )


def entered(
    rows: Sequence[tuple[ItemView, Figure]],
    by: PersonView,
    owner: PersonView | None,
    *,
    late: bool,
    why: str,
) -> str:
    """`late`: of last year's plan or a closed period, to be named with the period; `why` that was changed."""
    said = [
        f"{item.key} {item.short_name}, {period_words(row.period)}: {figure_words(row, item.target)}"
        f"{', số ước' if row.estimate else ''}"
        for item, row in rows
    ]
    begun = f"{capital(named(by))} đã nhập thay {you_short(owner) if owner else 'đồng chí'}"
    item, row = rows[0]
    if len(said) == 1:
        return f"{begun}: {said[0]}.{_reason(why)}\nChưa đúng, trả lời: {_typed(item, row, late=late)} {_wanted(why)}"
    lines = "".join(f"\n- {line}" for line in said) + (f"\n{_reason(why).strip()}" if why else "")
    return f"{begun} {len(said):02} mục:{lines}\nChưa đúng, ví dụ trả lời: {_typed(item, row, late=late)} {_wanted(why)}"


def _wanted(why: str) -> str:
    return "+ số đúng + lý do" if why else "+ số đúng"


def _reason(why: str) -> str:
    """Why a closed period was changed."""
    return f" Kỳ đã chốt, lý do điều chỉnh: “{why}”." if why else ""


def _typed(item: ItemView, row: Figure, *, late: bool) -> str:
    return f"{correct(row.period) if late else 'SỬA'} {item.key}"


def correction(
    item: ItemView,
    row: Figure,
    before: Figure,
    by: PersonView,
    owner: PersonView | None,
    *,
    late: bool,
    why: str,
) -> str:
    you_ = you_short(owner) if owner else "đồng chí"
    return (
        f"{capital(named(by))} đã sửa số {you_} gửi: {item.key} {item.short_name}, {period_words(row.period)}: "
        f"{figure_words(row, item.target)} ({you_} gửi: {figure_words(before, item.target)}).{_reason(why)}\n"
        f"Chưa đúng, trả lời: {_typed(item, row, late=late)} {_wanted(why)}"
    )


def obstacle(item: ItemView, row: Obstacle, by: PersonView, owner: PersonView | None) -> str:
    return (
        f"{capital(named(by))} đã báo thay {named(owner)} vướng mắc của {item.key} {item.short_name}: "
        f"“{cut(row.words, 300)}”.\n"
        f"Chưa đúng hoặc đã giải quyết, trả lời: HẾT VƯỚNG {item.key}"
    )
