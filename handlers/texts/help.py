"""The words of /trogiup, and of the command menus."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.ward import WardRules
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, you_short
from handlers.texts.work import example

COMMANDS = (
    ("viec", "work"),
    ("baocao", "report"),
    ("sua", "correct"),
    ("giahan", "extend"),
    ("vuong", "obstacle"),
    ("giaitrinh", "explain"),
    ("nghi", "leave"),
    ("duyet", "decide"),
    ("tinhhinh", "situation"),
    ("chuabaocao", "missing"),
    ("dondoc", "press"),
    ("giaoviec", "directive"),
    ("tomtat", "daily_summary"),
    ("tonghop", "summary"),
    ("nhapthay", "enter_for"),
    ("phancong", "assign"),
    ("bangiao", "hand_over"),
    ("giaochitieu", "set_target"),
    ("tenkhac", "alias"),
    ("ngaynghi", "set_days"),
    ("ngaylambu", "set_days"),
    ("moky", "reopen"),
    ("lichsu", "history"),
    ("minhchung", "evidence"),
    ("kehoach", "plan"),
    ("nguoi", "people"),
    ("thuhong", "dead_letters"),
    ("trogiup", "help"),
)
SPELT_APART = (
    *("trợ giúp", "báo cáo", "gia hạn", "giải trình", "tình hình", "chưa báo cáo", "đôn đốc", "giao việc"),
    *("tóm tắt", "tổng hợp", "nhập thay", "phân công", "bàn giao", "giao chỉ tiêu", "ngày nghỉ", "mở kỳ"),
    *("ngày làm bù", "đóng kỳ", "lịch sử", "minh chứng", "kế hoạch", "thư hỏng", "đi làm lại", "hết vướng"),
    *("hoán đổi", "tên khác", "bỏ tên khác"),
    *("quá hạn", "chỉ tiêu", "đã nhận", "ý kiến", "người mới", "người cắt", "người thôi"),
)
"""Names of commands that are no word of their own, as words. "viec" and "sua" are words already."""
ABOUT = {
    "viec": "Việc của tôi: đến hạn, số gần nhất",
    "baocao": "Gửi số liệu từng bước",
    "sua": "Sửa số đã gửi",
    "giahan": "Xin gia hạn: đầu việc + ngày + lý do",
    "vuong": "Báo vướng mắc: đầu việc + lý do",
    "giaitrinh": "Giải trình: mã đầu việc + nội dung",
    "nghi": "Báo nghỉ: từ ngày đến ngày + nhờ ai",
    "duyet": "Đề nghị đang chờ ý kiến",
    "tinhhinh": "Tình hình lúc này",
    "chuabaocao": "Ai chưa gửi số liệu",
    "dondoc": "Đôn đốc một người, một đầu việc hoặc tất cả",
    "giaoviec": "Giao việc: người hoặc đơn vị + nội dung + hạn",
    "tomtat": "Tóm tắt trong ngày; bật, tắt gửi mỗi sáng",
    "tonghop": "Tổng hợp kỳ, kèm tệp Excel",
    "nhapthay": "Nhập thay: tên người + số liệu",
    "phancong": "Phân công: mã đầu việc + tên người",
    "bangiao": "Bàn giao công việc: cho ai, từ ngày nào",
    "giaochitieu": "Giao, đổi chỉ tiêu kèm văn bản",
    "tenkhac": "Tên gọi khác của đầu việc: mã + tên",
    "ngaynghi": "Ngày nghỉ sắp tới; thêm, hoán đổi ngày nghỉ",
    "ngaylambu": "Thêm ngày làm bù",
    "moky": "Mở lại kỳ đã chốt: kỳ + đến ngày + lý do",
    "lichsu": "Lịch sử số liệu của một chỉ tiêu",
    "minhchung": "Ảnh, tệp kèm một nhiệm vụ",
    "kehoach": "Kế hoạch: còn thiếu gì",
    "nguoi": "Danh sách cán bộ, mã mời, cắt liên kết",
    "thuhong": "Tin chưa gửi được: gửi lại, bỏ qua",
    "trogiup": "Trợ giúp",
}


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
    allowed: Sequence[str],
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
    lines += [f"/{name} – {ABOUT[name]}" for name in allowed]
    lines.append("Nhắn riêng tên lệnh để xem cách dùng và ví dụ.")
    phone = f", điện thoại {rules.office_phone}" if rules.office_phone else ""
    lines.append(f"Cần người hỗ trợ: {rules.office}{phone}.")
    return "\n".join(lines)


def unknown_command(name: str) -> str:
    return f"Chưa có lệnh {name}. Trả lời TRỢ GIÚP để xem những việc làm được."
