"""The words of what was changed in a period after it had been closed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.workdays import local
from db import late_figures
from db.item_view import ItemView
from db.models import LateFigure
from db.ward_view import WardView
from handlers.texts.common import cut, named
from handlers.texts.correcting.late import said_of
from handlers.texts.numbers import count, short_day

NAMED = 3


def line(found: Sequence[tuple[ItemView, LateFigure]], ward: WardView) -> str:
    """ "Điều chỉnh sau khi chốt 01: BHXH tự nguyện 185 người (chị Lan, 23/11: “đơn vị báo lại”)."."""
    named_ = [
        f"{item.short_name} {said_of(late_figures.said_by(row), item)} ({_by(row, ward)})"
        for item, row in found[:NAMED]
    ]
    more = f" và {count(len(found) - NAMED)} mục khác" if len(found) > NAMED else ""
    return f"Điều chỉnh sau khi chốt {count(len(found))}: {'; '.join(named_)}{more}."


def note(row: LateFigure, ward: WardView) -> str:
    return f"điều chỉnh sau khi chốt ({_by(row, ward)})"


def _by(row: LateFigure, ward: WardView) -> str:
    """Who changed it, whose yes it had, when and why."""
    who = named(ward.who(row.entered_by_id))
    if row.decided_by_id != row.entered_by_id:
        who += f", {named(ward.who(row.decided_by_id))} đồng ý"
    return f"{who}, {short_day(local(row.decided_at or row.at).date())}: “{cut(row.reason, 60)}”"
