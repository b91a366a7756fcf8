"""The words about photos and files of a task: kept, not kept, which task, shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.item_view import ItemView
from db.models import Evidence
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you, you_short
from handlers.texts.deciding.completion import KINDS, kept_words
from handlers.texts.numbers import count, moment

BARE = re.compile(r"(?:(?:anh|tep|file|minh chung|va|cac|gui|kem|di|nhe|nao|cua|em|toi|cho|giup)\b|[ ,]+)*")
"""Folded words of who wants to see photos and files without saying of what."""
_PHOTO = r"(?:anh|hinh|tep|file|minh chung)"
WRONG = re.compile(
    r"(?:(?:em|toi|minh|chau|da|a|chet|xin loi|sorry)[ ,]+)*"
    r"(?:(?:gui|dinh kem|dang|up|chup|chon) nham|nham|bo|xoa|go|thu hoi|huy)"
    rf" (?:giup |cho |lai |em |toi )*(?:cai |tam |buc )?{_PHOTO}"
    r"(?: (?:vua gui|vua roi|luc nay|do|nay|kia|roi|rui|nhe|a|di|giup|em|sai|khac))*"
)
"""Folded words of who sent another photo or file than he meant."""
CANCEL = "Không lưu"
SHOW = "Xem ảnh, tệp"


def kept(item: ItemView, total: Mapping[str, int], *, again: bool) -> str:
    """To the sender: what the task has now."""
    if again:
        return f"Tệp này đã có ở {item.key} {item.short_name}, không lưu thêm. Hiện có {kept_words(total)}."
    return f"Đã lưu kèm {item.key} {item.short_name}: {kept_words(total)}. Xem lại: MINH CHỨNG {item.key}"


def added(item: ItemView, who: PersonView | None, total: Mapping[str, int]) -> str:
    """To who has the completion before him: it has photos now."""
    return f"{capital(named(who))} gửi kèm {item.key} {item.short_name} (chờ xác nhận): {kept_words(total)}."


def which(person: PersonView, *, any_task: bool) -> str:
    if not any_task:
        return (
            f"{capital(you(person))} chưa phụ trách nhiệm vụ nào để kèm ảnh, tệp; nội dung chưa được lưu. "
            "Đề nghị gửi số liệu bằng chữ, ví dụ: BHXH 201"
        )
    return (
        "Ảnh, tệp này kèm nhiệm vụ nào? Chưa được lưu; đề nghị chọn, hoặc gửi mã.\n"
        "Số liệu đề nghị gửi bằng chữ, ví dụ: BHXH 201"
    )


def with_tasks_only() -> str:
    return "Ảnh, tệp chưa được lưu: trợ lý lưu ảnh, tệp kèm nhiệm vụ; số liệu đã đọc trong lời nhắn."


def cancelled() -> str:
    return "Ảnh, tệp không được lưu."


def too_large(person: PersonView) -> str:
    return f"Tệp lớn hơn 20 MB, chưa được lưu. Đề nghị {you_short(person)} gửi tệp nhỏ hơn, hoặc chia thành nhiều tệp."


def not_taken(person: PersonView) -> str:
    return f"Trợ lý nhận ảnh, PDF, Word, Excel, PowerPoint; tệp này chưa được lưu. Đề nghị {you_short(person)} gửi ở dạng trên."


def not_own(item: ItemView, owner: PersonView | None) -> str:
    return f"{item.key} {item.short_name} do {named(owner)} phụ trách; ảnh, tệp chưa được lưu."


def delayed(item: ItemView | None, kind: str) -> str:
    return f"Chưa tải được {KINDS[kind]} kèm {_of(item)}; trợ lý tiếp tục thử và sẽ báo khi đã lưu."


def none_sent() -> str:
    return "Trợ lý không nhận ảnh, tệp nào trong 04 giờ qua; chưa ghi gì."


def stays(item: ItemView, row: Evidence) -> str:
    """Nobody takes away what was kept: what the right one needs."""
    return (
        f"{capital(KINDS[row.kind])} gửi {moment(row.at)} kèm {item.key} {item.short_name} vẫn được lưu; trợ lý không xóa "
        f"ảnh, tệp đã lưu. Gửi lại cho đúng: ảnh, tệp kèm lời “{item.key}”.\n"
        f"Nội dung không được phép lưu: đề nghị báo Văn phòng ngay. Xem lại: MINH CHỨNG {item.key}"
    )


def lost(item: ItemView | None, kind: str) -> str:
    return f"Không tải được {KINDS[kind]} kèm {_of(item)}; nội dung chưa được lưu. Đề nghị gửi lại."


def not_coming(item: ItemView, kind: str, who: PersonView | None) -> str:
    """To who decides on the result, and was told that something goes with it."""
    return (
        f"{capital(KINDS[kind])} {named(who)} gửi kèm kết quả {_of(item)} không tải được, đã đề nghị gửi lại. "
        f"Kết quả vẫn chờ xác nhận: XÁC NHẬN {item.key}, hoặc TRẢ LẠI {item.key} + nội dung"
    )


def _of(item: ItemView | None) -> str:
    return f"{item.key} {item.short_name}" if item else "nhiệm vụ"


def usage() -> str:
    return "Xem ảnh, tệp kèm nhiệm vụ: MINH CHỨNG + mã. Ví dụ: MINH CHỨNG NV-001\nGửi kèm: gửi ảnh với lời “NV-001 xong”."


def nothing(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa có ảnh, tệp kèm theo."


def out_of_reach(item: ItemView) -> str:
    return f"{item.key} {item.short_name} ngoài phạm vi tài khoản này được xem. Nếu cần cho công việc, đề nghị liên hệ Văn phòng."


def caption(item: ItemView, row: Evidence, number: int, total: int, who: PersonView | None) -> str:
    what = capital(KINDS[row.kind])
    return f"{item.key}: {what} {count(number)}/{count(total)}, {named(who)} gửi {moment(row.at)}."


def missing(caption_: str) -> str:
    return f"{caption_} Không tìm thấy tệp trên máy chủ; đề nghị báo Văn phòng."
