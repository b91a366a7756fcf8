"""What an official is told after reporting: receipts, what is still wanted, what could not be taken."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.percent import percent as exact_percent
from bot.domain.periods import Period
from bot.domain.verdict import Verdict
from db.models import Progress
from db.ward_view import ItemView, PersonView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.judging import CLASS_WORDS, target_words, value_words
from handlers.texts.numbers import amount, day, number, percent, short_day

if TYPE_CHECKING:
    from handlers.recording import Recorded
    from handlers.standing import Standing

STATE_WORDS = {
    "none_arose": "không phát sinh",
    "held": "đã xác nhận giữ vững/đạt",
    "in_progress": "đang thực hiện",
    "lost": "không còn giữ được",
    "words": "đã nhận nội dung",
}
TASK_STATE_WORDS = {"done": "đã hoàn thành", "in_progress": "đang thực hiện", "not_done": "chưa thực hiện"}
_ROMAN = ("I", "II", "III", "IV")


def period_words(key: str) -> str:
    """A period's key as it is said: "tháng 11/2026", "quý III/2026", "tuần 47/2026", "năm 2026"."""
    year, _, part = key.partition("-")
    if not part:
        return f"năm {year}"
    if part == "9M":
        return f"9 tháng năm {year}"
    if part.startswith("W"):
        return f"tuần {int(part[1:])}/{year}"
    if part.startswith("Q"):
        return f"quý {_ROMAN[int(part[1:]) - 1]}/{year}"
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    return f"tháng {int(part)}/{year}"


def period_span(period: Period) -> str:
    """The period with its days: "tháng 11/2026 (15/10 – 14/11)"."""
    return f"{period_words(period.key)} ({short_day(period.start)} – {short_day(period.end)})"


def figure_receipt(
    recorded: Recorded, verdict: Verdict | None, owner: PersonView | None, reader: PersonView
) -> str:
    """ "Đã ghi nhận BHXH tự nguyện, tháng 11/2026 (đến 14/11): 201 người (tăng 19), đạt 74,7% …"."""
    figure, item = recorded.figure, recorded.item
    assert figure is not None  # noqa: S101
    verb = "Đã sửa" if recorded.before is not None else "Đã ghi nhận"
    target = item.target_on(figure.as_of)
    unit = target.unit if target else None
    if figure.state in STATE_WORDS:
        said = STATE_WORDS[figure.state]
    elif figure.state == "of_assigned":
        said = f"{amount(figure.value or Decimal(0), '%')} chỉ tiêu được giao (tự báo cáo, chưa nhập số giao)"
    else:
        said = value_words(figure.value, figure.numerator, figure.denominator, unit)
    change = _change(recorded, unit)
    estimate = ", số ước" if figure.estimate else ""
    who = f" (thay {named(owner)})" if owner is not None and owner.id != reader.id else ""
    head = f"{verb}{who}: {item.short_name}, {period_words(figure.period)}, số đến {short_day(figure.as_of)}: {said}{change}{estimate}"
    return f"{head}. {_against_plan(verdict, recorded)}" if verdict else f"{head}."


def _change(recorded: Recorded, unit: str | None) -> str:
    figure = recorded.figure
    assert figure is not None  # noqa: S101
    now = figure.value if figure.state == "value" else None
    if recorded.before is not None:
        before = recorded.before
        if before.value is not None and before.value != now:
            return f" (số gửi trước: {amount(before.value, unit)})"
        return ""
    if now is None or recorded.previous is None or now == recorded.previous:
        return ""
    word = "tăng" if now > recorded.previous else "giảm"
    return f" ({word} {number(abs(now - recorded.previous))} so với số trước)"


def _against_plan(verdict: Verdict, recorded: Recorded) -> str:
    """Where the figure stands against the plan, in a sentence or two."""
    figure, item = recorded.figure, recorded.item
    assert figure is not None  # noqa: S101
    target = item.target_on(figure.as_of)
    if target is None:
        return "Chỉ tiêu chưa có số giao."
    words = CLASS_WORDS[verdict.cls]
    if verdict.cls == "unassigned":
        return "Chưa có số giao để so sánh."
    plan = f"Kế hoạch {target_words(target)}"
    if target.evaluation == "cumulative" and verdict.ratio is not None and verdict.value is not None:
        text = f"{plan}, đạt {percent(verdict.ratio)}: {words}."
        if verdict.expected is not None and verdict.value < verdict.expected:
            text += f" Mức bình quân đến nay khoảng {number(verdict.expected.quantize(Decimal(1)))}."
        return text
    if target.evaluation == "level" and verdict.ratio is not None and target.unit not in {"%", "‰"}:
        return f"{plan}, đạt {percent(verdict.ratio)}: {words}."
    note = " (hiểu là mức trần)" if verdict.assumption == "read_as_ceiling" else ""
    return f"{plan}{note}: {words}."


def progress_receipt(item: ItemView, row: Progress, *, late: bool) -> str:
    share = f" {amount(row.percent, '%')}" if row.percent is not None else ""
    timing = ""
    if row.state == "done" and item.due_on is not None:
        timing = f" (quá hạn {day(item.due_on)})" if late else " (trong hạn)"
    return f"Đã ghi nhận {item.key} {item.short_name}: {TASK_STATE_WORDS[row.state]}{share}{timing}."


def obstacle_receipt(item: ItemView, words: str) -> str:
    return (
        f"Đã ghi nhận vướng mắc của {item.key} {item.short_name}: “{words}”. "
        "Nội dung này được báo cáo lãnh đạo; hạn hiện tại vẫn được tính cho đến khi có ý kiến."
    )


def how_to_correct(person: PersonView, item: ItemView) -> str:
    sample = "xong" if item.is_task else "số đúng"
    return f"Cần sửa, {you_short(person)} trả lời SỬA + {sample}."


def thanks(person: PersonView) -> str:
    return f"Cảm ơn {you(person)}. Cần xem đầu việc, trả lời VIỆC."


def number_wanted(item: ItemView, kind: str, person: PersonView) -> str:
    unit = item.target.unit if item.target and item.target.unit else "số liệu"
    if kind == "not_done":
        return (
            f"{item.short_name}: trợ lý đã rõ là chưa có số liệu; mục này vẫn chờ số. "
            f"Nếu có khó khăn, {you_short(person)} trả lời VƯỚNG + lý do."
        )
    return f"{item.short_name}: đề nghị {you_short(person)} gửi kèm số ({unit}). Ví dụ: {sample(item, None)}"


def sample(item: ItemView, last: Decimal | None) -> str:
    """A sample answer for an item: "BHXH tự nguyện 201", "NV-022 xong"."""
    if item.is_task:
        return f"{item.key} đang làm, đã trình dự thảo"
    target = item.target
    name = item.short_name
    if target is None or target.unit is None:
        return f"{name} duy trì tốt" if target and target.evaluation == "maintain" else f"{name} xong"
    if target.evaluation == "event_free":
        return f"{name} không phát sinh"
    guess = last if last is not None else target.value
    if guess is None:
        return f"{name} 120 triệu" if target.unit == "đồng" else f"{name} 12"
    return f"{name} {amount(guess, target.unit) if target.unit in {'đồng', '%', '‰'} else number(guess)}"


def type_again(item: ItemView | None, person: PersonView) -> str:
    name = f" {item.short_name}" if item else ""
    return f"Số liệu{name} chưa được ghi. Đề nghị {you_short(person)} gửi lại số đúng."


def not_own_item(item: ItemView, owner: PersonView, person: PersonView) -> str:
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách; số liệu chưa được ghi. "
        f"Đề nghị {named(owner)} gửi, hoặc {you_short(person)} báo Văn phòng nhập thay."
    )


def period_closed(item: ItemView, period: Period, person: PersonView) -> str:
    return (
        f"Kỳ {period_words(period.key)} của {item.short_name} đã chốt; số liệu chưa được ghi. "
        f"Muốn điều chỉnh, đề nghị {you_short(person)} báo Văn phòng kèm lý do."
    )


def period_ahead(item: ItemView, period: Period) -> str:
    return f"Kỳ {period_words(period.key)} của {item.short_name} chưa bắt đầu; số liệu chưa được ghi."


def not_understood(person: PersonView, owed: Sequence[Standing]) -> str:
    """Help that names what this person owes."""
    head = f"Trợ lý chưa hiểu nội dung này, chưa ghi gì. {capital(you_short(person))} có thể nhắn:"
    lines = [f"- {sample(one.item, None)}" for one in owed[:3]]
    tail = "VIỆC (đầu việc của tôi), VƯỚNG + lý do, TRỢ GIÚP."
    return "\n".join([head, *lines, tail])


def nothing_owed(person: PersonView) -> str:
    return f"{capital(you_short(person))} đã gửi đủ số liệu các mục đang đến kỳ. Gửi thêm: tên chỉ tiêu + số."


def ask_for(now: Standing, left: int) -> str:
    """One step of /baocao: what is asked, the last figure, a sample."""
    item = now.item
    lines = [f"{item.key} {item.name if len(item.name) < 160 else item.short_name}"]
    if now.period is not None:
        lines.append(f"Kỳ {period_span(now.period)}; kế hoạch: {target_words(item.target)}.")
    last = None
    if now.figure is not None and now.figure.state == "value":
        last = now.figure.value
        unit = item.target.unit if item.target else None
        shown = value_words(now.figure.value, now.figure.numerator, now.figure.denominator, unit)
        lines.append(f"Số gần nhất: {shown}, đến {short_day(now.figure.as_of)}.")
    if left:
        lines.append(f"Còn {left} mục sau mục này.")
    lines.append(f"Đề nghị gửi số. Ví dụ: {sample(item, last)}")
    return "\n".join(lines)


def enter_for_usage(person: PersonView | None = None) -> str:
    who = person.given_name if person else "Minh"
    return f"Nhập thay: NHẬP THAY + tên người + số liệu. Ví dụ: NHẬP THAY {who} BHXH 201"


def several_people(people: Sequence[PersonView]) -> str:
    names = "; ".join(f"{person.name} (mã {person.code})" for person in people)
    return f"Có nhiều người cùng tên: {names}. Đề nghị gõ cả họ tên hoặc mã."


def completion(numerator: Decimal, denominator: Decimal) -> str:
    """a/b in per cent, at two decimals when it is asked about: "50,11%"."""
    return percent(exact_percent(numerator, denominator), 2)
