"""What was asked back and is not recorded: left open, left out, not a figure of the item."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.domain.periods import Period
from bot.domain.reading.model import Doubt, Reading
from bot.domain.workdays import local
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, you_short
from handlers.texts.judging import target_words
from handlers.texts.numbers import amount, moment, short_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import sample
from handlers.texts.units import called

QUOTED = 40
EXCELLENT = "xuất sắc"
"""What "xs" is short for."""
WORDED = frozenset({"extension", "obstacle", "done", "not_done", "in_progress"})
"""Kinds of readings that are no figure."""


def is_figure(reading: Reading, doubt: Doubt, item: ItemView | None) -> bool:
    """True where a number is asked about: "xong" of one of several tasks is none."""
    told = [reading, *doubt.candidates]
    numbers = [number for one in told for number in (one.value, one.numerator, one.percent_stated)]
    return any(number is not None for number in numbers) or (item is not None and not item.is_task)


def nothing(*, figure: bool) -> str:
    """That nothing was recorded, in the word for what it is."""
    return "Số liệu chưa được ghi." if figure else "Nội dung chưa được ghi."


def type_again(item: ItemView | None, person: PersonView, *, figure: bool) -> str:
    """None of the readings was right."""
    name = f" {item.short_name}" if item else ""
    what = "Số liệu" if figure and (item is None or not item.is_task) else "Nội dung"
    wanted = " số đúng" if figure else ""
    return f"{what}{name} chưa được ghi. Đề nghị {you_short(person)} gửi lại{wanted}."


def pick_one(person: PersonView, *, figure: bool) -> str:
    """An answer that fits several choices, or none of them clearly."""
    return f"{nothing(figure=figure)} Đề nghị {you_short(person)} trả lời bằng một trong các lựa chọn:"


def words_left() -> str:
    return "Đã bỏ qua; nội dung này chưa được ghi."


def to_come(item: ItemView, words: str) -> str:
    """What somebody will do is no progress yet."""
    return f"{called(item)}: chưa ghi “{cut(words, QUOTED)}”, là việc sắp làm; khi có kết quả, đề nghị gửi."


def left_behind(*told: tuple[ItemView | None, str]) -> str:
    """Something else was reported while a question was open."""
    return f"Chưa ghi: {_about(told)}, câu hỏi trước chưa được trả lời; khi rõ, đề nghị gửi lại."


def file_left(asked_at: datetime) -> str:
    """A photo or a file whose task was asked for, and something else came."""
    return f"Chưa lưu: ảnh, tệp gửi lúc {moment(local(asked_at))}, chưa rõ của nhiệm vụ nào; đề nghị gửi lại kèm mã."


def unanswered(told: Sequence[tuple[ItemView | None, str]], asked_at: datetime) -> str:
    """A line of the morning: what was asked back and has no answer."""
    return f"Chưa ghi: {_about(told)} gửi ngày {short_day(local(asked_at).date())}, chưa trả lời câu hỏi của trợ lý."


def _about(told: Sequence[tuple[ItemView | None, str]]) -> str:
    return "; ".join(
        f"{item.short_name} “{shortened(typed)}”" if item is not None else f"“{shortened(typed)}”"
        for item, typed in told
    )


def goes_with_it(item: ItemView, reading: Reading) -> str:
    """Money beside a count, or a count beside money: not what the item is measured in."""
    unit = item.target.unit if item.target is not None else None
    said = amount(reading.value, reading.unit) if reading.value is not None else reading.words
    return f"{item.short_name} tính theo {unit}; “{said}” đi kèm không được ghi."


def beside_rate(item: ItemView, typed: str) -> str:
    """A count beside a rate: "tlhn 0,08%; còn 2 hộ"."""
    unit = item.target.unit if item.target is not None else None
    return f"{item.short_name} tính theo {unit}; “{typed}” đi kèm không được ghi."


def in_question(item: ItemView, person: PersonView, typed: str, value: Decimal) -> str:
    """A number in a question: "bhxh 212 ok chưa?"."""
    return (
        f"“{shortened(typed)}” chưa được ghi vì tin này là câu hỏi; nếu là kết quả, đề nghị {you_short(person)} "
        f"gửi: {sample(item, value)}"
    )


def left_out(item: ItemView | None) -> str:
    """ "Thôi bỏ qua", in answer to a question about a figure."""
    if item is None:
        return "Đã bỏ qua; chưa ghi gì."
    if item.is_task:
        return f"Đã bỏ qua; nội dung {item.short_name} chưa được ghi, mục này vẫn chờ báo cáo."
    return f"Đã bỏ qua; số liệu {item.short_name} chưa được ghi, mục này vẫn chờ số."


def plan_stays(item: ItemView, person: PersonView, value: Decimal | None) -> str:
    return (
        f"Số liệu {item.short_name} chưa được ghi. Kế hoạch đang lưu là {target_words(item.target)}; nếu đã được "
        f"điều chỉnh, đề nghị {you_short(person)} báo Văn phòng cập nhật. "
        f"Gửi số thực hiện không kèm kế hoạch, ví dụ: {sample(item, value)}"
    )


def shortened(typed: str) -> str:
    """What was typed, as much of it as a line quotes."""
    return typed if len(typed) <= QUOTED else f"{typed[:QUOTED].rstrip()}…"


def unknown_codes(codes: Sequence[str], typed: str | None) -> str:
    """Codes that are of no item, and what was said of them; None where it was only asked."""
    missing = f"Kế hoạch không có mã {', '.join(codes)}; xem mã đúng: VIỆC."
    return missing if typed is None else f"Chưa ghi: “{shortened(typed)}”. {missing}"


def off_the_scale(item: ItemView, scale: Sequence[str]) -> str:
    """A grade that the item's own scale does not have."""
    return (
        f"{item.short_name}: mức đã gửi không có trong thang xếp loại ({'; '.join(scale)}). Chưa ghi. "
        f"Ví dụ: {sample(item, None)}"
    )


def may_be_title(item: ItemView, title: str, period: Period) -> str:
    """Below an item's card, where its name is also the title to be reached."""
    when = period_words(period.key)
    return f"Chưa ghi gì. Nếu “{title}” là kết quả {when}, gửi: {item.key}: {title}"


def title_label(title: str) -> str:
    return f"Ghi kết quả: {title}"


def lines_left(lines: Sequence[str]) -> str:
    """Lines of a report that belong to no item, or tell of what is planned."""
    return (
        f"Chưa ghi, chưa rõ thuộc đầu việc nào hoặc là dự kiến: dòng {', '.join(lines)}. "
        "Khó khăn, đề nghị gửi riêng: VƯỚNG + tên + nội dung."
    )


def clauses_left(unread: Sequence[str]) -> str:
    """Of parts of a message that name an item perhaps, and tell nothing that is known."""
    parts = ", ".join(f"“{shortened(one)}”" for one in unread)
    return f"Chưa ghi, chưa rõ nội dung: {parts}. Đề nghị gửi riêng: tên + số hoặc kết quả."
