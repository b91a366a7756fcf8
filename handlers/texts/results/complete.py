"""The words to who hands in a finished task: received, and who has to confirm it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db.item_view import ItemView
from db.models import Confirmation, Progress
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, cut, named, you
from handlers.texts.deciding.completion import timing
from handlers.texts.numbers import moment
from handlers.texts.reporting.said import TASK_STATE_WORDS
from handlers.texts.told import says_more


def receipt(
    one: Standing,
    asked: Confirmation,
    row: Progress,
    owner: PersonView | None,
    reader: PersonView,
    deciders: Sequence[PersonView],
    reached: PersonView | None,
    *,
    known: bool,
) -> str:
    """What was received, when, in time or not, and for whose yes it waits."""
    item = one.item
    instead = f" (thay {named(owner)})" if owner is not None and owner.id != reader.id else ""
    verb = "Đã nhận từ trước" if known else "Đã nhận"
    words = f" “{row.words}”." if says_more(row.words) else ""
    return (
        f"{verb} kết quả {item.key} {item.short_name}{instead} lúc {moment(row.reported_at)}"
        f"{timing(asked, one)}.{words}\n{_waits(deciders, reached)}"
    )


def stays_confirmed(item: ItemView, row: Confirmation, by: PersonView | None) -> str:
    """ "Chưa xong" of what a leader has confirmed: he undoes it himself."""
    when = f" lúc {moment(row.decided_at)}" if row.decided_at else ""
    return (
        f"{item.key} {item.short_name} đã được {named(by)} xác nhận hoàn thành{when}; nội dung này chưa được ghi. "
        f"Chưa đúng, đề nghị báo {named(by)} trả lại: TRẢ LẠI {item.key} + nội dung cần bổ sung."
    )


def after_due(due: datetime) -> str:
    """Behind the receipt of a periodic report that came late."""
    return f" Gửi quá hạn ({moment(due)})."


def _waits(deciders: Sequence[PersonView], reached: PersonView | None) -> str:
    who = reached or (deciders[0] if deciders else None)
    state = f"Trạng thái: chờ {named(who)} xác nhận."
    if reached is not None:
        return state
    return f"{state} {capital(named(who))} chưa liên kết trò chuyện; đề nghị báo trực tiếp."


def withdrawn(item: ItemView, owner: PersonView | None, to: PersonView, why: str) -> str:
    """To who was asked to confirm it: it was told of the wrong task, or was no completion."""
    return (
        f"Kính báo cáo {you(to)}: {named(owner)} đã rút kết quả vừa gửi của {item.key} {item.short_name} ({why}). "
        f"Không còn chờ {you(to)} xác nhận hoàn thành."
    )


def taken_back(item: ItemView, row: Progress, owner: PersonView | None, to: PersonView) -> str:
    """To who was asked to confirm it: nothing waits any more."""
    words = f": “{cut(row.words, 200)}”" if says_more(row.words) and row.words else ""
    return (
        f"Kính báo cáo {you(to)}: {named(owner)} báo lại {item.key} {item.short_name}: "
        f"{TASK_STATE_WORDS[row.state]}{words}. Không còn chờ {you(to)} xác nhận hoàn thành."
    )
