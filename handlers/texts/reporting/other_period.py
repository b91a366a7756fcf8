"""What is told of a report whose period or day the plan, or the calendar, does not take."""

from __future__ import annotations

from datetime import date

from bot.domain.periods import SHORT, Period
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, you_short
from handlers.texts.numbers import day
from handlers.texts.periods import period_words, school_year, the_period


def period_closed(item: ItemView, period: Period, person: PersonView) -> str:
    """ "Xong" of a whole task, said of a closed period: no period of its own, so nobody decides on that."""
    return (
        f"{capital(the_period(period.key))} của {item.short_name} đã chốt; nội dung chưa được ghi. "
        f"Muốn điều chỉnh kỳ đã chốt, đề nghị {you_short(person)} báo Văn phòng kèm lý do."
    )


def of_next_plan(item: ItemView, period: Period, year: int, used: date | None) -> str:
    """Of a plan of `year`; the period's own is `used` from that day, or has not been loaded."""
    own = period.key[:4]
    when = f"từ ngày {day(used)}, khi kế hoạch năm {own} được dùng" if used else f"khi có kế hoạch năm {own}"
    return (
        f"{capital(period_words(period.key))} tính vào kế hoạch năm {own}; nội dung của {item.short_name} "
        f"chưa được ghi. Gửi lại {when}, hoặc gửi kèm kỳ của năm {year}."
    )


def of_next_school_year(item: ItemView, period: Period, own: int, last: Period, *, loaded: bool) -> str:
    """Of a period of the school year that ends in `own` and is counted to that plan, which may be `loaded`
    already; `last` is the last period that this plan has: September is of its calendar year as well.
    """
    said = capital(period_words(period.key))
    said += f" thuộc {school_year(own)}," if period.kind in SHORT else ""
    begins = f"kế hoạch năm {own} bắt đầu được dùng" if loaded else f"có kế hoạch năm {own}"
    return (
        f"{said} tính vào kế hoạch năm {own}; nội dung của {item.short_name} chưa được ghi. "
        f"Gửi lại khi {begins}.\n{_with_period(item, own - 1, last)}"
    )


def in_break(item: ItemView, period: Period, last: Period | None, own: int) -> str:
    """Of a month or week in the summer before the school year that ends in `own`."""
    refused = (
        f"{capital(period_words(period.key))} nằm ngoài năm học, {item.short_name} không báo cáo kỳ này; "
        "nội dung chưa được ghi."
    )
    return refused if last is None else f"{refused}\n{_with_period(item, own - 1, last)}"


def of_year_before(item: ItemView, period: Period, own: int, meant: int) -> str:
    """Of a period of an earlier school year than the item's own."""
    said = capital(period_words(period.key))
    said += f" thuộc {school_year(own)}" if period.kind in SHORT else ""
    return (
        f"{said}, không tính vào {school_year(meant)}; nội dung của {item.short_name} chưa được ghi. "
        f"Gửi kèm kỳ của {school_year(meant)}."
    )


def _with_period(item: ItemView, own: int, last: Period) -> str:
    told = "tiến độ" if item.is_task else "số"
    return (
        f"Nếu là số của {school_year(own)}, gửi kèm kỳ: {item.short_name} {period_words(last.key)} + {told}"
    )


def period_ahead(item: ItemView, period: Period) -> str:
    return f"{capital(the_period(period.key))} của {item.short_name} chưa bắt đầu; số liệu chưa được ghi."


def day_ahead(item: ItemView, asked: date) -> str:
    return f"Ngày {day(asked)} chưa đến; số liệu {item.short_name} chưa được ghi. Đề nghị kiểm tra lại ngày."


def not_in_plan(year: int, item: ItemView | None, words: str) -> str:
    """Of last year's plan, in which there is no item of the name that was said."""
    if item is None:
        return send_alone(words)
    return f"Kế hoạch năm {year} không có mục {item.short_name}; “{words}” chưa được ghi."


def send_alone(words: str) -> str:
    return f"“{words}” chưa được ghi. Đề nghị gửi riêng một tin cho năm đó."
