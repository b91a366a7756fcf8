"""The words of an number at the beginning: what there was at the year's beginning, from which a fall is counted."""

from __future__ import annotations

import re
from decimal import Decimal

from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.texts.common import you_short
from handlers.texts.numbers import amount

_AT_FIRST = r"(?:(?:so|con so) )?(?:hoi |luc )?(?:dau nam|dau ky)(?: nay| 20\d\d)?"
_THE = r"(?: (?:co|la|con|duoc|:|=))*"
_COUNT = r"(?P<baseline>\d{1,6}) ?(?P<unit>[a-z]+)?"
_END = r"(?: (?:a|nhe|nha|em|anh|chi|thoi|roi))*"
_NOW = (
    r"(?:[ ,;]+(?:den |toi |bay |hien )?(?:gio|nay)(?: (?:chi|con|la|duoc))* (?P<now>\d{1,6})(?: ?[a-z]+)?)?"
)
HEARD = re.compile(
    rf"(?:NAME )?{_AT_FIRST}(?: (?:cua )?NAME)?{_THE} {_COUNT}(?: NAME)?{_NOW}{_END}"
    rf"|NAME,?{_THE} {_AT_FIRST}{_THE} {_COUNT.replace('baseline', 'behind').replace('unit', 'of')}{_END}"
)
"""Folded words with NAME in the place of the item's: no figure of today stands alone in them."""
YES = "Ghi số đầu kỳ này"
NO = "Không ghi"


def _stored(item: ItemView) -> str:
    target = item.target
    if target is None or target.baseline is None:
        return "chưa có"
    return amount(target.baseline, target.unit)


def _said(item: ItemView, baseline: Decimal) -> str:
    return amount(baseline, item.target.unit if item.target is not None else None)


def _send_later(item: ItemView, now: Decimal | None) -> str:
    return f" Số hiện nay chưa được ghi; gửi sau: {item.short_name} còn {_said(item, now)}" if now else ""


def confirm(item: ItemView, baseline: Decimal, now: Decimal | None) -> str:
    return (
        f"Số đầu kỳ của {item.key} {item.short_name}: {_said(item, baseline)} (đang lưu: {_stored(item)}). "
        f"Chưa ghi.{_send_later(item, now)}\nĐề nghị xác nhận:"
    )


def office_enters(item: ItemView, baseline: Decimal, now: Decimal | None, person: PersonView) -> str:
    """To who does not set targets: what is not recorded, and what the office types."""
    return (
        f"Số đầu kỳ của {item.key} {item.short_name} (đang lưu: {_stored(item)}) do Văn phòng ghi; "
        f"{_said(item, baseline)} chưa được ghi.{_send_later(item, now)}\n"
        f"Đề nghị {you_short(person)} báo Văn phòng gửi: số đầu kỳ {item.key} là {_said(item, baseline)}"
    )


def same(item: ItemView) -> str:
    return f"Số đầu kỳ của {item.key} {item.short_name} đang lưu là {_stored(item)}; không thay đổi gì."


def written(item: ItemView, baseline: Decimal) -> str:
    return f"Đã ghi số đầu kỳ của {item.key} {item.short_name}: {_said(item, baseline)} (trước: {_stored(item)})."


def left_alone(item: ItemView) -> str:
    return f"Số đầu kỳ của {item.key} {item.short_name} giữ nguyên: {_stored(item)}."


def noted(baseline: Decimal | None) -> str | None:
    """In the audit log."""
    return f"đầu kỳ {baseline:f}" if baseline is not None else None
