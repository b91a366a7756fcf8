"""What is asked about a reduction: whether so many went or are left, and what it starts from."""

from __future__ import annotations

from decimal import Decimal

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import you_short
from handlers.texts.numbers import amount


def is_more(item: ItemView, value: Decimal | None) -> bool:
    """True for a number that is more than there was at the start."""
    opening = item.target.baseline if item.target else None
    return opening is not None and value is not None and value > opening


def more_than_there_was(item: ItemView, shown: str) -> str:
    return f"giảm {shown} là nhiều hơn số đầu kỳ đang lưu ({_opening(item)})."


def cannot_reckon(item: ItemView, shown: str, person: PersonView) -> str:
    """ "Còn 12 hộ" of what nobody has told at the start, or of fewer."""
    known, you = _opening(item), you_short(person)
    if known is None:
        lacks = f"chưa có số đầu kỳ nên chưa tính được số đã giảm từ {shown} còn lại"
        return f"{lacks}; đề nghị {you} gửi số đã giảm, hoặc báo Văn phòng nhập số đầu kỳ."
    wrong = f"số đầu kỳ đang lưu là {known}, ít hơn {shown} còn lại"
    return f"{wrong}; đề nghị {you} kiểm tra lại, hoặc báo Văn phòng sửa số đầu kỳ."


def without_opening(item: ItemView, shown: str, value: Decimal | None, person: PersonView) -> str:
    """What to do about a number of those left where the opening stock is not known, or smaller than it."""
    known, you = _opening(item), you_short(person)
    if known is None:
        lacks = "Chưa có số đầu kỳ nên chưa tính được từ số còn lại"
        return f" {lacks}; nếu là số còn lại, {you} gửi số đã giảm hoặc báo Văn phòng nhập số đầu kỳ."
    if not is_more(item, value):
        return ""
    wrong = f"Số đầu kỳ đang lưu là {known}, ít hơn {shown}"
    return f" {wrong}; nếu là số còn lại, đề nghị {you} báo Văn phòng sửa số đầu kỳ."


def _opening(item: ItemView) -> str | None:
    """What a reduction starts from, with its unit."""
    target = item.target
    return amount(target.baseline, target.unit) if target and target.baseline is not None else None
