"""The words of a unit's figure: how it is put before the unit's head, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from db.models import Confirmation, Figure
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.numbers import moment, short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import figure_words, sample
from handlers.texts.units import unit_of

NOUN = "số liệu chờ xác nhận"
ACT = "Xác nhận số liệu"
CONFIRM_LABEL = "Xác nhận"
RETURN_LABEL = "Trả lại"
LATER = "Để sau, chưa quyết định"
NO_HEAD = "đơn vị chưa có trưởng"
SENT_BY_SUBSTITUTE = "trưởng đơn vị vắng, người thay là người gửi"


def _said(row: Figure, item: ItemView) -> str:
    return figure_words(row, item.target_on(row.as_of))


def _about(row: Figure, item: ItemView) -> str:
    return f"{item.short_name}, {period_words(row.period)}, {_said(row, item)}"


def line(row: Figure, item: ItemView, who: PersonView | None) -> str:
    return (
        f"{item.key} {item.short_name}: {_said(row, item)}, {period_words(row.period)} "
        f"({named(who)} gửi {short_day(row.at.date())})"
    )


def label(item: ItemView, period: str) -> str:
    return f"{item.key} {item.short_name}, {period_words(period)}"


def submitted(
    row: Figure, before: Figure | None, item: ItemView, who: PersonView | None, to: PersonView, why: str = ""
) -> str:
    """To the unit's head, or to the clerk and why: the figure, the one before, and how to answer."""
    last = f" Số trước: {_said(before, item)}, đến {short_day(before.as_of)}." if before is not None else ""
    clerk = f" {capital(why)}; đề nghị Văn phòng xác nhận." if why else ""
    return (
        f"Kính gửi {you(to)}: {named(who)} gửi số liệu {item.share_of} của {unit_of(item)}, "
        f"{period_words(row.period)}, số đến {short_day(row.as_of)}: {_said(row, item)}.{last}{clerk}\n"
        "Số này được tính vào tổng của phường sau khi xác nhận. Trả lời: XÁC NHẬN, hoặc TRẢ LẠI + lý do."
    )


def waits_for(people: Sequence[PersonView], reasons: Sequence[str]) -> str:
    who = ", ".join(named(one) for one in people)
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return f" Chờ {who} xác nhận{why}; trước đó chưa tính vào tổng của phường."


def why(item: ItemView) -> str:
    return (
        f"Trả lại số liệu {item.short_name}: đề nghị cho biết lý do. Chưa ghi quyết định.\n"
        "Ví dụ: còn thiếu số hộ ngõ 12"
    )


def put_off() -> str:
    return "Chưa ghi quyết định. Xem lại: DUYỆT."


def receipt(
    item: ItemView, row: Figure, decided: Confirmation, sender: PersonView | None, *, told: bool
) -> str:
    """To the head: what was written down, and who knows of it."""
    knows = (
        f"Đã báo {named(sender)}."
        if told
        else f"{capital(named(sender))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    )
    if decided.state == "confirmed":
        return f"Đã ghi: xác nhận {_about(row, item)}; số này đã tính vào tổng của phường. {knows}"
    return f"Đã ghi: trả lại {_about(row, item)}: {decided.words}. {knows}"


def result(item: ItemView, row: Figure, decided: Confirmation, by: PersonView, to: PersonView) -> str:
    """To who sent it: confirmed, or why it came back and how to answer."""
    if decided.state == "confirmed":
        return f"{capital(named(by))} đã xác nhận {_about(row, item)}; số này đã tính vào tổng của phường."
    return (
        f"{capital(named(by))} trả lại {_about(row, item)}: {decided.words}. Số này chưa tính vào tổng.\n"
        f"Đề nghị {you_short(to)} kiểm tra, gửi lại, ví dụ: {sample(item, row.value)}"
    )


def of_closed(item: ItemView, row: Figure, by: PersonView) -> str:
    """To the clerk: a period that is closed counts more now."""
    return (
        f"Kỳ đã chốt {period_words(row.period)}: {named(by)} vừa xác nhận {item.key} {item.short_name}, "
        f"{_said(row, item)}; tổng của phường trong kỳ đã tính theo số này.\n"
        f"Xem: TÌNH HÌNH {item.parent} {period_words(row.period)}"
    )


def decided_before(item: ItemView, row: Confirmation, by: PersonView | None) -> str:
    """A second decision changes nothing."""
    if row.state == "replaced":
        return f"Số liệu {item.short_name} này đã được gửi lại sau đó. Trả lời DUYỆT để xem số mới."
    when = f" lúc {moment(row.decided_at)}" if row.decided_at else ""
    said = "xác nhận" if row.state == "confirmed" else f"trả lại: {row.words}"
    return (
        f"Số liệu {item.short_name} đã được {named(by)} quyết định{when}: {said}. Ý kiến này chưa được ghi."
    )
