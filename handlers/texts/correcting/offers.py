"""The words of what is offered below a receipt: that words are of another item, or in another state."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import cut, you_short

_FINISHED = re.compile(
    r"\b(?:xong|hoan thanh|hoan tat|be mac|nghiem thu)\b"
    r"(?! (?:\d|dot|buoc|phan|khau|giai doan|thu tuc|ho so|to|khom|kp|noi dung))"
    r"|\bcong nhan\b(?! (?:vien|lao dong|tre|nha))"
    r"|\bdat (?:chuan|loai|danh hieu|vung manh|chi tieu|muc|xuat sac)\b"
)
_NOT_FINISHED = re.compile(
    r"\b(?:gan|sap|se|can|phai|co ban|phan dau|cho|de nghi|ho so|neu|khi nao|bao gio)"
    r"(?: \w+){0,3} (?:xong|hoan thanh|hoan tat|nghiem thu|cong nhan|dat)\b"
    r"|\b(?:con|rieng) (?:\w+ )?(?:\d|mot|may|lai|cho|thieu|phan|khau)\b"
    r"|\b(?:dang|chua|tiep tuc|du kien|chac|khoang|moi|mai|hua|hen|cho)\b|\d ?%"
    r"|\b(?:hom|bua|ngay|tuan|thang) (?:nua|sau|toi)\b|\btrong (?:tuan|thang|ngay|quy|nam)\b"
    r"|\b(?:xong|thanh) (?:thang|quy|ky)\b"
)
_HINDERS = re.compile(
    r"\b(?:mong(?! (?:\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi))|qua tai|be tac|tai dien|bay lai"
    r"|(?:bay|lan|do|tran) ra (?:\w+ ){0,3}lai|bat luc|nan lam|(?:khong|bat) hop tac"
    r"|(?:khong|ko|k|hong|chua) (?:xue|xuong|kip|chiu)|chua co (?:huong|von|tien|kinh phi))\b"
)
_HINDERED = re.compile(
    r"\b(?:vuong|ket|kho|thieu|hong|hu|loi|tre|tac|dot|nho|xin|de nghi|kien nghi|mong|can|het|cho|ne|vang"
    r"|bat cap|tro ngai|ton tai|so|hoan|mua|om|be|xuong cap|chua|khong|ko|k|hk|treo|don|qua tai|ngap|mat"
    r"|chay|un|gian doan|cham|do|hoai|van|mai|lai)\b"
)


def may_be_finished(words: str) -> bool:
    """ "Chuẩn bị năm học xong lâu rồi", kept as going on: the thing itself may be done."""
    folded = fold(words)
    return _FINISHED.search(folded) is not None and _NOT_FINISHED.search(folded) is None


def may_hinder(words: str) -> bool:
    """ "Quân thì mỏng", kept as progress: it may stand in the way."""
    return _HINDERS.search(fold(words)) is not None


def may_be_progress(words: str) -> bool:
    """True where nothing in the words of a difficulty is one: "còn lấn chiếm lòng đường nhắc 11 trường hợp"."""
    return _HINDERED.search(fold(words)) is None


def if_not_right(person: PersonView) -> str:
    """The last line of a receipt, above the choices."""
    return f"Nếu chưa đúng, {you_short(person)} chọn:"


def other_item(item: ItemView) -> str:
    return f"{item.key} {item.short_name}"


def is_done(item: ItemView) -> str:
    return f"{item.key} đã hoàn thành"


def is_obstacle(item: ItemView) -> str:
    return f"{item.key}: là vướng mắc"


def is_progress(item: ItemView) -> str:
    return f"{item.key}: không phải vướng mắc, ghi là tiến độ"


def as_number(item: ItemView, number: str) -> str:
    return f"{item.key} {item.short_name}: {number}"


def moved_to(item: ItemView) -> str:
    """Why what was recorded is taken back, in its history."""
    return f"chuyển sang {item.key}"


NOW_AN_OBSTACLE = "ghi lại là vướng mắc"
NOW_PROGRESS = "ghi lại là tiến độ"


def taken_back(item: ItemView) -> str:
    """The first line below a tap; what is recorded instead stands below it."""
    return f"Đã rút nội dung vừa ghi ở {item.key} {item.short_name}; lịch sử vẫn lưu."


def files_stay(item: ItemView) -> str:
    return f"Ảnh, tệp đã gửi vẫn ở {item.key}: chỉ nhiệm vụ nhận ảnh, tệp."


def changed_since(item: ItemView, person: PersonView) -> str:
    """What was recorded is not so any more: decided on, said anew, its period closed."""
    return (
        f"Nội dung của {item.key} {item.short_name} đã thay đổi hoặc đã có ý kiến từ khi ghi nhận; chưa sửa gì. "
        f"Cần sửa, {you_short(person)} gửi lại tên + nội dung đúng."
    )


def stays(item: ItemView, why: str) -> str:
    """Where it should go it cannot be recorded: it stays."""
    return f"Chưa sửa gì, nội dung vẫn ở {item.key} {item.short_name}. {why}"


def again(item: ItemView, words: str, person: PersonView) -> str:
    """The offer once more, after something else was said."""
    return f"{item.key} {item.short_name}: đã ghi nhận “{cut(words, 80)}”. {if_not_right(person)}"


def choice_or_number(item: ItemView, typed: str) -> str:
    """A number may pick the choice, or be the item's figure."""
    return f"Chưa rõ “{typed}” là lựa chọn hay số liệu của {item.short_name}; chưa ghi gì thêm. Đề nghị chọn:"
