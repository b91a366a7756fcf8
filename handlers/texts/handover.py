"""The words of /bangiao: a post goes from one person to another, once both have agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.models import Handover
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.numbers import count, day, short_day, weekday_day
from handlers.texts.post import left_without_head, said

NOUN = "đề nghị bàn giao"
ACT = "Bàn giao"
AGREE, REFUSE = "Đồng ý", "Không đồng ý"
LATER = "Để sau, chưa trả lời"
STOP = "Thôi, chưa bàn giao"
WHOLE, ITEMS = "Cả chức vụ và đầu việc", "Chỉ đầu việc"
FOR = re.compile(r"\bcho\b")
"""What stands between who gives and who takes, in folded words."""
COMPLETE = re.compile(r"hoan (?:tat|thanh)\b\s*[:,]?\s*")
CALL_OFF = re.compile(r"(?:huy|bo|thoi)\b\s*")
SHOWN = 8


# --- asked --------------------------------------------------------------------------------------------------


def usage(*, for_others: bool) -> str:
    other = " Của người khác: BÀN GIAO anh Minh cho chị Hương từ 01/12." if for_others else ""
    return (
        "Bàn giao công việc cho người nhận nhiệm vụ thay (hai bên cùng đồng ý): BÀN GIAO CHO + tên + từ ngày."
        f"{other}\nVí dụ: BÀN GIAO cho chị Hương từ 01/12"
    )


def not_yours(person: PersonView) -> str:
    return (
        f"Công việc của {named(person)} do chính {you_short(person)}, trưởng đơn vị hoặc Văn phòng đề nghị bàn giao; "
        "chưa ghi."
    )


def nothing_open(person: PersonView) -> str:
    return f"{capital(named(person))} không phụ trách đầu việc nào đang mở; không có gì để bàn giao."


def waits_already(row: Handover, ward: WardView) -> str:
    return (
        f"Đã có đề nghị: {_who(row, ward)}, từ {weekday_day(row.starts_on)}; {state_words(row, ward)}.\n"
        f"Bỏ đề nghị này: BÀN GIAO #b{row.id} HỦY"
    )


def to_whom(person: PersonView) -> str:
    return f"Bàn giao công việc của {named(person)} cho ai? Chọn, hoặc gửi tên, ví dụ: cho chị Hương"


def from_when(person: PersonView, to: PersonView) -> str:
    return f"Bàn giao công việc của {named(person)} cho {named(to)} từ ngày nào? Ví dụ: từ 01/12"


def past(when: date) -> str:
    return f"{capital(weekday_day(when))} đã qua; chưa ghi."


def not_oneself() -> str:
    return "Người nhận phải là người khác; chưa ghi."


def not_linked(person: PersonView) -> str:
    return f"{capital(named(person))} chưa kết nối trợ lý nên chưa trả lời đồng ý được; chưa ghi. Cấp mã mời: NGƯỜI MỜI {person.given_name}"


def only_reads(person: PersonView) -> str:
    return f"{capital(named(person))} chỉ theo dõi, không nhận được đầu việc; chưa ghi."


def not_written() -> str:
    return "Chưa bàn giao gì."


# --- put before both ----------------------------------------------------------------------------------------


def letter(row: Handover, ward: WardView, to: PersonView) -> str:
    """Target sample 32: who takes what from whom, from when, and how to answer."""
    items = items_of(row, ward)
    names = "; ".join(f"{item.key} {item.short_name}" for item in items[:SHOWN])
    more = f"; … và {count(len(items) - SHOWN)} mục khác" if len(items) > SHOWN else ""
    listed = f": {names}{more}" if items else ""
    return (
        f"[Bàn giao] Từ {day(row.starts_on)}, {_takes(row, ward)} tiếp nhận {_what(row, ward)} của {_gives(row, ward)}"
        f"{listed}.{_beside(row, ward)}\n"
        f"Đề nghị {you(to)} trả lời ĐỒNG Ý để hoàn tất bàn giao, hoặc KHÔNG ĐỒNG Ý + lý do."
    )


def asked(row: Handover, ward: WardView, waits_for: Sequence[PersonView]) -> str:
    """To who asked for it: what was sent to whom."""
    whom = " và ".join(named(one) for one in waits_for)
    return (
        f"Từ {weekday_day(row.starts_on)}, {_takes(row, ward)} tiếp nhận {_what(row, ward)} của {_gives(row, ward)}. "
        f"Đã gửi {whom} để lấy ý kiến; đủ đồng ý thì việc tự chuyển đúng ngày.{_beside(row, ward)}\n"
        f"Cần bỏ, trả lời: BÀN GIAO #b{row.id} HỦY"
    )


def amounts(items: Sequence[ItemView]) -> str:
    """ "06 chỉ tiêu, 04 nhiệm vụ"."""
    tasks = sum(item.is_task for item in items)
    counted = ((len(items) - tasks, "chỉ tiêu"), (tasks, "nhiệm vụ"))
    return ", ".join(f"{count(number)} {noun}" for number, noun in counted if number)


def items_of(row: Handover, ward: WardView) -> tuple[ItemView, ...]:
    """The items that are still in the plan."""
    return tuple(ward.by_id[one] for one in row.items if one in ward.by_id)


def _what(row: Handover, ward: WardView) -> str:
    """ "chức vụ (lãnh đạo; lĩnh vực Y tế), 02 nhiệm vụ"."""
    own = amounts(items_of(row, ward))
    return ", ".join(filter(None, (f"chức vụ ({said(row.post, ward)})" if row.post else "", own)))


def line(row: Handover, ward: WardView) -> str:
    what = f"#b{row.id} Bàn giao {_what(row, ward)}"
    return f"{what}: {_who(row, ward)}, từ {short_day(row.starts_on)}; {state_words(row, ward)}"


def label(by: PersonView | None) -> str:
    return f"Bàn giao, {named(by)} đề nghị"


def how_much(giver: PersonView, post: str, items: Sequence[ItemView], beside: str) -> str:
    """`beside`: what taking the post does to another unit."""
    return (
        f"{capital(named(giver))} có chức vụ ({post}) và {amounts(items)}.{beside} "
        "Bàn giao cả chức vụ hay chỉ đầu việc? Chưa ghi."
    )


def why_not(person: PersonView) -> str:
    return f"Đề nghị {you_short(person)} cho biết lý do không đồng ý bàn giao; Văn phòng sẽ được báo."


def put_off() -> str:
    return "Chưa ghi ý kiến. Trả lời sau: BÀN GIAO ĐỒNG Ý, hoặc BÀN GIAO KHÔNG ĐỒNG Ý + lý do"


# --- answered -----------------------------------------------------------------------------------------------


def half_agreed(row: Handover, ward: WardView, other: PersonView | None) -> str:
    return f"Đã ghi ý kiến đồng ý bàn giao ({_who(row, ward)}). Còn chờ {named(other)} đồng ý."


def agreed_before(row: Handover, ward: WardView) -> str:
    return f"Ý kiến đồng ý đã được ghi ({_who(row, ward)}); {state_words(row, ward)}."


def agreed(row: Handover, ward: WardView, *, done: bool) -> str:
    why = f" Lý do: {row.words}." if row.words else ""
    how = "Văn phòng hoàn tất bàn giao" if row.words else "Hai bên đã đồng ý bàn giao"
    post = f" Chuyển cả chức vụ: {said(row.post, ward)}.{_beside(row, ward)}" if row.post else ""
    if done:
        return f"{how}: {_who(row, ward)}; đầu việc đã chuyển.{post}{why} Số liệu đã gửi giữ nguyên tên người gửi."
    return (
        f"{how}: {_who(row, ward)}. Đầu việc tự chuyển từ {weekday_day(row.starts_on)}.{post}{why} "
        "Số liệu đã gửi giữ nguyên tên người gửi."
    )


def refused(row: Handover, ward: WardView, by: PersonView) -> str:
    return (
        f"{capital(named(by))} không đồng ý bàn giao ({_who(row, ward)}, từ {short_day(row.starts_on)}). "
        f"Lý do: “{row.words}”. Đầu việc giữ nguyên người phụ trách."
    )


def called_off(row: Handover, ward: WardView, by: PersonView) -> str:
    return (
        f"{capital(named(by))} đã bỏ đề nghị bàn giao ({_who(row, ward)}, từ {short_day(row.starts_on)}). "
        "Đầu việc giữ nguyên người phụ trách."
    )


def noted(text: str) -> str:
    """To who has just said it."""
    return f"Đã ghi. {text}"


def settled_before(row: Handover, ward: WardView) -> str:
    return f"Bàn giao ({_who(row, ward)}): {state_words(row, ward)}; không thay đổi."


def unknown() -> str:
    return "Không có đề nghị bàn giao nào đang chờ ý kiến. Đề nghị mới: BÀN GIAO cho chị Hương từ 01/12"


def clerk_only_alone() -> str:
    return "Chỉ Văn phòng hoàn tất thay, và chỉ khi người bàn giao đã thôi công tác; chưa ghi."


def reason_wanted(row: Handover) -> str:
    return (
        f"Đề nghị ghi lý do hoàn tất thay. Ví dụ: BÀN GIAO #b{row.id} HOÀN TẤT đã nghỉ hưu, có biên bản giấy"
    )


def left_waiting(row: Handover, ward: WardView) -> str:
    """To who has just ended somebody's work at the ward: the hand-over that cannot be agreed to any more."""
    return (
        f"Đề nghị bàn giao ({_who(row, ward)}) chưa đủ đồng ý. Hoàn tất thay: "
        f"BÀN GIAO #b{row.id} HOÀN TẤT + lý do"
    )


def state_words(row: Handover, ward: WardView) -> str:
    if row.state == "asked":
        waits = [
            who for who, at in ((row.from_id, row.from_agreed_at), (row.to_id, row.to_agreed_at)) if not at
        ]
        return f"chờ {' và '.join(named(ward.who(one)) for one in waits)} đồng ý"
    return {
        "agreed": "hai bên đã đồng ý",
        "done": "đã hoàn tất",
        "refused": "không được đồng ý",
        "called_off": "đã bỏ",
    }[row.state]


def _who(row: Handover, ward: WardView) -> str:
    return f"{_gives(row, ward)} bàn giao cho {_takes(row, ward)}"


def _beside(row: Handover, ward: WardView) -> str:
    return left_without_head(row.post, ward.people.get(row.to_id), ward)


def _gives(row: Handover, ward: WardView) -> str:
    return named(ward.who(row.from_id))


def _takes(row: Handover, ward: WardView) -> str:
    return named(ward.who(row.to_id))
