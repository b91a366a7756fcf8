"""The words of /bangiao: a post goes from one person to another, once both have agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.models import Handover
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.numbers import count, day, short_day, weekday_day
from handlers.texts.office.post import left_without_head, said

NOUN = "đề nghị bàn giao"
ACT = "Bàn giao"
AGREE, REFUSE = "Đồng ý", "Không đồng ý"
LATER = "Để sau, chưa trả lời"
STOP = "Thôi, chưa bàn giao"
WHOLE, ITEMS = "Cả chức vụ và đầu việc", "Chỉ đầu việc"
SHOWN = 8
NAMED = 2


# --- asked --------------------------------------------------------------------------------------------------


def usage(*, for_others: bool) -> str:
    other = " Của người khác: BÀN GIAO anh Minh cho chị Hương từ 01/12." if for_others else ""
    return (
        "Bàn giao công việc cho người nhận nhiệm vụ thay (hai bên cùng đồng ý): BÀN GIAO CHO + tên + từ ngày; "
        f"một đầu việc: BÀN GIAO + mã + CHO + tên + từ ngày.{other}\nVí dụ: BÀN GIAO cho chị Hương từ 01/12"
    )


def which(items: Sequence[ItemView]) -> str:
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    return f"Có nhiều đầu việc gần giống: {names}. Chưa bàn giao. Đề nghị ghi mã, ví dụ: BÀN GIAO {items[0].key} cho chị Hương từ 01/12"


def nobodys(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa có người phụ trách, không có gì để bàn giao. Phân công: PHÂN CÔNG {item.key} + tên"


def several_owners(items: Sequence[ItemView]) -> str:
    return f"{', '.join(item.key for item in items)} do nhiều người phụ trách; chưa ghi. Đề nghị bàn giao phần của từng người."


def not_the_givers(items: Sequence[ItemView], owner: PersonView, giver: PersonView) -> str:
    """Who is named as giving them is not in charge of them."""
    return (
        f"{', '.join(f'{item.key} {item.short_name}' for item in items)} đang do {named(owner)} phụ trách, "
        f"không phải {named(giver)}; chưa ghi. Bàn giao: BÀN GIAO {items[0].key} CHO + tên"
    )


def over(items: Sequence[ItemView]) -> str:
    return f"{', '.join(f'{item.key} {item.short_name}' for item in items)} đã xong hoặc đã hủy; không có gì để bàn giao."


def not_yours(person: PersonView) -> str:
    return (
        f"Công việc của {named(person)} do chính {you_short(person)}, trưởng đơn vị hoặc Văn phòng đề nghị bàn giao; "
        "chưa ghi."
    )


def nothing_open(person: PersonView) -> str:
    return f"{capital(named(person))} không phụ trách đầu việc nào đang mở; không có gì để bàn giao."


def waits_already(row: Handover, ward: WardView) -> str:
    return (
        f"Đã có đề nghị: {_who(row, ward)}{_named(row, ward)}, từ {weekday_day(row.starts_on)}; {state_words(row, ward)}.\n"
        "Bỏ đề nghị này: BÀN GIAO HỦY"
    )


def to_whom(person: PersonView, items: Sequence[ItemView]) -> str:
    """`items` where not everything is handed over."""
    return f"Bàn giao {_matter(items)} của {named(person)} cho ai? Chọn, hoặc gửi tên, ví dụ: cho chị Hương"


def from_when(person: PersonView, to: PersonView, items: Sequence[ItemView]) -> str:
    return f"Bàn giao {_matter(items)} của {named(person)} cho {named(to)} từ ngày nào? Ví dụ: từ 01/12"


def _matter(items: Sequence[ItemView]) -> str:
    return ", ".join(f"{item.key} {item.short_name}" for item in items) or "công việc"


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
        f"Từ {weekday_day(row.starts_on)}, {_takes(row, ward)} tiếp nhận {_what(row, ward)}{_named(row, ward)} "
        f"của {_gives(row, ward)}. "
        f"Đã gửi {whom} để lấy ý kiến; đủ đồng ý thì việc tự chuyển đúng ngày.{_beside(row, ward)}\n"
        "Cần bỏ, trả lời: BÀN GIAO HỦY"
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
    return f"Bàn giao {_what(row, ward)}{_named(row, ward)}: {_who(row, ward)}, từ {short_day(row.starts_on)}; {state_words(row, ward)}"


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
        return f"{how}: {_who(row, ward)}; đầu việc{_named(row, ward)} đã chuyển.{post}{why} Số liệu đã gửi giữ nguyên tên người gửi."
    return (
        f"{how}: {_who(row, ward)}. Đầu việc{_named(row, ward)} tự chuyển từ {weekday_day(row.starts_on)}.{post}{why} "
        "Số liệu đã gửi giữ nguyên tên người gửi."
    )


def handed_on(row: Handover, ward: WardView) -> str:
    """To who looks for work that somebody else has now."""
    who = capital(_gives(row, ward))
    return f"{who} không còn đầu việc nào: đã bàn giao cho {_takes(row, ward)} từ {short_day(row.starts_on)}."


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


def reason_wanted(row: Handover, ward: WardView) -> str:
    return (
        f"Đề nghị ghi lý do hoàn tất thay bàn giao của {_gives(row, ward)}. "
        "Ví dụ: BÀN GIAO HOÀN TẤT đã nghỉ hưu, có biên bản giấy"
    )


def left_waiting(row: Handover, ward: WardView) -> str:
    """To who has just ended somebody's work at the ward: the hand-over that cannot be agreed to any more."""
    return f"Đề nghị bàn giao ({_who(row, ward)}) chưa đủ đồng ý. Hoàn tất thay: BÀN GIAO HOÀN TẤT + lý do"


def which_open(*, complete: bool) -> str:
    """Several wait; which of them is picked."""
    return f"Có nhiều đề nghị bàn giao đang chờ; {'hoàn tất thay' if complete else 'bỏ'} đề nghị nào? Chưa thay đổi gì."


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


def _named(row: Handover, ward: WardView) -> str:
    """Of one or two items which they are: " (NV-020 Giảm nghèo)"."""
    items = items_of(row, ward)
    names = "; ".join(f"{item.key} {item.short_name}" for item in items)
    return f" ({names})" if items and len(items) <= NAMED and not row.post else ""


def _beside(row: Handover, ward: WardView) -> str:
    return left_without_head(row.post, ward.people.get(row.to_id), ward)


def _gives(row: Handover, ward: WardView) -> str:
    return named(ward.who(row.from_id))


def _takes(row: Handover, ward: WardView) -> str:
    return named(ward.who(row.to_id))
