"""The words for what must not be kept: secret documents, citizens' numbers, fields that are closed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Incoming
from bot.domain.workdays import WARD_ZONE
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named, you_short
from handlers.texts.numbers import moment

_PRIVATE = {
    "citizen_id": "số căn cước của công dân",
    "phone": "số điện thoại",
    "name": "họ tên công dân trong đơn thư hoặc thông tin sức khỏe",
}


def refused(person: PersonView | None, *, file: bool, told: bool, recorded: bool) -> str:
    """To who sent a secret document. What stands on the platform only the sender can take back.

    `recorded`: an earlier version of the message was a figure, which stays.
    """
    what, it = ("Tệp vừa gửi", "tệp") if file else ("Tin nhắn vừa gửi", "nội dung")
    who = f" {you_short(person)}" if person else ""
    office = " Văn phòng đã được thông báo." if told else ""
    kept = "\nSố liệu đã ghi từ nội dung trước của tin này giữ nguyên." if recorded else ""
    return (
        f"{what} có dấu hiệu là tài liệu mang dấu chỉ độ mật. Hệ thống không lưu {it} này. "
        f"Đề nghị{who} thu hồi ngay tin nhắn và thực hiện theo quy định về bảo vệ bí mật nhà nước.{office}{kept}"
    )


def office_told(person: PersonView | None, message: Incoming, ward: WardView) -> str:
    """To the clerks: who and when, not what."""
    who = capital(named(person)) if person else "Một người trong nhóm"
    unit = ward.unit_name(person.unit_id) if person else None
    where = " trong nhóm của phường" if message.group and person else ""
    return (
        f"{who}{f' ({unit})' if unit else ''} lúc {moment(message.sent_at.astimezone(WARD_ZONE))}{where} gửi tin có dấu hiệu "
        "là tài liệu mang dấu chỉ độ mật. Trợ lý từ chối và không lưu nội dung; đã đề nghị người gửi thu hồi.\n"
        "Đề nghị kiểm tra việc thu hồi và xử lý theo quy định về bảo vệ bí mật nhà nước."
    )


def masked(person: PersonView, kinds: Sequence[str]) -> str:
    """That a citizen's number or name was not kept."""
    found = " và ".join(_PRIVATE[kind] for kind in kinds)
    instead = "không ghi họ tên" if kinds == ("name",) else "chỉ gửi số lượng"
    return (
        f"Tin nhắn có {found}. Trợ lý chỉ đọc số tổng hợp và không lưu thông tin cá nhân. "
        f"Đề nghị {you_short(person)} thu hồi tin nhắn và từ lần sau {instead}."
    )


def closed(names: Sequence[str], field: str) -> str:
    """That an item, or a whole field, is off, and what the chairman must do."""
    what = f"{', '.join(names)} thuộc lĩnh vực" if names else "Lĩnh vực"
    return (
        f"{what} {field[:1].lower()}{field[1:]}, chưa được mở trên hệ thống này: không nhận số liệu, không nhắc, không "
        "tổng hợp. Số liệu lĩnh vực này có thể thuộc danh mục bí mật nhà nước, đề nghị báo cáo theo đường văn bản.\n"
        "Hệ thống chỉ mở khi Chủ tịch có quyết định bằng văn bản và số, ngày quyết định đã được nhập."
    )
