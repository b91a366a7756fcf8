"""What an owner reads of what somebody else said in his name."""

from __future__ import annotations

from db.item_view import ItemView
from db.models import Extension, Figure, Obstacle
from db.ward_view import PersonView
from handlers.texts import withdraw
from handlers.texts.common import capital, cut, named, you_short
from handlers.texts.numbers import short_day, weekday_day
from handlers.texts.periods import period_words
from handlers.texts.report import figure_words


def request(item: ItemView, row: Extension, by: PersonView, owner: PersonView | None) -> str:
    return (
        f"{capital(named(by))} đã gửi thay {named(owner)} đề nghị gia hạn {item.key} {item.short_name} "
        f"từ {short_day(row.old_due)} đến {weekday_day(row.asked_due)}.\n"
        f"Lý do: {cut(row.reason, 300)}.\n"
        f"Chưa đúng, trả lời: {withdraw.typed(item).upper()}"
    )


def completion(item: ItemView, by: PersonView, owner: PersonView | None) -> str:
    return (
        f"{capital(named(by))} đã báo thay {named(owner)}: {item.key} {item.short_name} hoàn thành.\n"
        f"Chưa đúng, trả lời: {item.key} chưa xong"
    )


def correction(item: ItemView, row: Figure, before: Figure, by: PersonView, owner: PersonView | None) -> str:
    you_ = you_short(owner) if owner else "đồng chí"
    return (
        f"{capital(named(by))} đã sửa số {you_} gửi: {item.key} {item.short_name}, {period_words(row.period)}: "
        f"{figure_words(row, item.target)} ({you_} gửi: {figure_words(before, item.target)}).\n"
        f"Chưa đúng, trả lời: SỬA {item.key} + số đúng"
    )


def obstacle(item: ItemView, row: Obstacle, by: PersonView, owner: PersonView | None) -> str:
    return (
        f"{capital(named(by))} đã báo thay {named(owner)} vướng mắc của {item.key} {item.short_name}: "
        f"“{cut(row.words, 300)}”.\n"
        f"Chưa đúng hoặc đã giải quyết, trả lời: HẾT VƯỚNG {item.key}"
    )
