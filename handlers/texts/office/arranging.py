"""What the clerk is answered who wants something arranged that no flow took: what was understood, and how it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import capital, named, you_short
from handlers.texts.numbers import day, short_day, weekday_day
from handlers.texts.office import arranging_heard as heard

SEE_WAITING = "Xem đề nghị đang chờ"


def press(person: PersonView) -> str:
    return f"Đôn đốc {named(person)}"


def hand(item: ItemView, person: PersonView) -> str:
    return f"Giao {named(person)} phụ trách {item.key}"


def decide(item: ItemView, person: PersonView) -> str:
    return f"{capital(named(person))} duyệt {item.key}"


def puts_to_decide(item: ItemView, person: PersonView) -> str:
    """What the choice is as if it were typed."""
    return f"/phancong {item.key} duyệt {person.code}"


def leave(person: PersonView, acting: PersonView, first: date, last: date) -> str:
    return f"{capital(named(person))} nghỉ {day(first)} – {day(last)}, {named(acting)} thay"


def takes_leave(person: PersonView, acting: PersonView, first: date, last: date) -> str:
    """What the choice is as if it were typed."""
    return f"/nghi {person.code} tu {first:%d/%m/%Y} den {last:%d/%m/%Y} nho {acting.code}"


def set_day(item: ItemView, day: date) -> str:
    return f"Đổi hạn {item.key} sang {short_day(day)}"


def sets_day(item: ItemView, due: date) -> str:
    """What the choice is as if it were typed."""
    return f"{item.key} hạn mới {due:%d/%m/%Y}"


def done(item: ItemView) -> str:
    return f"Báo {item.key} {item.short_name} đã xong"


def is_done(item: ItemView) -> str:
    """What the choice is as if it were typed."""
    return f"{item.key} xong"


def set_calendar(day: date, *, works: bool) -> str:
    return f"Ghi {'ngày làm bù' if works else 'ngày nghỉ'} {weekday_day(day)}"


def sets_calendar(day: date, *, works: bool) -> str:
    """What the choice is as if it were typed."""
    return f"/{'ngaylambu' if works else 'ngaynghi'} {day:%d/%m/%Y}"


def correct(item: ItemView, month: str, number: str) -> str:
    return f"Sửa {item.key} {item.short_name} kỳ {month} thành {number}"


def corrects(item: ItemView, month: str, number: str, why: str) -> str:
    """What the choice is as if it were typed."""
    return f"/sua kỳ {month} {item.key} {number}, lý do: {why}"


def history(item: ItemView) -> str:
    return f"Xem lịch sử {item.key} {item.short_name}"


def understood(kind: str, person: PersonView | None, reader: PersonView, *, beside: bool = False) -> str:
    """What was understood, that nothing is written, how it is done; `beside` figures that were recorded."""
    who = named(person) if person is not None else "tên"
    said = BESIDE if beside else _HEARD[kind]
    return f"{said}.\n{_HOW[kind].format(who=who, you=capital(you_short(reader)))}"


BESIDE = "Phần nhờ sắp xếp trong tin này trợ lý chưa làm"
NOTHING = "chưa ghi số liệu, tiến độ nào, chưa gửi đến ai"
_HEARD: Mapping[str, str] = {
    heard.PRESS: f"Trợ lý hiểu là nhờ nhắc; {NOTHING}",
    heard.STOP_PRESSING: "Tin nhắc đã gửi không thu lại được; đầu việc có số liệu thì trợ lý tự ngừng nhắc",
    heard.OWNER: f"Trợ lý hiểu là đổi người phụ trách; {NOTHING}",
    heard.DECIDER: "Trợ lý hiểu là đổi người duyệt; chưa thay đổi gì",
    heard.DUE: "Trợ lý hiểu là đổi hạn; chưa thay đổi gì, chưa ghi số liệu nào",
    heard.TAKEN_BACK: "Trợ lý hiểu là bỏ một số nhập nhầm; chưa ghi, chưa xóa số nào",
    heard.DONE: "Trợ lý hiểu là việc đã xong mà vẫn được nhắc; chưa ghi gì",
    heard.CLOSE: "Trợ lý hiểu là nhiệm vụ đã xong, cần đóng; chưa ghi gì",
    heard.TITLE: "Trợ lý hiểu là đổi chức danh; chưa thay đổi gì",
    heard.TASK: "Trợ lý hiểu là thêm nhiệm vụ; chưa ghi gì",
    heard.DROP: "Trợ lý hiểu là bỏ bớt đầu việc; chưa thay đổi gì, chưa ghi tiến độ nào",
    heard.DAYS: "Trợ lý hiểu là ngày nghỉ, ngày làm bù của phường; chưa ghi gì",
    heard.LEAVE: "Trợ lý hiểu là báo nghỉ; chưa ghi gì",
    heard.PERIOD: "Trợ lý hiểu là mở, đóng kỳ báo cáo; chưa thay đổi gì",
    heard.BASIS: "Trợ lý hiểu là sửa văn bản giao chỉ tiêu; chưa thay đổi gì",
    heard.LIST: "Trợ lý chưa soạn, in, gửi hộ được nội dung này; chưa ghi gì",
    heard.DUTY: "Trợ lý không có lịch trực, chỉ có ngày nghỉ của phường và người nghỉ, người thay; chưa ghi gì",
    heard.VERDICT: "Đề nghị gia hạn, kết quả nhiệm vụ do lãnh đạo phụ trách quyết định, không duyệt thay; chưa thay đổi gì",
}
_HOW: Mapping[str, str] = {
    heard.PRESS: "Đề nghị nhắn: ĐÔN ĐỐC + {who}, ĐÔN ĐỐC TẤT CẢ, hoặc ĐÔN ĐỐC + mã đầu việc",
    heard.STOP_PRESSING: "Xem ai chưa gửi: CHƯA BÁO CÁO. Ghi số đã nhận: NHẬP THAY + {who} + số liệu",
    heard.OWNER: "Đề nghị nhắn: PHÂN CÔNG + mã đầu việc + {who}; có ngày nhận việc: BÀN GIAO + mã + CHO + {who} + TỪ + ngày",
    heard.DECIDER: "Đề nghị nhắn: PHÂN CÔNG + mã đầu việc + DUYỆT + {who}",
    heard.DUE: (
        "Hạn của một nhiệm vụ: mã + HẠN MỚI + ngày + lý do, lãnh đạo phụ trách quyết định. "
        "Hạn gửi số liệu của kỳ theo quy định của phường, không đổi qua tin nhắn"
    ),
    heard.TAKEN_BACK: "Số đã ghi và người nhập: LỊCH SỬ + tên chỉ tiêu. Số đúng: SỬA + tên chỉ tiêu + số",
    heard.DONE: "Chưa có báo cáo thì trợ lý vẫn nhắc. Đề nghị chọn, hoặc nhắn: mã + XONG + ngày xong, văn bản nếu có",
    heard.CLOSE: "Ghi xong thì trợ lý trình người xác nhận. Đề nghị chọn, hoặc nhắn: mã + XONG + ngày xong, văn bản nếu có",
    heard.TITLE: (
        "Chức danh, vai trò ghi ở phần cán bộ của tệp kế hoạch, không đổi qua tin nhắn. "
        "Đổi người phụ trách: PHÂN CÔNG + mã + tên, hoặc BÀN GIAO + mã + CHO + tên + TỪ + ngày"
    ),
    heard.TASK: "Đề nghị nhắn: GIAO VIỆC + {who} + nội dung + hạn, thêm “theo chỉ đạo của” + tên lãnh đạo nếu có",
    heard.DROP: "Đề nghị nhắn: HỦY + mã nhiệm vụ + VÌ + lý do. Chỉ tiêu bỏ ở tệp kế hoạch rồi nạp lại",
    heard.DAYS: "Đề nghị nhắn riêng: NGÀY NGHỈ + ngày, hoặc NGÀY LÀM BÙ + ngày",
    heard.LEAVE: "Đề nghị nhắn: NGHỈ + {who} + TỪ + ngày + ĐẾN + ngày + NHỜ + người thay",
    heard.PERIOD: "Sửa số của kỳ đã chốt: SỬA KỲ + kỳ + tên chỉ tiêu + số + lý do. Mở lại cả kỳ do lãnh đạo quyết định: MỞ KỲ + kỳ + lý do",
    heard.BASIS: "Đề nghị nhắn lại: GIAO CHỈ TIÊU + tên chỉ tiêu + số + văn bản đúng",
    heard.LIST: "{you} xem: CHƯA BÁO CÁO, TÌNH HÌNH + tên người, đơn vị hoặc lĩnh vực, TỔNG HỢP + kỳ (kèm tệp Excel), KẾ HOẠCH, NGƯỜI",
    heard.DUTY: "Xem ngày nghỉ: NGÀY NGHỈ",
    heard.VERDICT: "Xem đề nghị đang chờ: DUYỆT",
}
