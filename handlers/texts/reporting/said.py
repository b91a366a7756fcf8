"""What an official is told after reporting, and how figures and sample answers are worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.measure import is_percentage_of_change
from bot.domain.percent import percent as exact_percent
from bot.domain.reading.words import fold
from bot.domain.targets import Target
from bot.domain.yardstick import is_rate
from db.item_view import ItemView
from db.models import Figure, Progress
from db.ward_view import PersonView
from handlers.standings.last_year import last_value
from handlers.texts import changes
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.judging import value_words
from handlers.texts.numbers import amount, count, number, percent, places, short_day
from handlers.texts.periods import period_words
from handlers.texts.units import called

if TYPE_CHECKING:
    from handlers.standings.standing import Standing

STATE_WORDS = {
    "none_arose": "không phát sinh",
    "not_applicable": "không áp dụng",
    "held": "đạt",
    "in_progress": "đang thực hiện",
    "lost": "không còn giữ được",
}
HELD_WORDS = {
    "maintain": "đang duy trì",
    "milestone": "đã hoàn thành",
    "narrative": "lãnh đạo xác nhận hoàn thành",
}
_NOT_DONE = "lãnh đạo xác nhận chưa hoàn thành"
TASK_STATE_WORDS = {
    "done": "đã hoàn thành",
    "in_progress": "đang thực hiện",
    "not_done": "chưa hoàn thành",
    "paused": "tạm dừng",
    "cancelled": "đã hủy",
}
UNLIKE_STATES = re.compile(r"\b(?:đất|ôn)\b", re.IGNORECASE)
"""What without its marks would be a word of state: "đạt", "ổn"."""
WHICH_DAY = "đến ngày nào?"
BEFORE_PERIOD = frozenset({"", "tien do", "ky", "bao cao", "trong"})
"""Folded words that may stand before the period which a word of progress is about."""
AROUND_WORDS = " ,.;:-–"
ONLY_STATE = re.compile(
    r"(?:(?:van|da|dang|tiep tuc|con|luon|deu|chua|khong|ko|duoc|co ban|duy tri|giu vung|giu|dam bao|dat(?: chuan)?"
    r"|xong|hoan thanh|hoan tat|lam|thuc hien|trien khai|tot|on dinh|binh thuong|roi|cho|cua|trong|ca|o)(?:[ ,:]+|$))+"
)
"""Folded words that tell a state and no more: the period behind them is that of the state."""
ENDS = re.compile(r"(?:(?:a|nhe|nha|roi|em|anh|chi|oi|dong chi|bao cao)[ ,.]*)*")
"""What may stand behind such a period."""
WITHOUT_OF = re.compile(r"\s(?:trong|của|cua|cho|cả|ca|ở|o)\s*$", re.IGNORECASE)
"""What joins a period to the words in front of it."""


def figure_words(row: Figure, target: Target | None) -> str:
    """A figure as it is shown, without its date: "201 người", "không phát sinh, lũy kế 131 lao động"."""
    unit = target.unit if target else None
    if row.state == "none_arose":
        return f"không phát sinh, {_so_far(row, unit)}" if last_value(row) else STATE_WORDS[row.state]
    if row.state == "held" and target is not None:
        return HELD_WORDS.get(target.evaluation, STATE_WORDS["held"])
    if row.state == "lost" and target is not None and target.is_narrative:
        return _NOT_DONE
    if row.state in STATE_WORDS:
        return STATE_WORDS[row.state]
    if row.state in {"grade", "words"}:
        return row.words or "" if row.state == "grade" else f"“{row.words}”"
    if row.state == "of_assigned" and row.value is not None:
        return f"{amount(row.value, '%')} chỉ tiêu được giao, tự báo cáo"
    if row.value is not None and target is not None and is_percentage_of_change(target):
        return changes.shown(row.value, row.numerator, row.denominator, target)
    if row.value is not None and row.reads == "change":
        return f"{changes.word(row.value)} {amount(abs(row.value), unit)}"
    return value_words(row.value, row.numerator, row.denominator, unit)


def _so_far(row: Figure, unit: str | None) -> str:
    """What stands though nothing arose: the total of a flow, the share of what arose before."""
    if not is_rate(unit):
        return f"lũy kế {amount(row.value or Decimal(0), unit)}"
    return f"đến nay {value_words(row.value, row.numerator, row.denominator, unit)}"


def thanks(person: PersonView, owed: Sequence[Standing], *, hello: bool, more: str | None = None) -> str:
    """The answer to thanks and greetings: with what is still awaited, if anything; `more` is not of items."""
    head = " ".join(filter(None, (f"Chào {you(person)}." if hello else f"Cảm ơn {you(person)}.", more)))
    if not owed:
        return head if more else f"{head} Hiện không có mục nào chờ {you_short(person)}."
    first = min((one.due for one in owed if one.due is not None), default=None)
    due = f", hạn gần nhất {short_day(first.date())}" if first is not None else ""
    return f"{head} Còn {count(len(owed))} mục chờ số liệu hoặc tiến độ{due}. Trả lời VIỆC để xem."


def still_awaited(owed: Sequence[Standing]) -> str:
    """What is left of somebody who says that he has sent everything."""
    return f"Còn {count(len(owed))} mục chờ số liệu hoặc tiến độ. Trả lời VIỆC để xem."


def all_sent(items: Sequence[ItemView], owed: Sequence[Standing]) -> str:
    """ "Xong", behind the figures of these items."""
    names = ", ".join(item.short_name for item in items)
    said = f"{names}: đã có số liệu, giữ nguyên."
    return f"{said}\n{still_awaited(owed)}" if owed else said


def number_wanted(item: ItemView, kind: str, person: PersonView, last: Decimal | None) -> str:
    """ "Xong" or "chưa" of an indicator that needs a number, or a confirmation."""
    you_are = you_short(person)
    target = item.target
    if target is not None and target.is_kept:
        return (
            f"{item.short_name}: chưa ghi gì. Nếu vẫn giữ vững, {you_are} trả lời "
            f"{item.key} ĐANG DUY TRÌ; nếu không, trả lời {item.key} KHÔNG CÒN GIỮ ĐƯỢC."
        )
    if kind == "not_done":
        return (
            f"{item.short_name}: chưa có số liệu, mục này vẫn chờ. "
            f"Nếu có khó khăn, {you_are} trả lời VƯỚNG + lý do."
        )
    wanted = f"số ({target.unit})" if target is not None and target.unit else "kết quả"
    return f"{item.short_name}: đề nghị {you_are} gửi kèm {wanted}. Ví dụ: {sample(item, last)}"


def sample(item: ItemView, last: Decimal | None) -> str:
    """A sample answer for an item: "BHXH tự nguyện 201", "NV-022 đang làm". The program reads each of them."""
    if item.is_task:
        return f"{item.key} đang làm, đã trình dự thảo"
    name, target = called(item), item.target
    if target is None:
        return f"{name} 12"
    if target.is_kept and target.unit is not None:
        kept = number(next(one for one in (last, target.value, target.whole, Decimal(4)) if one is not None))
        return f"{name} {kept}/{number(target.whole)}" if target.whole is not None else f"{name} {kept}"
    if target.evaluation in _SAMPLES:
        # By its code: such names are often those of a task too, or hold the very words of the answer.
        return f"{item.key} {_SAMPLES[target.evaluation]}"
    if target.grade is not None:
        return f"{name} đạt {target.grade}"
    if target.unit is None:
        return f"{item.key} xong"
    goal = target.value
    if goal is not None and target.evaluation == "cumulative" and not is_rate(target.unit):
        goal = max(Decimal(1), (goal / 10).to_integral_value())  # never the plan's own number as a result
    guess = next((one for one in (last, goal, target.low, target.reduce_low) if one is not None), None)
    if guess is None:
        few = Decimal(1) if target.comparator == "reduce_by" else Decimal(12)
        guess = Decimal(120_000_000) if target.unit == "đồng" else few
    guess = places(guess, 2) if is_rate(target.unit) else guess
    shown = amount(guess, target.unit) if target.unit in {"đồng", "%", "‰"} else number(guess)
    if target.measured == "reduction_or_stock":
        reduced = f"{number(guess)}%" if is_rate(target.unit) else amount(guess, target.unit)
        level = (
            is_rate(target.unit) and target.value is not None
        )  # "không quá 8,06%": the rate itself is told
        shown = reduced if level or fold(name).startswith("giam") else f"giảm {reduced}"
    # "… tự nhiên 1,1%" is how the plan words the item itself.
    in_name = fold(f"{name} {shown}") in fold(item.name)
    return f"{item.key if in_name else name} {shown}"


_SAMPLES = {
    "maintain": "đang duy trì",
    "milestone": "xong",
    "narrative": "ổn định",
    "event_free": "không phát sinh",
}


def not_own_item(item: ItemView, owner: PersonView, person: PersonView) -> str:
    what = "nội dung" if item.is_task else "số liệu"
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách; {what} chưa được ghi. "
        f"Đề nghị {named(owner)} gửi, hoặc {you_short(person)} báo Văn phòng nhập thay."
    )


def kept(items: Sequence[ItemView]) -> str:
    """An edited message says nothing of these any more: what it had recorded stays."""
    names = ", ".join(item.short_name for item in items)
    return f"Nội dung đã ghi trước đó của {names} được giữ nguyên; cần sửa, gửi lại tên + số đúng."


def nothing_to_correct(person: PersonView) -> str:
    who = capital(you_short(person))
    return f"{who} chưa gửi số liệu nào để sửa. Gửi mới: tên chỉ tiêu + số, ví dụ BHXH 201"


def not_taken_back(item: ItemView, figure: Figure | None) -> str:
    """ "Hủy": a figure is not deleted, it is put right."""
    if figure is None:
        return f"{item.short_name}: chưa có số liệu nào để hủy."
    return (
        f"{item.short_name}: số đã ghi ({figure_words(figure, item.target_on(figure.as_of))}, "
        f"đến {short_day(figure.as_of)}) được giữ nguyên. Đề nghị gửi số đúng: SỬA + tên + số."
    )


def progress_not_taken_back(item: ItemView, told: Progress | None) -> str:
    """ "Hủy", of a task: what was told stays until something else is."""
    if told is None:
        return f"{item.key} {item.short_name}: chưa có báo cáo nào để hủy."
    other = "chưa xong" if told.state == "done" else "xong"
    return (
        f"{item.key} {item.short_name}: nội dung đã ghi ({TASK_STATE_WORDS[told.state]}) được giữ nguyên. "
        f"Cần sửa, gửi lại, ví dụ: {item.key} {other}"
    )


def unchanged(item: ItemView, figure: Figure) -> str:
    """ "Không thay đổi", of an item that was reported for this period already."""
    said = figure_words(figure, item.target_on(figure.as_of))
    return f"{item.short_name}: {period_words(figure.period)} đã có số liệu, giữ nguyên {said}."


def grade_stays(item: ItemView, figure: Figure, words: str) -> str:
    """Words without a name, told of what has its grade: the grade is there to stay."""
    said = f"{unchanged(item, figure)} Nội dung “{cut(words, 60)}” chưa được ghi."
    return f"{said}\nKhi kết quả thay đổi, đề nghị gửi tên + kết quả, ví dụ: {item.short_name} {figure.words}"


def not_understood(person: PersonView, owed: Sequence[Standing]) -> str:
    """Help that names what this person owes."""
    head = f"Trợ lý chưa hiểu nội dung này, chưa ghi gì. {capital(you_short(person))} có thể nhắn:"
    lines = [f"- {sample_now(one)}" for one in owed[:3]]
    return "\n".join([head, *lines, _may_say(person, is_asked=bool(owed))])


def _may_say(person: PersonView, *, is_asked: bool) -> str:
    """What a role is for; of several the widest, unless figures of his own are awaited from a leader."""
    if person.has("chair", "leader") and not is_asked:
        return "TÌNH HÌNH (hoặc TÌNH HÌNH + tên chỉ tiêu, lĩnh vực, người), CHƯA BÁO CÁO, GIAO + người + việc + hạn, TRỢ GIÚP."
    if person.has("clerk"):
        return "TÌNH HÌNH, CHƯA BÁO CÁO, ĐÔN ĐỐC + tên, NHẬP THAY + tên + số liệu, TỔNG HỢP + kỳ, VIỆC, TRỢ GIÚP."
    if person.has("unit_head"):
        return "VIỆC, VƯỚNG + lý do, CHƯA BÁO CÁO, ĐÔN ĐỐC + tên, NHẬP THAY + tên + số liệu, TRỢ GIÚP."
    if person.has("admin") and not is_asked:
        return "NGƯỜI (danh sách, mã mời), KẾ HOẠCH, TIN CHƯA GỬI ĐƯỢC, TRỢ GIÚP."
    return "VIỆC (đầu việc của tôi), VƯỚNG + lý do, TRỢ GIÚP."


def sample_now(one: Standing) -> str:
    """A sample answer with the item's last figure."""
    row, target = one.figure, one.item.target
    left = (
        row is not None
        and target is not None
        and target.measured == "reduction_or_stock"
        and row.reads is None
    )
    return sample(one.item, None if left else last_value(row))


def completion(numerator: Decimal, denominator: Decimal) -> str:
    """a/b in per cent, at two decimals when it is asked about: "50,11%"."""
    return percent(exact_percent(numerator, denominator), 2)
