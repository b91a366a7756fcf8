"""The words of /giahan: more time asked for an item, with a day and a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.models import Extension
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.extensions.heard import WANTS_TIME
from handlers.texts.numbers import amount, count, deadline, moment, short_day, weekday_day
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import TASK_STATE_WORDS

CANCEL = "Không xin gia hạn nữa"
BECAUSE = "vì"
AROUND = " ,.;:-–"
CALLING = frozenset(
    [
        "oi",
        "a",
        "nhe",
        "nha",
        "anh",
        "chi",
        "em",
        "co",
        "chu",
        "bac",
        "ong",
        "ba",
        "sep",
        "dong",
        "chi",
        "d/c",
        "duoc",
        "khong",
        "ko",
    ]
)
"""Folded words around the name of who is spoken to."""
EXTEND = "gia hạn"


def usage(owed: Sequence[Standing]) -> str:
    sample = f"{owed[0].item.key} đến 25/11" if owed else "CT05 đến 25/11"
    lines = [
        f"Xin gia hạn: GIA HẠN + tên đầu việc + ngày + lý do. Ví dụ: GIA HẠN {sample}, lý do chờ văn bản"
    ]
    if owed:
        lines.append("Đề nghị chọn đầu việc:")
    return "\n".join(lines)


def item_label(one: Standing) -> str:
    due = f" (hạn {short_day(one.due.date())})" if one.due else ""
    return f"{one.item.key} {one.item.short_name}{due}"


def which_item(person: PersonView) -> str:
    return f"{capital(you(person))} xin gia hạn đầu việc nào? Đề nghị chọn, hoặc gửi mã."


def day_alone(person: PersonView, day: str, owed: Sequence[Standing]) -> str:
    """A day and no more, "đến 27/11", which asks for more time where nothing else was spoken of."""
    sample = owed[0].item.short_name if owed else "NV-001"
    return (
        f"“{day}”: nếu {you_short(person)} cần thêm thời gian đến ngày này, đề nghị chọn đầu việc, rồi gửi lý do. "
        f"Chưa trình gì. Hoặc gửi đủ: GIA HẠN {sample} {day}, chờ văn bản hướng dẫn"
    )


def one_for_all(items: Sequence[ItemView]) -> str:
    """Several items, and no day or no reason that holds for all of them."""
    named_items = ", ".join(item.key for item in items)
    return (
        f"Tin nhắn xin gia hạn {count(len(items))} đầu việc; chưa trình. Đề nghị gửi kèm một ngày và một lý do "
        f"chung, ví dụ: GIA HẠN {named_items} đến 25/11, lý do chờ văn bản"
    )


def which_of_all(items: Sequence[ItemView]) -> str:
    """More time for everything: what waits is named, nothing is carried on."""
    codes = ", ".join(item.key for item in items[:2]) or "NV-015"
    waits = f" Đang chờ gửi: {', '.join(item.key for item in items)}." if items else ""
    return (
        f"Gia hạn được xin cho từng đầu việc; chưa trình.{waits} Đề nghị gửi mã các đầu việc, một ngày và một lý do "
        f"chung, ví dụ: GIA HẠN {codes} đến 25/11, lý do chờ văn bản"
    )


def which_day(one: Standing, person: PersonView) -> str:
    assert one.due is not None  # noqa: S101 - only what is due is extended
    return (
        f"Gia hạn {one.item.key} {one.item.short_name} (hạn {weekday_day(one.due.date())}): "
        f"đề nghị {you_short(person)} cho biết đến ngày nào. Ví dụ: đến 25/11"
    )


def why(one: Standing, day: date, person: PersonView) -> str:
    return (
        f"Gia hạn {one.item.key} {one.item.short_name} đến {weekday_day(day)}: "
        f"đề nghị {you_short(person)} cho biết lý do. Đề nghị chưa được trình.\nVí dụ: chờ văn bản hướng dẫn"
    )


def day_label(day: date) -> str:
    return f"Đến {weekday_day(day)}"


def no_such_day(person: PersonView) -> str:
    return f"Ngày này không có trong lịch. Đề nghị {you_short(person)} gửi lại ngày, ví dụ: đến 25/11"


def unclear_day(person: PersonView) -> str:
    return f"Trợ lý chưa đọc được ngày; đề nghị chưa được trình. Đề nghị {you_short(person)} gửi ngày cụ thể, ví dụ: đến 25/11"


def stones_stay(item: ItemView) -> str:
    """To who asks for more time for an intermediate date."""
    return (
        f"{item.key} {item.short_name}: mốc trung gian không gia hạn riêng qua trợ lý; chưa ghi. "
        f"Xin thêm thời gian cho cả nhiệm vụ: GIA HẠN {item.key} + ngày + lý do; "
        f"có khó khăn: VƯỚNG {item.key} + lý do."
    )


def past_day(day: date, person: PersonView) -> str:
    return (
        f"Ngày {short_day(day)} đã qua; đề nghị chưa được trình. "
        f"Đề nghị {you_short(person)} gửi ngày từ hôm nay trở đi, ví dụ: đến 25/11"
    )


_WHEN_IT_COMES = "Chưa ghi gì; khi có kết quả, đề nghị gửi."


def within_due(one: Standing, day: date, words: str) -> str:
    assert one.due is not None  # noqa: S101
    name = f"{one.item.key} {one.item.short_name}"
    if not WANTS_TIME.search(fold(words)):
        return f"{name}: ngày {short_day(day)} trong hạn ({deadline(one.due)}). {_WHEN_IT_COMES}"
    return f"{name}: ngày {short_day(day)} trong hạn ({deadline(one.due)}), không cần xin gia hạn. Chưa trình gì."


def due_stays(found: Sequence[Standing]) -> str:
    """That nothing was decided and nothing asked for: what holds."""
    lines = [
        f"{one.item.key} {one.item.short_name}: "
        + (f"hạn {deadline(one.due)}, chưa thay đổi." if one.due else "hiện không có hạn nào đang chờ.")
        for one in found
    ]
    lines = lines or ["Chưa rõ là hạn của đầu việc nào."]
    return "\n".join([*lines, "Chưa ghi gì, chưa trình gì; các hạn giữ nguyên."])


def no_due(item: ItemView, words: str = "") -> str:
    name = f"{item.key} {item.short_name} hiện không có hạn nào đang chờ"
    return (
        f"{name}, không cần xin gia hạn." if WANTS_TIME.search(fold(words)) else f"{name}. {_WHEN_IT_COMES}"
    )


def reported(one: Standing, words: str) -> str:
    about = f" kỳ {period_words(one.period.key)}" if one.period else ""
    name = f"{one.item.key} {one.item.short_name}{about} đã có báo cáo"
    return (
        f"{name}, không cần xin gia hạn." if WANTS_TIME.search(fold(words)) else f"{name}. {_WHEN_IT_COMES}"
    )


def not_own(item: ItemView, owner: PersonView, person: PersonView) -> str:
    if person.has("chair", "leader"):
        return (
            f"{item.key} {item.short_name} do {named(owner)} phụ trách; không có đề nghị gia hạn nào đang chờ, "
            f"hạn không thay đổi. Đặt hạn khác: {item.key} HẠN MỚI + ngày"
        )
    return (
        f"{item.key} {item.short_name} do {named(owner)} phụ trách; "
        f"đề nghị {named(owner)} xin gia hạn, hoặc {you_short(person)} báo Văn phòng xin thay."
    )


def waits_already(row: Extension, decider: PersonView | None) -> str:
    return (
        f"Đề nghị gia hạn này đến {short_day(row.asked_due)} đã được trình lúc {moment(row.asked_at)}, "
        f"đang chờ ý kiến {named(decider) if decider else 'lãnh đạo'}. Muốn đổi ngày, gửi lại với ngày khác."
    )


def cancelled() -> str:
    return "Chưa trình đề nghị gia hạn nào; hạn cũ giữ nguyên."


def receipt(
    one: Standing,
    row: Extension,
    times: int,
    told: PersonView | None,
    deciders: Sequence[PersonView],
    late: int | None,
) -> str:
    """To who asked: what was carried to whom; the old deadline holds meanwhile."""
    reason = f" Lý do: {row.reason}." if row.reason else ""
    if told is not None:
        carried = f"Đã trình {named(told)}."
    elif deciders:
        carried = f"{capital(named(deciders[0]))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."
    else:
        carried = "Phường chưa khai lãnh đạo phụ trách; đề nghị báo Văn phòng."
    return (
        f"Đã tiếp nhận đề nghị gia hạn {one.item.key} {one.item.short_name} từ {short_day(row.old_due)} "
        f"đến {weekday_day(row.asked_due)} (lần {times + 1}).{reason}{asked_late(late)}\n"
        f"{carried} Trong khi chờ, hạn cũ vẫn được tính."
    )


def asked_late(late: int | None) -> str:
    """When it was asked after the deadline; `late` in working days, None in time."""
    if late is None:
        return ""
    return f" Gửi sau khi hết hạn {count(late)} ngày làm việc." if late else " Gửi sau giờ hết hạn."


def last_state(one: Standing) -> str:
    """What was last said of a task; what came back was said to be done, and is not."""
    if one.progress is None:
        return ""
    returned = one.checked.returned
    if returned is not None and returned.progress_id == one.progress.id:
        return "đã báo hoàn thành"
    before = one.item.recurring and one.period is not None and one.progress.period != one.period.key
    said = TASK_STATE_WORDS[one.progress.state]
    if one.progress.percent is not None and one.progress.state == "in_progress":
        said = f"{said} {amount(one.progress.percent, '%')}"
    return f"{period_words(one.progress.period)} {said}" if before and one.progress.period else said


def mark(one: Standing) -> str:
    """All that stands beside an item in lists, with a task's next intermediate date."""
    return stone_mark(one) + beside(one)


def stone_mark(one: Standing) -> str:
    """ "; mốc “dự thảo” 20/11", when that is over "; mốc “dự thảo” quá hạn từ 20/11"."""
    if one.milestone is None:
        return ""
    since = "quá hạn từ " if one.stone_late else ""
    return f"; mốc “{one.milestone.name}” {since}{short_day(one.milestone.on)}"


def beside(one: Standing) -> str:
    """What else stands beside an item: "; đã gia hạn 01 lần; đang xin gia hạn đến 25/11"."""
    more = one.extended
    said = [f"đã gia hạn {count(more.times)} lần"] if more.times else []
    if more.asked is not None:
        said.append(f"đang xin gia hạn đến {short_day(more.asked.asked_due)}")
    if one.item.carried is not None:
        undated = ", chờ hạn mới" if one.item.carried.due and not one.item.due_on else ""
        said.append(f"chuyển tiếp từ năm {one.item.carried.year}{undated}")
    if one.checked.waiting is not None:
        said.append("chờ xác nhận")
    if one.checked.returned is not None and not one.reported:
        said.append(f"được trả lại để bổ sung: {one.checked.returned.words}")
    if one.objective:
        said.append("nguyên nhân khách quan")
    return "".join(f"; {words}" for words in said)
