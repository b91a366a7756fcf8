"""The words of /thuhong: what could not be sent, to whom, why, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from db.models import Outbox
from db.ward_view import WardView
from handlers.texts.common import capital, named
from handlers.texts.numbers import count, hour, moment, short_day

AGAIN, LEAVE, SHOW = "Gửi lại", "Bỏ qua", "Xem tin chưa gửi được"
SHOWN = 6
QUOTED = 80

KINDS = {"reply": "trả lời", "reminder": "nhắc việc", "summary": "tổng hợp", "document": "tệp"}
REASONS = {
    "blocked": "người nhận đã chặn hoặc đã xóa trò chuyện",
    "not_found": "người nhận đã chặn hoặc đã xóa trò chuyện",
    "bad_request": "nền tảng chat không nhận nội dung này",
    "too_large": "tệp quá lớn so với mức nền tảng chat nhận",
    "network": "không có kết nối đến nền tảng chat",
    "unauthorized": "mã của bot bị từ chối",
    "bug": "lỗi của trợ lý",
}
OTHER = "nền tảng chat báo lỗi"
PERHAPS = "có thể đã đến: đường truyền ngắt khi đang gửi"


def _reason(row: Outbox) -> str:
    if row.state == "held" or (row.error == "network" and row.kind in {"reminder", "summary"}):
        return PERHAPS
    return REASONS.get(row.error or "", OTHER)


def _to(row: Outbox, ward: WardView) -> str:
    if row.person_id is None:
        return "nhóm hoặc người chưa liên kết"
    person = ward.people.get(row.person_id)
    return named(person) if person is not None else "người đã thôi công tác"


def _what(row: Outbox) -> str:
    kind = KINDS.get(row.kind, row.kind)
    return f"tệp {Path(row.document).name}" if row.document else kind


def label(row: Outbox, ward: WardView) -> str:
    return f"{capital(_to(row, ward))}, {hour(row.created_at.time())}, {short_day(row.created_at.date())}"


def none() -> str:
    return "Không có tin nào chưa gửi được."


def unknown() -> str:
    return "Không có tin chưa gửi được mang số này. Xem danh sách: THƯ HỎNG"


def settled() -> str:
    return "Tin này đã được gửi lại hoặc bỏ qua trước đó. Xem danh sách: THƯ HỎNG"


def listed(rows: Sequence[Outbox], ward: WardView) -> str:
    """Every one with whom, what, when and why."""
    lines = [f"Có {count(len(rows))} tin của trợ lý chưa gửi được:"]
    lines += [f"- {label(row, ward)}: {_what(row)}; {_reason(row)}." for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f"… và {count(len(rows) - SHOWN)} tin nữa.")
    lines.append("Chọn một tin để xem; hoặc: THƯ HỎNG GỬI LẠI TẤT CẢ, THƯ HỎNG BỎ QUA TẤT CẢ")
    return "\n".join(lines)


def one(row: Outbox, ward: WardView) -> str:
    """One message, as far as it tells which one it was."""
    opening = row.text.partition("\n")[0]
    quoted = opening if len(opening) <= QUOTED else f"{opening[:QUOTED]}…"
    lines = [
        f"Tin chưa gửi được đến {_to(row, ward)} ({_what(row)}, {moment(row.created_at)}): “{quoted}”",
        f"Lý do: {_reason(row)}.",
    ]
    if _reason(row) == PERHAPS:
        lines.append("Đề nghị hỏi người nhận trước: gửi lại thì có thể đến hai lần.")
    lines.append(f"Trả lời: THƯ HỎNG #{row.id} GỬI LẠI, hoặc THƯ HỎNG #{row.id} BỎ QUA")
    return "\n".join(lines)


def sent_again(row: Outbox, ward: WardView) -> str:
    return f"Đang gửi lại tin đến {_to(row, ward)} ({_what(row)}, {moment(row.created_at)})."


def left(row: Outbox, ward: WardView) -> str:
    return f"Đã bỏ qua tin đến {_to(row, ward)} ({_what(row)}, {moment(row.created_at)})."


def too_old(row: Outbox, ward: WardView) -> str:
    return (
        f"Tin đến {_to(row, ward)} là nhắc việc của ngày {short_day(row.created_at.date())}, không còn đúng: "
        f"chưa gửi lại. Việc còn nợ có trong bản tin sáng. Bỏ qua: THƯ HỎNG #{row.id} BỎ QUA"
    )


def file_gone(row: Outbox, ward: WardView) -> str:
    return (
        f"Tệp gửi {_to(row, ward)} không còn trên máy: chưa gửi lại. Đề nghị lập tệp mới, ví dụ: TỔNG HỢP. "
        f"Bỏ qua: THƯ HỎNG #{row.id} BỎ QUA"
    )


def unreachable(row: Outbox, ward: WardView) -> str:
    return (
        f"{capital(_to(row, ward))} chưa có trò chuyện nào nhận được tin: chưa gửi lại. "
        "Cấp mã mời: NGƯỜI MỜI + tên"
    )


def news(number: int) -> str:
    """To the clerk, once for all of them."""
    return (
        f"Có {count(number)} tin của trợ lý chưa gửi được đến người nhận. Xem, gửi lại hoặc bỏ qua: THƯ HỎNG"
    )
