"""The words of /trogiup, and of the command menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.ward import WardRules
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, you_short
from handlers.texts.reporting.work import example


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as menus and /trogiup list it: for whom may do the `action`; `everybody`: before a menu knows who."""

    name: str
    action: str
    about: str
    everybody: bool = False


COMMANDS = (
    Listed("viec", "work", "Việc của tôi: đến hạn, số gần nhất", everybody=True),
    Listed("baocao", "report", "Gửi số liệu từng bước", everybody=True),
    Listed("sua", "correct", "Sửa số đã gửi", everybody=True),
    Listed("giahan", "extend", "Xin gia hạn: đầu việc + ngày + lý do", everybody=True),
    Listed("vuong", "obstacle", "Báo vướng mắc: đầu việc + lý do", everybody=True),
    Listed("giaitrinh", "explain", "Giải trình: mã đầu việc + nội dung"),
    Listed("nghi", "leave", "Báo nghỉ: từ ngày đến ngày + nhờ ai"),
    Listed("duyet", "decide", "Đề nghị đang chờ ý kiến"),
    Listed("tinhhinh", "situation", "Tình hình lúc này"),
    Listed("chuabaocao", "missing", "Ai chưa gửi số liệu"),
    Listed("dondoc", "press", "Đôn đốc một người, một đầu việc hoặc tất cả"),
    Listed("giaoviec", "directive", "Giao việc: người hoặc đơn vị + nội dung + hạn"),
    Listed("tomtat", "daily_summary", "Tóm tắt trong ngày; bật, tắt gửi mỗi sáng"),
    Listed("tonghop", "summary", "Tổng hợp kỳ, kèm tệp Excel"),
    Listed("nhapthay", "enter_for", "Nhập thay: tên người + số liệu"),
    Listed("phancong", "assign", "Phân công: mã đầu việc + tên người"),
    Listed("bangiao", "hand_over", "Bàn giao công việc: cho ai, từ ngày nào"),
    Listed("giaochitieu", "set_target", "Giao, đổi chỉ tiêu kèm văn bản"),
    Listed("tenkhac", "alias", "Tên gọi khác của đầu việc: mã + tên"),
    Listed("ngaynghi", "set_days", "Ngày nghỉ sắp tới; thêm, hoán đổi ngày nghỉ"),
    Listed("ngaylambu", "set_days", "Thêm ngày làm bù"),
    Listed("moky", "reopen", "Mở lại kỳ đã chốt: kỳ + đến ngày + lý do"),
    Listed("lichsu", "history", "Lịch sử số liệu của một chỉ tiêu", everybody=True),
    Listed("minhchung", "evidence", "Ảnh, tệp kèm một nhiệm vụ"),
    Listed("kehoach", "plan", "Kế hoạch: còn thiếu gì"),
    Listed("nguoi", "people", "Danh sách cán bộ, mã mời, cắt liên kết"),
    Listed("thuhong", "dead_letters", "Tin chưa gửi được: gửi lại, bỏ qua"),
    Listed("trogiup", "help", "Trợ giúp", everybody=True),
)
SPELT_APART = (
    *("trợ giúp", "báo cáo", "gia hạn", "giải trình", "tình hình", "chưa báo cáo", "đôn đốc", "giao việc"),
    *("tóm tắt", "tổng hợp", "nhập thay", "phân công", "bàn giao", "giao chỉ tiêu", "ngày nghỉ", "mở kỳ"),
    *("ngày làm bù", "đóng kỳ", "lịch sử", "minh chứng", "kế hoạch", "thư hỏng", "đi làm lại", "hết vướng"),
    *("hoán đổi", "tên khác", "bỏ tên khác"),
    *("quá hạn", "chỉ tiêu", "đã nhận", "ý kiến", "người mới", "người cắt", "người thôi"),
)
"""Names of commands that are no word of their own, as words. "viec" and "sua" are words already."""
IN_WORDS = (
    (("directive_in_words",), "Giao Phòng VH-XH rà soát hộ nghèo, mốc 20/11: dự thảo, báo cáo trước 30/11"),
    (("directive_in_words",), "GIA HẠN + mã + ĐẾN + ngày; mã + HẠN MỚI + ngày"),
    (("directive_in_words", "assign"), "GIAO + mã + CHO + tên: giao lại cho người khác"),
    (("assign",), "PHÂN CÔNG + mã + PHỐI HỢP + đơn vị"),
    (("directive_in_words", "stop"), "HỦY, TẠM DỪNG, LÀM TIẾP + mã nhiệm vụ + lý do"),
)
"""What is said without a command, by what somebody may do."""


RECALLS = re.compile(
    r"(?:cho|xin|em|toi|anh|chi|muon|nho| )*thu hoi(?: lai)?(?: (?:tin|tin nhan|thu|noi dung|so lieu|so))?(?: (?:vua|da|moi))?(?: (?:gui|roi|xong))*"
)
"""Folded words, the whole of a message, that want what was sent taken back."""
MENDS = (
    ("correct", "số liệu gửi nhầm: SỬA + số đúng"),
    ("extend", "đề nghị gia hạn: RÚT GIA HẠN"),
    ("directive", "nhiệm vụ giao nhầm: HỦY + mã + lý do"),
)
"""What is put right how, by what somebody may do."""


def recall(ways: Sequence[str]) -> str:
    said = "Trợ lý không thu hồi được tin đã gửi, số đã ghi được giữ nguyên."
    return f"{said}\n{capital('; '.join(ways))}." if ways else said


def help_for(
    person: PersonView,
    allowed: Sequence[Listed],
    in_words: Sequence[str],
    own: Sequence[Standing],
    rules: WardRules,
) -> str:
    """What can be typed, with a sample from the person's own items, and whom to call."""
    lines = []
    if own:
        lines.append(
            f"Gửi số liệu: {you_short(person)} chỉ cần nhắn tên và số, có dấu hoặc không dấu. Ví dụ:"
        )
        lines.append(f"- {example(own)}")
        lines.append("- XONG, CHƯA XONG, KHÔNG PHÁT SINH, KHÔNG ÁP DỤNG, VƯỚNG + lý do, SỬA + số đúng")
        if any(one.item.is_task for one in own):
            lines.append("- Việc được giao: ĐÃ NHẬN; Ý KIẾN + nội dung; TỪ CHỐI + mã + lý do")
    if in_words:
        lines += ["Nhắn bằng lời:", *(f"- {one}" for one in in_words)]
    lines.append(f"{capital(you_short(person))} dùng được các lệnh (có hoặc không có dấu /):")
    lines += [f"/{one.name} – {one.about}" for one in allowed]
    lines.append("Nhắn riêng tên lệnh để xem cách dùng và ví dụ.")
    phone = f", điện thoại {rules.office_phone}" if rules.office_phone else ""
    lines.append(f"Cần người hỗ trợ: {rules.office}{phone}.")
    return "\n".join(lines)


def unknown_command(name: str) -> str:
    return f"Chưa có lệnh {name}. Trả lời TRỢ GIÚP để xem những việc làm được."
