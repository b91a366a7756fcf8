"""The words of /nguoithoi."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from db.models import Explanation, Leave
from db.ward_view import PersonView, WardView
from handlers.texts.acting import short_stretch
from handlers.texts.common import capital, named, typed, you
from handlers.texts.numbers import count, short_day

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


def still_waits(requests: Sequence[str], asked: Sequence[Explanation], ward: WardView) -> str:
    """What the person asked for, or was asked, that nobody has decided on or answered."""
    owed = [item for row in asked if (item := ward.by_id.get(row.item_id))]
    lines = [f"Đề nghị còn chờ ý kiến: {'; '.join(requests)}."] if requests else []
    names = ", ".join(f"{item.key} {item.short_name}" for item in owed)
    lines += [f"Giải trình chưa trả lời: {names}; người yêu cầu được báo."] if owed else []
    return "\n".join(lines)


def will_not_explain(person: PersonView, item: ItemView) -> str:
    return (
        f"{capital(named(person))} đã thôi công tác, chưa giải trình {item.key} {item.short_name}. "
        f"Khi có người phụ trách mới, yêu cầu lại: GIẢI TRÌNH {item.key}"
    )


def acted_for(rows: Sequence[tuple[Leave, PersonView]], ward: WardView) -> str:
    """Who is away, and has nobody to act for him now; how somebody else is named."""
    told = "; ".join(f"{named(away)} {short_stretch(row.first, row.last)}" for row, away in rows)
    row, away = rows[0]
    return (
        f"Đợt nghỉ chưa có người thay ({count(len(rows))}): {told}. Cử người khác: NGHỈ {typed(away, ward)} "
        f"{_rest_of(row, ward.today)} NHỜ + tên"
    )


def _rest_of(row: Leave, today: date) -> str:
    return f"từ {short_day(max(row.first, today))} đến {short_day(row.last)}"


def to_who_is_away(row: Leave, away: PersonView, left: PersonView, today: date) -> str:
    """To who had named as substitute somebody who has left."""
    return (
        f"{capital(named(left))} đã thôi công tác, không thay {you(away)} từ hôm nay (đợt nghỉ "
        f"{short_stretch(row.first, row.last)}).\nCử người khác: NGHỈ {_rest_of(row, today)} NHỜ + tên"
    )


def stays(person: PersonView) -> str:
    return f"{person.name} giữ nguyên."


def gone() -> str:
    return "Người này không còn trong danh sách. Trả lời NGƯỜI để xem danh sách."


def not_oneself() -> str:
    return "Việc thôi công tác của chính mình do người khác của Văn phòng hoặc quản trị thực hiện."
