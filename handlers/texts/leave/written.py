"""The words of /nghi: who is away, who acts, what falls due meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.acting import Absence
from db.models import Leave
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.acting import by_substitute, short_stretch
from handlers.texts.common import capital, cut, named, typed, you, you_short
from handlers.texts.numbers import count, day, short_day, weekday_day
from handlers.texts.reporting.said import sample_now

YES, NO = "Đúng", "Chưa đúng, không ghi"
NOBODY = "Chưa có người thay"
STOP = "Thôi, không ghi"
Reports = Sequence[Standing]
"""What is to be reported of one item, period by period; never empty."""


# --- asked ------------------------------------------------------------------------------------------------


def usage(person: PersonView, current: Sequence[Leave], ward: WardView) -> str:
    lines = [
        f"{capital(you(person))} {stretch(row)}, {by_substitute(row.substitute_id, ward)}." for row in current
    ]
    if current:
        lines.append("Bỏ hoặc đi làm lại sớm, trả lời: ĐI LÀM LẠI")
    lines.append(
        "Báo nghỉ: NGHỈ + từ ngày đến ngày + NHỜ + tên người thay. Ví dụ: NGHỈ từ 23/11 đến 27/11 nhờ chị Lan"
    )
    return "\n".join(lines)


def only_the_clerk(person: PersonView) -> str:
    return (
        f"Việc nghỉ của {named(person)} do {you_short(person)} tự báo hoặc Văn phòng ghi; chưa ghi. "
        "Báo cho mình: NGHỈ từ 23/11 đến 27/11 nhờ chị Lan"
    )


def which_days(person: PersonView, first: date | None, last: date | None) -> str:
    if first is not None:
        return (
            f"{capital(you(person))} nghỉ từ {weekday_day(first)} đến ngày nào? Ví dụ: đến {short_day(first)}"
        )
    if last is not None:
        return f"{capital(you(person))} nghỉ đến {weekday_day(last)}, từ ngày nào? Ví dụ: từ mai"
    return f"{capital(you(person))} nghỉ từ ngày nào đến ngày nào? Ví dụ: từ 23/11 đến 27/11"


def only_this_day(when: date) -> str:
    return f"Chỉ {weekday_day(when)}"


def from_day(when: date) -> str:
    return f"Từ {weekday_day(when)}"


def unclear_days() -> str:
    return "Trợ lý chưa rõ ngày nghỉ; chưa ghi."


def days_apart() -> str:
    return "Các ngày nghỉ không liền nhau, đề nghị báo từng đợt; chưa ghi."


def still_open(person: PersonView) -> str:
    """Below a question about somebody's leave another's was told."""
    return f"Việc nghỉ của {named(person)} chưa ghi."


def past(last: date) -> str:
    return f"{capital(weekday_day(last))} đã qua; chưa ghi."


def which_year(when: date) -> str:
    return f"Ngày {short_day(when)} năm nay đã qua; chưa ghi. Nếu là năm {when.year}, đề nghị ghi đủ {day(when)}."


def backwards(first: date, last: date) -> str:
    return f"Ngày cuối {short_day(last)} trước ngày đầu {short_day(first)}; chưa ghi."


def too_long() -> str:
    return "Nghỉ quá 200 ngày thì bàn giao công việc: BÀN GIAO + cho người nhận + từ ngày. Chưa ghi."


def who(person: PersonView, first: date, last: date, sample: PersonView | None) -> str:
    """`sample` is somebody who could be named."""
    example = f"Chọn, hoặc gửi tên, ví dụ: {named(sample)}" if sample else "Chọn, hoặc gửi tên."
    return f"{capital(you(person))} nghỉ {days(first, last)}. Ai thay trong thời gian này? {example}"


def whole_office_by_clerk() -> str:
    return "Ngày nghỉ chung của phường do Văn phòng nhập; chưa ghi. Báo cho mình: NGHỈ + ngày + NHỜ + tên người thay."


def not_oneself() -> str:
    return "Người thay phải là người khác; chưa ghi."


def one_acts(people: Sequence[PersonView]) -> str:
    """Several were named, each for a part of the work."""
    names = " và ".join(named(one) for one in people)
    return (
        f"Mỗi đợt nghỉ ghi một người thay; đã nêu {names}. Chưa ghi. "
        "Phần việc của người còn lại giao riêng: GIAO + người + việc + hạn."
    )


def not_apart(clause: str) -> str:
    """He was named for one part of the work; he acts for all of it."""
    return f"“{cut(' '.join(clause.split()), 80)}”: mỗi đợt nghỉ ghi một người thay cho mọi việc, không tách riêng từng phần."


def not_linked(person: PersonView) -> str:
    return f"{capital(named(person))} chưa kết nối trợ lý hoặc không nhận được tin, chưa thay được."


def away_too(person: PersonView, absence: Absence, ward: WardView) -> str:
    other = ward.people.get(absence.substitute or 0)
    by = f", {named(other)} thay" if other else ""
    return f"{capital(named(person))} cũng nghỉ {days(absence.first, absence.last)}{by}."


def still(person: PersonView) -> str:
    return f"Vẫn nhờ {named(person)}"


def confirm(person: PersonView, substitute: PersonView | None, first: date, last: date, *, half: bool) -> str:
    by = f"nhờ {named(substitute)} thay" if substitute else "chưa có người thay"
    return f"{capital(you(person))} nghỉ {days(first, last)}{_whole(half=half)}, {by}. Đúng không? Chưa ghi."


def off_anyhow(first: date, last: date) -> str:
    return (
        f"{capital(days(first, last))} cả phường đã nghỉ, không cần ghi; nếu là ngày khác, đề nghị gửi ngày."
    )


def not_written() -> str:
    return "Chưa ghi ngày nghỉ nào. Báo lại: NGHỈ từ 23/11 đến 27/11 nhờ chị Lan"


# --- written ----------------------------------------------------------------------------------------------


def written_before(person: PersonView, row: Leave, ward: WardView) -> str:
    return f"Đã ghi từ trước: {you(person)} {stretch(row)}, {by_substitute(row.substitute_id, ward)}.\nBỏ, trả lời: {_undo(person, person, ward)}"


def receipt(
    row: Leave,
    person: PersonView,
    by: PersonView,
    ward: WardView,
    acting: PersonView | None,
    late: Sequence[Reports],
    due: Sequence[Reports],
    earlier: Sequence[Leave],
    acts_for: Sequence[PersonView],
    *,
    half: bool,
) -> str:
    """What was recorded, what it does, what falls due, and how to take it back."""
    lines = [
        f"Đã ghi: {you(person)} {stretch(row)}{_whole(half=half)}, {by_substitute(row.substitute_id, ward)}."
    ]
    lines.append(_what_moves(row, person, acting, ward.calendar.next_workday(row.last)))
    lines += [
        f"Những ngày trùng với đợt đã báo ({short_stretch(one.first, one.last)}, {by_substitute(one.substitute_id, ward)}) theo đợt mới."
        for one in earlier
    ]
    lines += [f"Trong đó có việc của {named(other)} mà {you_short(person)} đang thay." for other in acts_for]
    if late:
        lines.append(f"Quá hạn chưa gửi {count(len(late))} mục: {_keys(late)}.")
    if due:
        lines.append(f"Đến hạn trong thời gian này {count(len(due))} mục: {_keys(due)}.")
    lines.append(f"Chưa đúng, trả lời: {_undo(person, by, ward)}")
    return "\n".join(lines)


def _what_moves(row: Leave, person: PersonView, acting: PersonView | None, back: date) -> str:
    if row.substitute_id is None:
        to = f"gửi {named(acting)}" if acting else "tạm dừng"
        return f"Trong thời gian này nhắc việc của {you_short(person)} {to}; từ {short_day(back)} trở lại như cũ."
    decides = ", ý kiến về đề nghị" if person.has("chair", "leader") else ""
    summed = ", bản tổng hợp kỳ" if person.has("clerk") else ""
    return (
        f"Trong thời gian này nhắc việc, số liệu, giải trình{decides}{summed} do người thay nhận và trả lời; "
        f"từ {short_day(back)} trở lại như cũ.{CLERK_ALONE if person.has('clerk') else ''}"
    )


CLERK_ALONE = " Nhập thay, phân công, giao chỉ tiêu, ngày nghỉ không chuyển cho người thay."


def to_substitute(
    row: Leave,
    person: PersonView,
    substitute: PersonView,
    late: Sequence[Reports],
    due: Sequence[Reports],
    by: PersonView,
) -> str:
    """What the substitute is asked to do, what is late already, and what falls due."""
    who_says = f" ({named(by)} báo)" if by.id != person.id else ""
    head = f"[Thay] {capital(named(person))} nghỉ {days(row.first, row.last)}, nhờ {you(substitute)} thay{who_says}."
    lines = [f"{head} Trong thời gian này việc của {named(person)} được nhắc và nhận trả lời ở đây."]
    if person.has("chair", "leader"):
        lines.append(f"Đề nghị chờ ý kiến {named(person)} cũng trình {you(substitute)}; xem: DUYỆT")
    if person.has("clerk"):
        lines.append(f"Bản tổng hợp kỳ gửi {you(substitute)}; xem: TỔNG HỢP.{CLERK_ALONE}")
    lines += _listed("Quá hạn chưa gửi", late, 1) + _listed("Đến hạn", due, 1 + min(len(late), SHOWN))
    cannot = f"Không thay được, đề nghị báo {named(person)}."
    if late or due:
        lines.append(f"Trả lời như việc của mình, ví dụ: {sample_now((*late, *due)[0][0])}. {cannot}")
    else:
        lines.append(f"Chưa có mục nào đến hạn. {cannot}")
    return "\n".join(lines)


def _listed(head: str, rows: Sequence[Reports], first: int) -> list[str]:
    """The items under a heading, numbered from `first` on; nothing where there are none."""
    if not rows:
        return []
    lines = [f"{place}. {due_line(one)}" for place, one in enumerate(rows[:SHOWN], start=first)]
    more = [f"… và {count(len(rows) - SHOWN)} mục khác."] if len(rows) > SHOWN else []
    return [f"{head} {count(len(rows))} mục:", *lines, *more]


SHOWN = 8
BRIEF = 4


def due_line(ones: Reports) -> str:
    """An item, with the days on which its reports fall due."""
    dues = [short_day(one.due.date()) for one in ones if one.due]
    shown = ", ".join([*dues[:BRIEF], *(["…"] if len(dues) > BRIEF else [])])
    return f"{ones[0].item.key} {ones[0].item.short_name}" + (f", hạn {shown}" if dues else "")


def to_person(row: Leave, person: PersonView, by: PersonView, ward: WardView) -> str:
    return (
        f"{capital(named(by))} đã ghi: {you(person)} {stretch(row)}, {by_substitute(row.substitute_id, ward)}.\n"
        "Chưa đúng, trả lời: NGHỈ HỦY"
    )


def no_longer(row: Leave, person: PersonView, former: PersonView, new: PersonView | None) -> str:
    """To who was asked before, about the days that somebody else takes now."""
    by = f"do {named(new)} thay" if new else "chưa có người thay"
    return f"{capital(named(person))} nghỉ {days(row.first, row.last)}: những ngày này {by}, {you(former)} không phải thay."


def stretch(row: Leave) -> str:
    """ "nghỉ từ thứ Hai, 23/11/2026 đến thứ Sáu, 27/11/2026"."""
    return f"nghỉ {days(row.first, row.last)}"


def days(first: date, last: date) -> str:
    if first == last:
        return weekday_day(first)
    return f"từ {weekday_day(first)} đến {weekday_day(last)}"


def _keys(due: Sequence[Reports]) -> str:
    shown = "; ".join(due_line(one) for one in due[:BRIEF])
    return shown + (f"; … và {count(len(due) - BRIEF)} mục khác" if len(due) > BRIEF else "")


def _whole(*, half: bool) -> str:
    return " (ghi cả ngày)" if half else ""


def _undo(person: PersonView, by: PersonView, ward: WardView) -> str:
    return "NGHỈ HỦY" if by.id == person.id else f"NGHỈ HỦY {typed(person, ward)}"
