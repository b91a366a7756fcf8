"""The words about tasks of last year's plan that wait for a new deadline."""

from __future__ import annotations

from datetime import date, datetime

from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts.acting import answers
from handlers.texts.common import capital, named, you
from handlers.texts.numbers import day, deadline
from handlers.texts.results.task import over_from

NOUN = "nhiệm vụ chuyển tiếp chờ hạn mới"
ACT = "Hạn mới của"


def line(item: ItemView) -> str:
    return f"{item.key} {item.short_name}: {over_from(item)}, chờ hạn mới"


def label(item: ItemView) -> str:
    return f"{item.key}: đặt hạn"


def day_label(item: ItemView) -> str:
    return f"{item.key}: đặt hạn mới"


def submitted(item: ItemView, ward: WardView, to: PersonView) -> str:
    """To who sets the day."""
    return (
        f"Kính trình {you(to)}: {item.key} {item.short_name} {over_from(item)} chưa có hạn mới.\n"
        f"Phụ trách: {answers(item, ward)}. Trong khi chờ, trợ lý hỏi tiến độ theo kỳ, không tính quá hạn năm nay.\n"
        "Trả lời: ĐẾN + ngày, ví dụ: ĐẾN 31/3"
    )


def which_day(item: ItemView) -> str:
    return f"Hạn mới của {item.key} {item.short_name} là ngày nào? Chưa ghi.\nVí dụ: ĐẾN 31/3"


def no_day(item: ItemView, words: str, past: date | None) -> str:
    why = f"Ngày {day(past)} đã qua" if past else f"Trợ lý chưa đọc được ngày trong “{words}”"
    return f"{why}; chưa ghi hạn mới của {item.key}.\nVí dụ: ĐẾN 31/3"


def set_before(item: ItemView, due: date | None) -> str:
    said = f"đã có hạn {day(due)}" if due else "đã xong"
    return f"{item.key} {item.short_name} {said}; chưa ghi thêm. Đổi hạn: ĐÔN ĐỐC {item.key} + ngày"


def receipt(item: ItemView, due: datetime, owner: PersonView | None, *, told_now: bool) -> str:
    knows = f" Đã báo {named(owner)}." if told_now and owner else ""
    return f"Đã ghi: hạn mới của {item.key} {item.short_name} là {deadline(due)}.{knows}"


def result(item: ItemView, due: datetime, by: PersonView, owner: PersonView) -> str:
    """To who answers for the task."""
    return (
        f"Kính gửi {you(owner)}: {capital(item.key)} {item.short_name}, {over_from(item)}, "
        f"có hạn mới: {deadline(due)} ({named(by)} đặt).\n"
        f"Gửi tiến độ, kết quả, ví dụ: {item.key} đang làm, đã trình dự thảo"
    )
