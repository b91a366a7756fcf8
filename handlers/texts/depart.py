"""The words of /nguoithoi."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.numbers import count

YES = "Thôi công tác"
NO = "Giữ nguyên"
HAND_OVER = "Bàn giao công việc trước"
SHOWN = 15


def usage() -> str:
    return (
        "Người chuyển công tác, nghỉ hưu, thôi việc: NGƯỜI THÔI + tên. Nghỉ phép thì không dùng lệnh này.\n"
        "Ví dụ: NGƯỜI THÔI Minh"
    )


def ask(person: PersonView, items: int) -> str:
    owned = f" {count(items)} mục phụ trách chờ phân công lại." if items else ""
    return (
        f"{person.name} thôi công tác tại phường từ bây giờ? Liên kết trò chuyện và số điện thoại được xóa, vai trò "
        f"chấm dứt.{owned} Số liệu đã gửi và tên người gửi giữ nguyên."
    )


def gone_now(person: PersonView, items: Sequence[ItemView], fields: Sequence[str]) -> str:
    """What was ended, and what waits for somebody else."""
    lines = [
        f"{person.name} đã thôi công tác trên hệ thống: liên kết, số điện thoại đã xóa; số liệu đã gửi giữ nguyên."
    ]
    if fields:
        lines.append(f"Lĩnh vực chưa có lãnh đạo phụ trách ({count(len(fields))}): {'; '.join(fields)}.")
    if items:
        names = "; ".join(f"{item.key} {item.short_name}" for item in items[:SHOWN])
        more = f"; … và {count(len(items) - SHOWN)} mục khác" if len(items) > SHOWN else ""
        lines.append(f"Chờ phân công lại ({count(len(items))}): {names}{more}.")
    lines.append("Đề nghị bỏ tên này khỏi danh sách cán bộ trước khi nạp lại danh sách.")
    if items:
        lines.append(
            f"Phân công: PHÂN CÔNG {items[0].key} + tên người nhận (nhiều mã cách nhau bằng dấu cách)"
        )
    return "\n".join(lines)


def stays(person: PersonView) -> str:
    return f"{person.name} giữ nguyên."


def gone() -> str:
    return "Người này không còn trong danh sách. Trả lời NGƯỜI để xem danh sách."


def not_oneself() -> str:
    return "Việc thôi công tác của chính mình do người khác của Văn phòng hoặc quản trị thực hiện."
