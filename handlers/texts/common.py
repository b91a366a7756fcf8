"""Words that many handlers share: how people are addressed, choices as numbers, apologies, refusals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.message import Address, Outgoing
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts.numbers import hour

ROLE_NAMES = {
    "official": "cán bộ",
    "unit_head": "trưởng đơn vị",
    "leader": "lãnh đạo phụ trách lĩnh vực",
    "chair": "Chủ tịch",
    "clerk": "Văn phòng–Thống kê",
    "admin": "quản trị",
    "observer": "theo dõi",
}


def you(person: PersonView) -> str:
    """How a person is addressed in running text: "anh Minh", "đồng chí Chủ tịch"."""
    if person.has("chair"):
        return "đồng chí Chủ tịch"
    if person.has("leader"):
        return f"đồng chí {person.given_name}"
    return f"{person.address} {person.given_name}"


def you_short(person: PersonView) -> str:
    """The same within a sentence that has named the person already: "anh", "đồng chí"."""
    return "đồng chí" if person.has("chair", "leader") else person.address


def named(person: PersonView | None) -> str:
    """A person spoken of to others: "anh Minh"; nobody yet: "chưa phân công"."""
    if person is None:
        return "chưa phân công"
    return you(person) if person.has("chair", "leader") else f"{person.address} {person.given_name}"


def typed(person: PersonView, ward: WardView) -> str:
    """The shortest that may be typed for a person and means nobody else: "Minh", "chị Minh", the name, the code."""
    for said in (person.given_name, f"{person.address} {person.given_name}", person.name):
        found = ward.roster.begins(said, marked=True)
        if found is not None and found.people == (person.id,) and not found.rest:
            return said
    return person.code


def in_text(ward_name: str) -> str:
    """A ward's name within a sentence: "phường Ngô Quyền"."""
    return ward_name[:1].lower() + ward_name[1:]


def capital(text: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def not_allowed(person: PersonView) -> str:
    """The Văn phòng itself is sent to who may do more than it."""
    ask = "báo cáo đồng chí Chủ tịch" if person.has("clerk") else "liên hệ Văn phòng"
    return (
        f"Nội dung này tài khoản của {you_short(person)} chưa được phân quyền. "
        f"Nếu cần cho công việc, đề nghị {ask}.\n"
        "Trả lời TRỢ GIÚP để xem những việc làm được."
    )


def apology(address: Address, sent_at: datetime, reference: str) -> Outgoing:
    text = (
        f"Hệ thống gặp sự cố, tin nhắn lúc {hour(sent_at.time())} chưa được ghi (mã {reference}).\n"
        "Đề nghị gửi lại sau ít phút. Nếu vẫn chưa được, đề nghị báo Văn phòng mã trên."
    )
    return Outgoing(address=address, text=text)


def expired_choice() -> str:
    return "Lựa chọn này đã được trả lời hoặc đã hết hạn; chưa ghi gì thêm. Đề nghị gửi lại nội dung, hoặc trả lời VIỆC để xem đầu việc."


_AGAIN = "Câu đang chờ trả lời:"


def asked_again(typed: str, question: str) -> str:
    """A question once more, to a number or a yes that may answer what was said since."""
    first, _, rest = question.partition("\n")
    return f"Chưa rõ “{cut(typed, 20)}” trả lời cho nội dung nào; chưa ghi gì. {_AGAIN}\n" + (
        rest if first.endswith(_AGAIN) else question
    )


def not_yours() -> str:
    return "Lựa chọn này dành cho người khác."


def pick_a_number(count: int) -> str:
    return f"Đề nghị chọn một số từ 1 đến {count}, hoặc gửi lại nội dung."


def nothing_found(words: str) -> str:
    return f"Trợ lý chưa tìm thấy đầu việc nào như “{words}”. Trả lời VIỆC để xem danh sách, hoặc gửi mã, ví dụ CT05."


def which_item() -> str:
    return "Có nhiều đầu việc gần giống. Đề nghị chọn:"


def which_part(line: ItemView) -> str:
    return f"{line.key} {line.short_name} gồm nhiều phần. Đề nghị chọn:"


def no_person(words: str, *, listed: bool) -> str:
    """`listed`: who asks may see the list of people."""
    hint = "Trả lời NGƯỜI để xem danh sách." if listed else "Đề nghị gõ họ tên."
    return f"Trợ lý chưa tìm thấy ai tên “{words}”. {hint}"


def several_people(people: Sequence[PersonView]) -> str:
    names = "; ".join(f"{person.name} (mã {person.code})" for person in people)
    return f"Có nhiều người cùng tên: {names}. Đề nghị gõ cả họ tên hoặc mã."


def too_long() -> str:
    return "Tin nhắn dài quá mức trợ lý đọc được. Đề nghị gửi từng phần, mỗi chỉ tiêu một dòng."


def too_fast(a_minute: int) -> str:
    """To a chat that sends more than a person can mean; what came too fast is kept, but not read."""
    return (
        f"Tin gửi quá nhanh: trên {a_minute} tin trong một phút. Các tin tiếp theo trong phút này chưa được ghi.\n"
        "Đề nghị chậm lại: sau một phút, gửi lại những số chưa được trả lời; nhiều chỉ tiêu gửi trong một tin được."
    )


def not_read(attachment: str) -> str:
    """A file, a picture or a voice note without words."""
    what = "nghe được tin thoại" if attachment in {"voice", "audio"} else "đọc được tệp và hình ảnh"
    return f"Trợ lý chưa {what}; nội dung chưa được ghi. Đề nghị gửi số liệu bằng chữ, ví dụ: BHXH 201"


def cut(text: str, size: int) -> str:
    """A text at most `size` letters long, cut between words."""
    if len(text) <= size:
        return text
    return text[:size].rsplit(" ", 1)[0] + " …"


def day_off(due: datetime, ward: WardView) -> str:
    """What stands beside a deadline on a day that is not worked: it holds, and is to be known."""
    return "" if ward.calendar.is_workday(due.date()) else " (ngày nghỉ)"
