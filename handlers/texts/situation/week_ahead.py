"""The words of the week to come: its main work, its days off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.item_view import ItemView
from handlers.standings.standing import Standing
from handlers.texts.numbers import count, short_day, weekday_short
from handlers.texts.office.days import Special, due_on
from handlers.texts.periods import period_words

NAMED = 3


def main_work(tasks: Sequence[Standing], reports: Sequence[str]) -> list[str]:
    """ "Trọng tâm tuần tới: tổng kết lễ hội (25/11); báo cáo tháng 11/2026."; nothing without any."""
    said = [f"{one.item.short_name} ({short_day(one.due.date())})" for one in tasks[:NAMED] if one.due]
    if len(tasks) > NAMED:
        said.append(f"{count(len(tasks) - NAMED)} nhiệm vụ khác")
    said += [f"báo cáo {period_words(key)}" for key in reports]
    return [f"Trọng tâm tuần tới: {'; '.join(said)}."] if said else []


def special(days: Sequence[Special], due: Sequence[tuple[Special, Sequence[ItemView], date]]) -> list[str]:
    """ "Lưu ý: thứ Ba, 24/11 nghỉ Ngày Văn hóa Việt Nam.", with the tasks that are due then and the day on
    which they are reminded of.
    """
    if not days:
        return []
    said = [f"Lưu ý: {'; '.join(_day(one) for one in days)}."]
    said += [
        due_on(tasks, [one.first] if one.first == one.last else [one.first, one.last], before)
        for one, tasks, before in due
    ]
    return [" ".join(said)]


def _day(one: Special) -> str:
    days = weekday_short(one.first)
    days += f" đến {weekday_short(one.last)}" if one.last != one.first else ""
    if one.works:
        return f"{days} làm bù"
    return f"{days} nghỉ{f' {one.name}' if one.name else ''}{' (dự kiến)' if one.estimated else ''}"
