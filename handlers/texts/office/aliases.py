"""The words of /tenkhac."""

from __future__ import annotations

from collections.abc import Sequence

from db.item_view import ItemView
from handlers.texts.common import cut

A_COMMAND = "một lệnh"


def usage(item: ItemView | None) -> str:
    key = item.key if item else "CT01"
    return (
        "Đặt thêm tên gọi hằng ngày cho một đầu việc, để nhắn tên ấy là được hiểu.\n"
        f"- Đặt: TÊN KHÁC + mã + tên, hoặc nhắn: gọi {key} là …\n"
        "- Bỏ: BỎ TÊN KHÁC + mã + tên\n"
        f"- Xem tên đang dùng: TÊN KHÁC + mã. Ví dụ: TÊN KHÁC {key}"
    )


def which() -> str:
    return "Trợ lý chưa rõ đầu việc nào; chưa đổi tên nào. Đề nghị ghi mã: TÊN KHÁC + mã + tên"


def called(item: ItemView) -> str:
    """The names by which an item answers."""
    names = "; ".join(item.aliases) or "chưa có"
    return f"{item.key} {item.short_name}. Tên khác: {names}.\nĐặt thêm: TÊN KHÁC {item.key} + tên"


def added(item: ItemView, new: Sequence[str], names: Sequence[str]) -> str:
    said = ", ".join(f"“{name}”" for name in new)
    return (
        f"Từ nay {said} là tên khác của {item.key} {item.short_name}. Tên đang dùng: {'; '.join(names)}.\n"
        f"Bỏ: BỎ TÊN KHÁC {item.key} {new[0]}"
    )


def removed(item: ItemView, gone: Sequence[str], names: Sequence[str]) -> str:
    said = ", ".join(f"“{name}”" for name in gone)
    left = "; ".join(names) or "không còn"
    return (
        f"Đã bỏ tên khác {said} của {item.key} {item.short_name}. Tên khác còn lại: {left}.\n"
        f"Đặt lại: TÊN KHÁC {item.key} {gone[0]}"
    )


def not_an_alias(item: ItemView) -> str:
    names = "; ".join(item.aliases) or "chưa có"
    return (
        f"{item.key} {item.short_name} không có tên khác ấy; chưa bỏ gì. Tên khác đang có: {names}.\n"
        f"Bỏ: BỎ TÊN KHÁC {item.key} + tên"
    )


def taken(item: ItemView, name: str, holder: str) -> str:
    return (
        f"“{name}” đã là tên của {holder}; chưa đặt cho {item.key} {item.short_name}. "
        f"Đề nghị chọn tên khác. Ví dụ: TÊN KHÁC {item.key} + tên"
    )


def ordinary(item: ItemView, name: str) -> str:
    return (
        f"“{name}” là từ thường dùng khi nhắn tin, dễ hiểu nhầm; chưa đặt cho {item.key} {item.short_name}. "
        f"Đề nghị chọn tên rõ hơn. Ví dụ: TÊN KHÁC {item.key} + tên"
    )


def unfit(item: ItemView, name: str, longest: int) -> str:
    return f"“{cut(name, longest)}” chưa dùng làm tên được: cần có chữ, từ 2 đến {longest} ký tự. Đề nghị gửi lại: TÊN KHÁC {item.key} + tên"


def known_already(item: ItemView, name: str) -> str:
    return f"“{name}” đã là tên của {item.key} {item.short_name}. Xem tên đang dùng: TÊN KHÁC {item.key}"


def of_parts(item: ItemView) -> str:
    parts = ", ".join(item.parts)
    return f"{item.key} {item.short_name} gồm nhiều phần; tên khác đặt cho từng phần: {parts}. Ví dụ: TÊN KHÁC {item.parts[0]} + tên"
