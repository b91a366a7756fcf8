"""The first words: to strangers, to who has just linked, to the group."""

from __future__ import annotations

from collections.abc import Sequence

from db.invitations import Refusal
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.common import in_text, you, you_short
from handlers.texts.numbers import count
from handlers.texts.reporting.said import sample

_REFUSALS = {
    Refusal.TOO_MANY: "Đã thử mã sai nhiều lần. Đề nghị đợi một giờ rồi thử lại, hoặc liên hệ Văn phòng.",
    Refusal.GROUP_ONLY: "Mã này dành cho nhóm của phường: đề nghị gửi /start + mã trong nhóm.",
    Refusal.PRIVATE_ONLY: "Mã này dành cho trò chuyện riêng: đề nghị gửi mã cho trợ lý trong trò chuyện riêng.",
}


def stranger(ward_name: str) -> str:
    return (
        f"Đây là trợ lý nhắc việc tự động của UBND {in_text(ward_name)}. "
        "Đề nghị gửi mã mời gồm 08 ký tự do Văn phòng cấp để bắt đầu."
    )


def refused(refusal: Refusal) -> str:
    return _REFUSALS.get(
        refusal,
        "Mã không đúng hoặc đã hết hạn. Đề nghị kiểm tra lại, hoặc liên hệ Văn phòng để được cấp mã mới.",
    )


def not_own_phone() -> str:
    return "Đề nghị gửi số điện thoại của chính mình, hoặc gửi mã mời do Văn phòng cấp."


def unknown_phone(ward_name: str) -> str:
    return f"Số điện thoại này chưa có trong danh sách của UBND {in_text(ward_name)}. Đề nghị liên hệ Văn phòng để được cấp mã mời."


def welcome(person: PersonView, ward: WardView, own: Sequence[ItemView], owed: Sequence[Standing]) -> str:
    """Who is speaking, what the bot does, what this person answers for, how to answer."""
    indicators = sum(1 for item in own if not item.is_task)
    greeting = (
        f"Kính chào {you(person)}. Đây là trợ lý nhắc việc tự động của UBND {in_text(ward.name)} "
        "(hệ thống tự động, không phải người trực): nhắc việc, nhận số liệu, tổng hợp báo cáo."
    )
    lines = [greeting]
    if own:
        lines.append(
            f"Theo phân công, {you_short(person)} phụ trách {count(indicators)} chỉ tiêu, "
            f"{count(len(own) - indicators)} nhiệm vụ; {count(len(owed))} mục đang chờ."
        )
    lines.append("Đề nghị không gửi tài liệu mật và thông tin cá nhân của công dân.")
    lines.append(_how(person, own))
    return "\n".join(lines)


def _how(person: PersonView, own: Sequence[ItemView]) -> str:
    if person.has("chair", "leader", "observer"):
        return "Trả lời TÌNH HÌNH để xem tình hình phường lúc này, TRỢ GIÚP để xem những việc làm được."
    if person.has("clerk"):
        return "Trả lời CHƯA BÁO CÁO để xem ai chưa gửi, TỔNG HỢP để lấy số liệu, TRỢ GIÚP để xem những việc làm được."
    example = sample(own[0], None) if own else "BHXH 201"
    return f"Trả lời VIỆC để xem đầu việc. Gửi số liệu chỉ cần nhắn, ví dụ: {example}"


def group_linked(ward_name: str) -> str:
    return (
        f"Nhóm đã được liên kết với trợ lý của UBND {in_text(ward_name)}. Nhóm nhận tổng hợp tuần và kỳ báo cáo; "
        "số liệu, đề nghị các đồng chí gửi trong trò chuyện riêng với trợ lý."
    )
