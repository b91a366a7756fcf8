"""Lists of a person's items: /viec, the morning digest, the afternoon of the due day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from db.item_view import Milestone
from db.ward_view import PersonView, WardView
from handlers.standings.duties import by_day
from handlers.standings.standing import Standing
from handlers.texts.acting import answers, is_away, on_behalf
from handlers.texts.common import capital, you
from handlers.texts.extensions.asked import last_state, mark, stone_mark
from handlers.texts.judging import target_words
from handlers.texts.numbers import count, deadline, hour, past_day, short_day, weekday_short
from handlers.texts.periods import period_span
from handlers.texts.reporting.said import sample_now
from handlers.texts.situation.short import figure, timing

SHOWN = 8
_OFF = "Chưa mở trên hệ thống, không gửi số liệu tại đây; đề nghị báo cáo theo đường văn bản."

MY_WORK = tuple(
    f"{who} {does} {what}"
    for who in ("toi", "em", "minh")
    for does in ("phu trach", "duoc giao", "co", "dang phu trach", "phai lam")
    for what in ("gi", "nhung gi", "viec gi", "nhung viec gi", "muc nao", "nhung muc nao", "chi tieu nao")
)
"""Folded words of who asks for the items that he answers for."""


def work(
    person: PersonView,
    owed: Sequence[Standing],
    done: Sequence[Standing],
    now: datetime,
    off: int,
    ward: WardView,
    beside: Sequence[str] = (),
) -> str:
    """Everything that a person answers for, what waits first; `off` items are of closed fields.

    `beside` are lines about what else waits.
    """
    if off and not owed and not done:
        closed = f"{capital(you(person))} phụ trách {count(off)} mục an ninh, quốc phòng. {_OFF}"
        return "\n".join([closed, *beside])
    if not owed and not done:
        if beside:
            return "\n".join(beside)
        return (
            f"{capital(you(person))} chưa được phân công đầu việc nào. Nếu chưa đúng, đề nghị báo Văn phòng."
        )
    lines = [f"{capital(you(person))} {away}."] if (away := is_away(person, ward)) else []
    if owed:
        lines.append(f"{capital(you(person))} còn {count(len(owed))} mục chờ số liệu hoặc tiến độ:")
        lines += _by_deadline(owed, now, person, ward, 15)
    lines += beside
    if done:
        lines.append(f"Đã gửi hoặc chưa đến kỳ: {count(len(done))} mục.")
        lines += [f"- {_settled(one)}{on_behalf(one.item, person, ward)}" for one in done[:10]]
        if len(done) > 10:
            lines.append(f"… và {count(len(done) - 10)} mục khác.")
    if off:
        lines.append(f"{count(off)} mục an ninh, quốc phòng: {_OFF[0].lower()}{_OFF[1:]}")
    lines.append(f"Ví dụ trả lời: {example(owed or done)}")
    return "\n".join(lines)


def along(rows: Sequence[Standing], ward: WardView) -> list[str]:
    """Tasks on which the own unit works along with who carries them out, and reports."""
    if not rows:
        return []
    lines = [f"Đơn vị phối hợp {count(len(rows))} nhiệm vụ (người chủ trì báo cáo):"]
    for one in rows[:SHOWN]:
        who = answers(one.item, ward)
        lines.append(
            f"- {one.item.key} {one.item.short_name}: {timing(one, ward.today)}{mark(one)}; chủ trì: {who}"
        )
    return [*lines, *([f"… và {count(len(rows) - SHOWN)} nhiệm vụ khác."] if len(rows) > SHOWN else [])]


def digest(
    person: PersonView,
    owed: Sequence[Standing],
    now: datetime,
    ward: WardView,
    unanswered: Sequence[str] = (),
) -> str:
    """The one message of the morning: what is due, with the last figure, and a sample answer.

    `unanswered` are lines about what was asked back and has no answer.
    """
    late = [one for one in owed if one.stone_late or (one.due is not None and one.due < now)]
    first = min(owed, key=lambda one: one.due or now)
    tag = f"[Quá hạn {count(len(late))}]" if late else _tag(first, now, ward)
    head = f"{tag} {capital(you(person))} có {count(len(owed))} mục cần gửi:"
    lines = [head, *_by_deadline(owed, now, person, ward), *unanswered]
    lines.append(f"Ví dụ trả lời: {example(owed)}")
    return "\n".join(lines)


def due_day(
    person: PersonView,
    owed: Sequence[Standing],
    now: datetime,
    ward: WardView,
    unanswered: Sequence[str] = (),
) -> str:
    """The afternoon of the due day: only what is still missing."""
    lines = [f"{_last_call(owed, now)} Trợ lý chưa nhận được {count(len(owed))} mục của {you(person)}:"]
    lines += [
        f"{place}. {one.item.key} {one.item.short_name}{stone_mark(one)}{_on_day_off(one, now)}"
        f"{on_behalf(one.item, person, ward)}"
        for place, one in enumerate(owed[:SHOWN], start=1)
    ]
    if len(owed) > SHOWN:
        lines.append(f"… và {count(len(owed) - SHOWN)} mục khác (trả lời VIỆC để xem).")
    lines += unanswered
    lines.append(
        f"Nếu không thay đổi, trả lời tên + KHÔNG THAY ĐỔI; có khó khăn, trả lời VƯỚNG + lý do. Ví dụ: {example(owed)}"
    )
    return "\n".join(lines)


def _last_call(owed: Sequence[Standing], now: datetime) -> str:
    """ "[Hôm nay là hạn, 16 giờ 30]"; of what is due on a day off only: today is the last day to work on it."""
    behind = [day for one in owed if (day := _day_off(one, now)) is not None]
    if owed and len(behind) == len(owed):
        return f"[Hạn {short_day(min(behind))}, ngày nghỉ: đề nghị gửi hôm nay]"
    dues = [one.due for one in owed if one.due is not None and _day_off(one, now) is None]
    return f"[Hôm nay là hạn, {hour(max(dues, default=now).time())}]"


def _day_off(one: Standing, now: datetime) -> date | None:
    """The day off behind today on which something is due, as a whole or by its next intermediate date."""
    stone = one.milestone
    day = stone.on if stone is not None and _is_next(stone, one) else one.due and one.due.date()
    return day if day is not None and day > now.date() else None


def _on_day_off(one: Standing, now: datetime) -> str:
    day = _day_off(one, now)
    return f" [hạn {short_day(day)}, ngày nghỉ]" if day is not None else ""


def press(
    person: PersonView,
    owed: Sequence[Standing],
    by: PersonView,
    now: datetime,
    ward: WardView,
    until: datetime | None = None,
) -> str:
    """A reminder that a person sends through the bot: names, facts, no blame; the hour that he sets."""
    asked = "Theo chỉ đạo" if by.has("chair", "leader") else "Theo đề nghị"
    then = f" trước {deadline(until)}" if until else ""
    lines = [f"[Đôn đốc] {asked} của {you(by)}, đề nghị {you(person)} gửi {count(len(owed))} mục{then}:"]
    lines += _by_deadline(owed, now, person, ward)
    lines.append(f"Có khó khăn, trả lời VƯỚNG + lý do. Ví dụ: {example(owed)}")
    return "\n".join(lines)


def example(owed: Sequence[Standing]) -> str:
    """A sample answer for the first item that takes a number, else for the first; of a task for its milestone."""
    counted = [one for one in owed if one.item.target is not None and one.item.target.unit]
    one = next((one for one in counted if one.figure is not None), (counted or owed)[0])
    stone = one.milestone
    if stone is not None and _is_next(stone, one):
        return f"{one.item.key} mốc {one.item.milestones.index(stone) + 1} xong"
    return sample_now(one)


def _tag(one: Standing, now: datetime, ward: WardView) -> str:
    stone = one.milestone
    if stone is not None and _is_next(stone, one):
        return f"[Mốc {short_day(stone.on)}]"
    if one.due is None or one.due.date() == now.date():
        return "[Đến hạn hôm nay]"
    if (last := _last_before(one, now, ward)) is not None:
        ask = ": đề nghị gửi hôm nay" if last == now.date() else ""
        return f"[Hạn {short_day(one.due.date())}, ngày nghỉ{ask}]"
    return f"[Hạn {short_day(one.due.date())}]"


def _is_next(stone: Milestone, one: Standing) -> bool:
    """True when the intermediate date comes before the item's own."""
    return one.due is None or stone.on < one.due.date()


def _by_deadline(
    owed: Sequence[Standing], now: datetime, person: PersonView, ward: WardView, shown: int = SHOWN
) -> list[str]:
    """Lines grouped under their period and deadline, so that these are said once; what is due next first."""
    lines: list[str] = []
    heading = ""
    ordered = by_day(owed)
    headings = list(dict.fromkeys(_heading(one, now, ward) for one in ordered))
    rows = sorted(ordered, key=lambda one: headings.index(_heading(one, now, ward)))
    for place, one in enumerate(rows[:shown], start=1):
        wanted = _heading(one, now, ward)
        if wanted != heading:
            lines.append(wanted)
            heading = wanted
        lines.append(f"{place}. {_line(one, now)}{on_behalf(one.item, person, ward)}")
    if len(owed) > shown:
        hint = " (trả lời VIỆC để xem)" if shown == SHOWN else ""
        lines.append(f"… và {count(len(owed) - shown)} mục khác{hint}.")
    return lines


def _heading(one: Standing, now: datetime, ward: WardView) -> str:
    due = f"hạn {deadline(one.due)}" if one.due is not None else "không hạn"
    if (last := _last_before(one, now, ward)) is not None:
        due += f" (ngày nghỉ: đề nghị gửi chậm nhất {weekday_short(last)})"
    if one.period is None:
        return f"Nhiệm vụ, {due}:"
    kind = "Tiến độ" if one.item.is_task else "Số liệu"
    return f"{kind} {period_span(one.period)}, {due}:"


def _last_before(one: Standing, now: datetime, ward: WardView) -> date | None:
    """The last working day before a deadline to come that falls on a day off; None for any other."""
    due = one.due.date() if one.due is not None else None
    if due is None or due <= now.date() or ward.calendar.is_workday(due):
        return None
    last = ward.calendar.last_workday_on_or_before(due)
    return last if last >= now.date() else None


def _line(one: Standing, now: datetime) -> str:
    item = one.item
    late = ""
    if one.due is not None and one.due < now:
        late = f" [quá hạn từ {past_day(one.due.date(), now.date())}]"
    if item.is_task:
        last = f" – {last_state(one)}" if one.progress is not None else ""
        return f"{item.key} {item.short_name}{last}{late}{mark(one)}"
    last = f" – {figure(one)}" if one.figure is not None else ""
    return f"{item.key} {item.short_name}{last}; kế hoạch {target_words(one.target)}{late}{mark(one)}"


def _settled(one: Standing) -> str:
    item = one.item
    if item.is_task:
        state = f": {last_state(one)}" if one.progress is not None else ""
        return f"{item.key} {item.short_name}{state}{mark(one)}"
    return f"{item.key} {item.short_name}: {figure(one)}"
