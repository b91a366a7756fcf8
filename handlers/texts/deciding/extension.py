"""The words of a decision on more time: how it is put, and what was decided."""

from __future__ import annotations

import re
from datetime import date, datetime

from db.item_view import ItemView
from db.models import Extension
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you
from handlers.texts.extensions.asked import asked_late
from handlers.texts.numbers import count, deadline, moment, short_day, weekday_day
from handlers.texts.periods import period_words

NOUN = "đề nghị gia hạn"
ACT = "Gia hạn"
ONLY_UNTIL = re.compile(r"(?:nhung |ma )?(?:chi |toi da )?(?:gia han |cho )?(?:den|toi)\b(?: ngay\b)?")
"""What makes a consent one until another day: "đồng ý, nhưng chỉ đến 19/11"."""
NO_OPINION = re.compile(
    r"(?:(?:thoi|nhe|nha|nhi|a|di|luon|chi|la|nhung|ma|ok|oke|dong y|cho|duoc|dc|em|anh|toi da|cham nhat|nhat|ngay"
    r"|gia han|lui|den|toi|het|vay|the|nham|thi|co|sang|lai)[ ,.]*)*"
)
"""Folded words beside a day that say nothing to who asked."""
WEEKDAY = re.compile(
    r"(?:(?:a|nham|thoi|cho|den|toi|het|la|ngay|sang|chieu|cuoi|gia han|lui)[ ,]+)*(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|cn|chu nhat)"
    r"(?:[ ,]+(?:thoi|nhe|nha|di|a|luon|em|anh|toi))*"
)
"""Folded words, the whole of an answer, that name a day by its weekday alone."""
TAIL = re.compile(r"(?:[ ,.!]+(?:thoi|nhe|nha|di|a|luon|nhe em|em|anh))+$")
"""Folded words behind a day that say nothing."""
NO_WORDS = "Không kèm ý kiến"
LATER = "Để sau, chưa quyết định"


def line(row: Extension, item: ItemView, asker: str) -> str:
    return (
        f"{item.key} {item.short_name}: {asker} xin gia hạn từ {short_day(row.old_due)} "
        f"đến {short_day(row.asked_due)}, gửi {short_day(row.asked_at.date())}"
    )


def label(item: ItemView, who: PersonView | None) -> str:
    return f"{item.key} {named(who)}"


def agree_label(item: ItemView, row: Extension) -> str:
    return f"{item.key}: đồng ý đến {short_day(row.asked_due)}"


def refuse_label(item: ItemView) -> str:
    return f"{item.key}: không đồng ý"


def other_day_label(item: ItemView) -> str:
    return f"{item.key}: ngày khác"


def submitted(
    row: Extension, one: Standing, asker: str, decider: PersonView, times: int, late: int | None
) -> str:
    """To who decides: who asks for what, why, how often before, and how to answer."""
    item = one.item
    period = f" ({period_words(row.period)})" if row.period else ""
    reported_since = "\nĐầu việc đã có báo cáo sau khi xin gia hạn." if one.reported else ""
    return (
        f"Kính trình {you(decider)}: {asker} đề nghị gia hạn {item.key} {item.short_name}{period} "
        f"từ {short_day(row.old_due)} đến {weekday_day(row.asked_due)}.\n"
        f"Lý do: {cut(row.reason, 300)}.\n"
        f"Số lần đã gia hạn: {times:02d}.{asked_late(late)}{reported_since}\n"
        f"Trả lời: ĐỒNG Ý, KHÔNG ĐỒNG Ý + lý do, hoặc ĐẾN + ngày."
    )


def which_day(item: ItemView) -> str:
    return f"Gia hạn {item.key} {item.short_name} đến ngày nào? Chưa ghi quyết định.\nVí dụ: đến 25/11"


def opinion(item: ItemView) -> str:
    return (
        f"Không đồng ý gia hạn {item.key} {item.short_name}: kính đề nghị cho ý kiến để báo người phụ trách. "
        "Chưa ghi quyết định."
    )


def put_off() -> str:
    return "Chưa ghi quyết định. Xem lại: DUYỆT."


def unreadable_day(words: str) -> str:
    return f"Trợ lý chưa đọc được ngày trong “{words}”; chưa ghi quyết định. Ví dụ: ĐẾN 25/11"


def past_day(day: date) -> str:
    return f"Ngày {short_day(day)} đã qua; chưa ghi quyết định. Ví dụ: ĐẾN 25/11"


def not_later(day: date, row: Extension) -> str:
    return f"Ngày {short_day(day)} không sau hạn cũ ({short_day(row.old_due)}); chưa ghi quyết định."


def decided_before(item: ItemView, row: Extension, by: PersonView | None) -> str:
    """A second decision changes nothing."""
    if row.state == "replaced":
        return (
            f"Đề nghị gia hạn {item.key} này đã được thay bằng đề nghị mới. Trả lời DUYỆT để xem đề nghị mới."
        )
    when = f" lúc {moment(row.decided_at)}" if row.decided_at else ""
    said = f"đồng ý đến {short_day(row.decided_due)}" if row.decided_due else "không đồng ý"
    return (
        f"Đề nghị gia hạn {item.key} {item.short_name} đã được {named(by)} quyết định{when}: {said}. "
        "Ý kiến này chưa được ghi."
    )


def receipt(
    item: ItemView, row: Extension, due: datetime, asker: PersonView | None, off: str = "", *, told: bool
) -> str:
    """To who decided: what was written down, and who knows of it; `off` says that the day is not worked."""
    if row.decided_due:
        said = f"đồng ý gia hạn {item.key} {item.short_name} đến {deadline(due)}{off}"
    else:
        words = f" Ý kiến: “{row.words}”." if row.words else ""
        said = (
            f"không đồng ý gia hạn {item.key} {item.short_name}; hạn vẫn là {deadline(due)}.{words}".rstrip(
                "."
            )
        )
    if asker is None:
        knows = f"Chưa có người phụ trách để báo; phân công: PHÂN CÔNG {item.key} + tên."
    elif told:
        knows = f"Đã báo {named(asker)}."
    else:
        knows = f"{capital(named(asker))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    return f"Đã ghi: {said}. {knows}"


def result(
    item: ItemView,
    row: Extension,
    due: datetime,
    by: str,
    next_reminder: date | None,
    late: int,
    off: str = "",
) -> str:
    """To who asked: what `by` decided, the deadline that holds now."""
    if row.decided_due:
        changed = f" (đề nghị là {short_day(row.asked_due)})" if row.decided_due != row.asked_due else ""
        again = f" Trợ lý sẽ nhắc lại vào {weekday_day(next_reminder)}." if next_reminder else ""
        words = f" Ý kiến: “{row.words}”." if row.words else ""
        return (
            f"{capital(by)} đồng ý gia hạn {item.key} {item.short_name} đến {deadline(due)}{off}{changed}."
            f"{words}{again}"
        )
    words = f"\nÝ kiến: “{row.words}”." if row.words else ""
    overdue = f" (đã quá hạn {count(late)} ngày làm việc)" if late > 0 else ""
    return (
        f"Đề nghị gia hạn {item.key} {item.short_name} chưa được {by} đồng ý.{words}\n"
        f"Hạn thực hiện: {deadline(due)}{overdue}."
    )
