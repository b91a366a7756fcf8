"""The words of closed periods that are opened again: /moky, /dongky, and what state a period is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.periods import Period
from bot.domain.workdays import ONE_DAY
from db import reopenings
from db.models import Reopening
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named
from handlers.texts.correcting.late import AROUND, correct
from handlers.texts.correcting.late import only_reason as without_lead
from handlers.texts.numbers import count, day, deadline, moment
from handlers.texts.periods import period_words, the_period

WORDS = 2
"""Fewer are no reason."""
NOT_AT_ALL = "Không mở lại"
UNTIL = re.compile(r"(?:\b(?:den|toi|han|het|truoc)\b\s*(?:ngay\b\s*)?)$")
"""Folded words that a day to close again follows."""
_WORD_FOR_PERIOD = re.compile(r"^[\s,.;:–-]*(?:kỳ|ky|số liệu|so lieu)?\s*(?=\S|$)", re.IGNORECASE)
FRONT = re.compile(
    r"^\s*(?:(?:kỳ|ky|số liệu|so lieu|số|so|sổ|báo cáo|bao cao|bc|lại|lai|của|cua|cái|cai)(?:\s+|$))*",
    re.IGNORECASE,
)
"""What stands in front of a period's name: "mở lại số tháng 10"."""
OPENS = ("mo ky", "mo lai ky")
"""How folded words begin that can only open a period."""

CLOSE = frozenset({"chot", "khoa"})
BESIDE_CLOSE = re.compile(
    r"ky|so|lieu|bao|cao|nay|do|lai|cua|cho|di|giup|nhe|voi|a|nha|em|chi|anh|chua|roi|khi|nao|gio|ngay|the"
)
"""Folded words that ask for a period to be closed, and what may stand beside them."""


def without_word_for_period(words: str) -> str:
    """ "kỳ , bổ sung số tổ 3" → "bổ sung số tổ 3"."""
    return _WORD_FOR_PERIOD.sub("", words).strip(AROUND)


def only_reason(words: str) -> str:
    """The reason alone; words that are none are dropped."""
    return without_lead(words)


def usage(opened: Sequence[Reopening], ward: WardView) -> str:
    """Alone, the command explains itself, and says what is open."""
    lines = [open_now(row, ward) for row in opened]
    return "\n".join(
        [
            *lines,
            "Mở lại kỳ đã chốt: MỞ KỲ + kỳ + đến ngày + lý do. Ví dụ: MỞ KỲ tháng 10 đến 25/11, bổ sung số của tổ 3",
        ]
    )


def which_period(words: str) -> str:
    return f"Trợ lý chưa rõ kỳ “{words}”; chưa mở lại. Ví dụ: MỞ KỲ tháng 10 đến 25/11, bổ sung số của tổ 3"


def another_year(period: Period, year: int) -> str:
    return f"{capital(the_period(period.key))} không thuộc kế hoạch năm {year}; chưa mở lại."


def not_closed(period: Period, closed_on: date) -> str:
    return f"{capital(the_period(period.key))} chưa chốt, vẫn nhận số liệu đến hết ngày {day(closed_on - ONE_DAY)}; không cần mở lại."


def closes_itself(period: Period, closed_on: date, today: date, *, opens: bool) -> str:
    """To who wants a period closed: when that happens by itself, or has."""
    said = capital(the_period(period.key))
    how = "Mở lại khi cần: MỞ KỲ + kỳ + đến ngày + lý do." if opens else "Xem số của kỳ: TỔNG HỢP + kỳ."
    if today >= closed_on:
        return f"{said} đã tự chốt từ {day(closed_on)}; số gửi sau do Văn phòng xem xét. {how}"
    return (
        f"{said} tự chốt sau hết ngày {day(closed_on - ONE_DAY)}, không cần chốt bằng tin nhắn; "
        f"đến hết ngày ấy vẫn nhận số liệu. {how}"
    )


def past(until: datetime) -> str:
    return f"Thời điểm {deadline(until)} đã qua; chưa mở lại. Ví dụ: MỞ KỲ tháng 10 đến 25/11, bổ sung số của tổ 3"


def why(period: Period, until: datetime) -> str:
    return (
        f"Mở lại {the_period(period.key)} đến {deadline(until)}: kính đề nghị đồng chí cho biết lý do. Chưa mở lại.\n"
        "Ví dụ: bổ sung số của tổ 3 sau rà soát"
    )


def left_closed() -> str:
    return "Kỳ giữ nguyên như đã chốt."


def _opened(row: Reopening, ward: WardView) -> str:
    by = named(ward.who(row.opened_by_id))
    return f"{the_period(row.period)} được {by} mở lại từ {moment(row.at)}, đến {deadline(row.until)}; lý do: “{row.reason}”"


def open_already(row: Reopening, ward: WardView) -> str:
    return f"{capital(_opened(row, ward))}. Cần đổi thời hạn: ĐÓNG KỲ, rồi mở lại."


def open_now(row: Reopening, ward: WardView) -> str:
    """One line of /tinhhinh."""
    by = named(ward.who(row.opened_by_id))
    return f"Đang mở lại: {the_period(row.period)}, đến {deadline(row.until)} ({by}: “{row.reason}”)."


def opened(row: Reopening, told: int) -> str:
    """To the leader: until when, and who knows of it."""
    knows = (
        f"Đã báo {count(told)} người (phụ trách chỉ tiêu và Văn phòng)."
        if told
        else "Chưa có ai nhận được tin báo."
    )
    return (
        f"Đã mở lại {the_period(row.period)} đến {deadline(row.until)}. Lý do: “{row.reason}”. {knows}\n"
        "Hết thời hạn, kỳ tự đóng. Đóng sớm: ĐÓNG KỲ."
    )


def told_open(row: Reopening, by: PersonView) -> str:
    """To the clerk and to who reports in the period."""
    return (
        f"{capital(named(by))} mở lại {the_period(row.period)} đến {deadline(row.until)}. Lý do: “{row.reason}”.\n"
        f"Cần bổ sung, điều chỉnh, đề nghị gửi trước thời điểm trên: {correct(row.period)} + tên + số. Số không đổi thì không cần gửi."
    )


def told_closed(row: Reopening, by: PersonView) -> str:
    return f"{capital(named(by))} đã đóng lại {the_period(row.period)}."


def closed(row: Reopening) -> str:
    return f"Đã đóng lại {the_period(row.period)}. Số gửi từ lúc này do Văn phòng xem xét."


def still_waits(lines: Sequence[str]) -> str:
    """What the unit's heads have not confirmed when a period is closed; empty without any."""
    if not lines:
        return ""
    head = f"Còn {count(len(lines))} số chờ trưởng đơn vị xác nhận, chưa tính; xác nhận sau khi đóng, Văn phòng được báo:"
    return "\n".join(["", head, *(f"- {line}" for line in lines)])


def which_to_close(rows: Sequence[Reopening], ward: WardView) -> str:
    if not rows:
        return "Không có kỳ nào đang mở lại. Mở lại kỳ đã chốt: MỞ KỲ + kỳ + lý do."
    return "\n".join(
        [
            *(open_now(row, ward) for row in rows),
            f"Đóng kỳ nào, trả lời: ĐÓNG KỲ {period_words(rows[0].period)}",
        ]
    )


def state(
    due: datetime, closed_on: date | None, rows: Sequence[Reopening], ward: WardView, now: datetime
) -> str:
    """In the summary of a period: open, closed, opened again, by whom and why."""
    said = (
        f"Kỳ chưa chốt; hạn gửi số liệu {deadline(due)}."
        if closed_on is None
        else f"Kỳ đã chốt từ {day(closed_on)}."
    )
    for row in rows:
        by, over = named(ward.who(row.opened_by_id)), reopenings.ended(row)
        until = f"mở lại từ {moment(row.at)} đến {moment(over)}"
        said += f" {'Đang' if over > now else 'Đã'} {until} ({by}: “{row.reason}”)."
    return said


def mark(by: PersonView | None) -> str:
    """In the history of an indicator: the figure came while the period was open again."""
    return f" (kỳ mở lại, {named(by)})"
