"""The words of /ngaynghi and /ngaylambu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.periods import Period
from bot.domain.workdays import SATURDAY
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, you
from handlers.texts.numbers import count, day, short_day, weekday_day, weekday_short
from handlers.texts.periods import period_words

SWAP = re.compile(
    r"\s*,?\s+(?:được\s+)?(?:hoán đổi|hoan doi|đổi|doi|làm bù|lam bu|bù|bu|thay)"
    r"(?:\s+(?:cho|sang|bằng|bang|vào|vao|với|voi|ngày|ngay))*\s+(?=(?:thứ|thu|chủ|chu|ngày|ngay|\d))|\s*(?:↔|<->|->|→)\s*",
    re.IGNORECASE,
)
"""What stands between the two days of a swap: "23/11 hoán đổi sang 28/11", "28/11 làm bù cho 23/11"."""


MOVED = re.compile(
    r"\s*,?\s+(?:được\s+|đã\s+)?(?:chuyển|chuyen|dời|lùi|lui|dịch|dich)\s+(?:sang|qua|đến|den|tới|toi|vào|vao)\s+"
    r"(?:ngày\s+|ngay\s+)?(?=(?:thứ|thu|chủ|chu)\b|\d)",
    re.IGNORECASE,
)
"""The same of a day off that goes to another day: "ngày nghỉ 24/11 chuyển sang 25/11"."""


TO = re.compile(
    r"\s+(?:sang|qua|bằng|bang|với|voi|cho|lấy|lay)\s+(?:ngày\s+|ngay\s+)?(?=(?:thứ|thu|chủ|chu)\b|\d)",
    re.IGNORECASE,
)
"""What stands between the two days of "hoán đổi 23/11 sang 28/11"."""
_DAY = r"(?:(?:ngày|ngay)\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_AND = r"\s*(?:[,;&+]|\b(?:và|va|cùng|cung|với|voi)\b)\s*"
LISTED = re.compile(rf"\s*{_DAY}(?:{_AND}{_DAY})+(?![/.-]?\d)", re.IGNORECASE)
"""Single days one after the other: "23/11 và 25/11", "16/3, 17/3"."""
BETWEEN = re.compile(_AND, re.IGNORECASE)
SHOWN = 4
TAKEN_BACK = re.compile(
    r"(?:(?:thi|nay|do|da ghi|thoi) )*(?:bo|huy|xoa|khong nghi|khong lam)(?: (?:di|nua|nhe|a|bo|ra|giup))*"
)
"""Folded words behind a day that is not kept: "ngày nghỉ 20/11 bỏ đi"."""
THAT_DAY = re.compile(
    r"(?:(?:ngay|hom) )?(?:do|day|nay|vua roi|vua xong|vua (?:ghi|nhap|them|bao)|luc nay|o tren)?(?: (?:di|nhe|a|nha|giup|thoi|luon))*"
)
"""Folded words for the day that was entered last."""
INSTEAD = re.compile(
    r"(?:(?:a|o|ah|khong|ko|k|khong phai|nham|nham roi|xin loi|sai|sai roi|y la|phai la|la|doi|doi thanh|sua|sua thanh|ma la|chu)[ ,.:]*)+"
)
"""Folded words in front of another day than the one that is asked about."""
NO = "Không ghi"


def proposed(chosen: Sequence[date], *, works: bool, half: bool) -> str:
    """A day of the whole office, told in words; nothing is written before a yes."""
    if not chosen:
        return "Ngày nghỉ chung của cả phường ghi bằng: NGÀY NGHỈ 20/11. Chưa ghi."
    what = (
        ("Ngày làm bù" if chosen[0].weekday() >= SATURDAY else "Ngày làm việc")
        if works
        else "Ngày nghỉ chung"
    )
    only = " Lịch chỉ ghi nghỉ cả ngày; nghỉ nửa ngày thì hạn giữ nguyên." if half else ""
    return (
        f"{what} của cả phường: {_days(chosen)}. Chưa ghi.{only} "
        f"Đề nghị chọn, hoặc gửi: {_command(works=works)} {_short(chosen)}"
    )


def write_day(chosen: Sequence[date], *, works: bool) -> str:
    return f"Ghi {'ngày làm việc' if works else 'ngày nghỉ'} {_short(chosen)}"


def _command(*, works: bool) -> str:
    return "NGÀY LÀM BÙ" if works else "NGÀY NGHỈ"


def _short(days: Sequence[date]) -> str:
    return ", ".join(short_day(one) for one in days)


def not_written() -> str:
    return "Chưa ghi ngày nào. Ghi bằng: NGÀY NGHỈ + ngày, hoặc NGÀY LÀM BÙ + ngày"


@dataclass(frozen=True, slots=True)
class Special:
    """Days in a row on which the office does not keep to the week: off, or `works`."""

    first: date
    last: date
    name: str
    works: bool
    estimated: bool

    def goes_on(self, following: Special) -> bool:
        """True when the next one belongs to this one."""
        same = (self.name, self.works, self.estimated) == (
            following.name,
            following.works,
            following.estimated,
        )
        return same and following.first == self.last + timedelta(days=1)


def usage(*, works: bool, coming: Sequence[Special] = ()) -> str:
    """How to say it; which special days are known."""
    lines = [known(coming)] if coming else []
    if any(one.estimated for one in coming[:SHOWN]):
        lines.append("Ngày dự kiến chưa có thông báo; khi có, ghi bằng NGÀY NGHỈ + ngày là thành chính thức.")
    return "\n".join([*lines, *_samples(works=works)])


def known(coming: Sequence[Special]) -> str:
    """The next special days."""
    return "\n".join(["Lịch sắp tới:", *(_line(one) for one in coming[:SHOWN])])


def _line(one: Special) -> str:
    what = "làm bù" if one.works else "nghỉ"
    until = "" if one.first == one.last else f" đến {weekday_day(one.last)}"
    name = f" – {one.name}" if one.name else ""
    return f"- {what} {weekday_day(one.first)}{until}{name}{' (dự kiến)' if one.estimated else ''}"


def _samples(*, works: bool) -> list[str]:
    if works:
        return [
            "Thêm ngày làm bù: NGÀY LÀM BÙ + ngày + lý do. Ví dụ: NGÀY LÀM BÙ 28/11",
            "Hoán đổi cả hai ngày: NGÀY LÀM BÙ 28/11 làm bù cho 23/11",
        ]
    return [
        "Thêm ngày nghỉ: NGÀY NGHỈ + ngày (hoặc từ ngày đến ngày) + lý do. Ví dụ: NGÀY NGHỈ 23/11 theo thông báo",
        "Hoán đổi cả hai ngày: NGÀY NGHỈ 23/11 hoán đổi sang 28/11",
    ]


def unreadable(words: str, *, works: bool) -> str:
    return f"Trợ lý chưa rõ ngày trong “{words}”; chưa ghi.\n{usage(works=works)}"


def too_long(longest: int) -> str:
    return f"Mỗi lần ghi tối đa {count(longest)} ngày; chưa ghi. Đề nghị chia thành nhiều lần."


def past(when: date) -> str:
    return f"{capital(weekday_day(when))} đã qua; chưa ghi."


def which_year(when: date) -> str:
    """For a day without a year whose next occurrence is far away."""
    return f"Ngày {short_day(when)} năm nay đã qua; chưa ghi. Nếu là năm {when.year}, đề nghị ghi đủ {day(when)}."


Moved = tuple[date, date, int]
"""From a day to a day, how many items."""


def done(
    changed: Sequence[date],
    chosen: Sequence[date],
    settled: Sequence[date],
    *,
    past: Sequence[date],
    works: bool,
    reason: str,
    moved: Sequence[Moved] = (),
) -> str:
    """What was set; what was so already; what was `settled`, being only expected before; what is past; which
    dues `moved`.
    """
    word = "ngày làm việc" if works else "ngày nghỉ"
    already = [one for one in chosen if one not in changed]
    before = f"{capital(_days(already))} vốn đã là {word}"
    gone = f" {capital(_days(past))} đã qua, không ghi." if past else ""
    if not changed:
        return f"{before}; không có gì thay đổi.{gone}"
    why = f" ({reason})" if reason else ""
    undo = "NGÀY NGHỈ" if works else "NGÀY LÀM BÙ"
    also = f" {before}." if already else ""
    also += (" Trước đó là ngày dự kiến." if settled else "") + gone
    each = "gửi từng ngày, ví dụ" if len(changed) > 1 else "trả lời"
    return (
        f"Đã ghi {word}: {_days(changed)}{why}.{also} {_reckoned(moved)}\n"
        f"Cần bỏ, {each} {undo} {short_day(changed[0])}"
    )


def swapped(
    off: Sequence[date],
    worked: Sequence[date],
    known: Sequence[date],
    *,
    changed: bool,
    moved: Sequence[Moved] = (),
) -> str:
    """A day off for a day worked; `known` were so already: a make-up day pays for one day only."""
    both = f"nghỉ {_days(off)}; làm bù {_days(worked)}"
    if not changed:
        return f"Lịch vốn đã như vậy ({both}); không có gì thay đổi."
    return (
        f"Đã ghi hoán đổi: {both}.{_known(off, worked, known)} {_reckoned(moved)}\n"
        f"Cần bỏ, trả lời NGÀY LÀM BÙ {short_day(off[0])} và NGÀY NGHỈ {short_day(worked[0])}"
    )


def _known(off: Sequence[date], worked: Sequence[date], known: Sequence[date]) -> str:
    said = ""
    if free := [day for day in off if day in known]:
        said += f" {capital(_days(free))} vốn đã là ngày nghỉ."
    if busy := [day for day in worked if day in known]:
        said += (
            f" {capital(_days(busy))} vốn đã là ngày làm việc; nếu đã làm bù cho ngày khác, "
            "đề nghị kiểm tra lại thông báo hoán đổi."
        )
    return said


def due_on(tasks: Sequence[ItemView], days: Sequence[date], before: date | None) -> str:
    """Tone 30: what is due on a day off is reminded of on the last working day before; the deadline stays.

    `before` is None where that day is over.
    """
    keys = ", ".join(item.key for item in tasks[:SHOWN]) + (", …" if len(tasks) > SHOWN else "")
    reminded = (
        f" được nhắc vào {weekday_short(before)}" if before is not None else ", ngày làm việc trước đó đã qua"
    )
    return (
        f"{count(len(tasks))} nhiệm vụ có hạn {_that_day(days)} ({keys}){reminded}; "
        "hạn theo văn bản không thay đổi, trừ khi lãnh đạo có ý kiến."
    )


def _that_day(days: Sequence[date]) -> str:
    return f"ngày {short_day(days[0])}" if len(days) == 1 else "những ngày này"


def told_leader(
    reader: PersonView, tasks: Sequence[ItemView], days: Sequence[date], before: date | None
) -> str:
    """To the leader in charge of tasks that are due on a new day off."""
    lines = [f"Kính báo cáo {you(reader)}: {_days(days)} là ngày nghỉ của phường; có hạn {_that_day(days)}:"]
    lines += [f"- {item.key} {item.short_name}" for item in tasks[:SHOWN]]
    lines += [f"… và {count(len(tasks) - SHOWN)} nhiệm vụ khác."] if len(tasks) > SHOWN else []
    reminded = f"Trợ lý nhắc vào {weekday_short(before)}; hạn" if before is not None else "Hạn"
    sample = f"{tasks[0].key} HẠN MỚI {short_day(days[-1] + timedelta(days=1))}"
    last = f"{reminded} theo văn bản không thay đổi, trừ khi đồng chí có ý kiến. Ví dụ: {sample}"
    return "\n".join([*lines, last])


def after_official(period: Period, due: date, upwards: date, last: date) -> str:
    """By days off the reports within the ward fall due only after the ward's own goes upwards."""
    off = f", ngày nghỉ: gửi chậm nhất {weekday_short(last)}" if last != upwards else ""
    return (
        f"Hạn gửi số liệu {period_words(period.key)} thành {weekday_short(due)}, sau hạn gửi cấp trên "
        f"({weekday_short(upwards)}{off}); đề nghị thu số liệu trước hạn này."
    )


def _reckoned(moved: Sequence[Moved]) -> str:
    said = "; ".join(
        f"{count(size)} mục từ {short_day(old)} sang {short_day(new)}" for old, new, size in moved
    )
    return f"{RECKONED} Hạn dời: {said}." if said else RECKONED


RECKONED = "Lịch nhắc và hạn theo ngày làm việc đã tính lại; hạn ghi trong văn bản không thay đổi."


def _days(days: Sequence[date]) -> str:
    return "; ".join(weekday_day(one) for one in days)
