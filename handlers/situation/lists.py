"""Lists that leaders and the clerk ask for: late, due soon, done, hindered, every indicator."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from bot.domain.tasks import DONE
from bot.domain.workdays import WARD_ZONE, local
from handlers import rights
from handlers.deciding import command as deciding
from handlers.deciding.registry import waiting_for
from handlers.reporting import work
from handlers.situation import periods
from handlers.situation.overview import Overview, overview
from handlers.situation.parts import Part, own_part, part_named
from handlers.situation.week_ahead import days_off_between
from handlers.standings.standing import Standing
from handlers.subject import single
from handlers.texts.situation import asked as asked_texts
from handlers.texts.situation import lists as texts
from handlers.turn import Reply, Turn

_TODAY = re.compile(r"\b(?:hom nay|sang nay|chieu nay)\b")


def asked_for(turn: Turn, words: str) -> Callable[[Turn], Sequence[Reply]] | None:
    """The list that the words ask for, of the ward or of a part that they name; None for other words."""
    folded = fold(words).strip(" .?!")
    if rights.may(turn.person, "decide"):
        if asked_texts.WAITING.fullmatch(folded):
            return waiting
        if asked_texts.APPROVE_ALL.fullmatch(folded) and not waiting_for(
            turn.session, turn.ward, turn.person
        ):
            return waiting
    start = _opening(turn, folded)
    for asked, answer in _LISTS:
        found = asked.fullmatch(folded, start)
        if found is None or not (asked in _FOR_ALL or _is_list(turn, folded)):
            continue
        if asked is asked_texts.TOTALS and single(turn) is not None:
            continue  # "tỷ lệ hoàn thành bao nhiêu", of what was spoken of
        named = (
            words.strip()[found.start("part") : found.end("part")] if found.groupdict().get("part") else ""
        )
        part = part_named(turn.ward, named) if named else own_part(turn.ward, turn.person)
        return None if named and part is None else partial(answer, part=part)
    return None


def _opening(turn: Turn, folded: str) -> int:
    """Where the list is named, behind "cho xin …" and "mảng của tôi …" of who has a part of the ward."""
    if not rights.may(turn.person, "situation"):
        return 0
    if found := asked_texts.LISTED.match(folded):
        return found.end()
    own = asked_texts.OWN_PART.match(folded) if own_part(turn.ward, turn.person) else None
    return own.end() if own else 0


def _is_list(turn: Turn, folded: str) -> bool:
    """False for what may be a report: "đã hoàn thành" of who was asked about one task of his own."""
    item = turn.ward.items.get(single(turn) or "")
    own = item is not None and rights.answers_for(turn.ward, turn.person, item)
    return rights.may(turn.person, "situation") and (not own or bool(asked_texts.SURELY_MANY.search(folded)))


def late(turn: Turn) -> Sequence[Reply]:
    """QUÁ HẠN, of the ward or the own part."""
    return overdue(turn, own_part(turn.ward, turn.person))


def plan_lines(turn: Turn) -> Sequence[Reply]:
    """CHỈ TIÊU, of the ward or the own part."""
    return indicators(turn, own_part(turn.ward, turn.person))


def overdue(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """What is past its day and not there, of the ward or a part of it; own items for who reports."""
    if not rights.may(turn.person, "situation"):
        return work.show(turn)
    presses, asks = rights.may(turn.person, "press"), rights.may(turn.person, "ask_explanation")
    return [Reply(texts.overdue(_seen(turn, part), turn.ward, presses=presses, asks=asks))]


def indicators(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """Every line of the plan, or of a part of it, the worst first; own items for who reports."""
    if not rights.may(turn.person, "situation"):
        return work.show(turn)
    return [Reply(texts.indicators(_seen(turn, part), turn.ward))]


def in_danger(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """The indicators whose number is bad, or awaited; as many of the worst as are asked for."""
    asked = asked_texts.WEAKEST.fullmatch(fold(turn.words).strip(" .?!"))
    most = asked["most"] if asked else None
    few = int(most) if most and most.isdigit() else 0
    return [Reply(texts.in_danger(_seen(turn, part), turn.ward, few or texts.LISTED))]


def not_reached(turn: Turn, part: Part | None, *, without_year_end: bool) -> Sequence[Reply]:
    """The indicators that are not where the plan wants them, the worst first."""
    return [Reply(texts.not_reached(_seen(turn, part), turn.ward, without_year_end=without_year_end))]


def due_soon(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """What falls due in the week, month or day that the words name, else within the days that are "soon"."""
    if not rights.may(turn.person, "situation"):
        return work.show(turn)
    found, last = _seen(turn, part), _last_day(turn)
    open_ones = [one for one in found.all.values() if not one.item.parts and not one.reported]
    rows = [one for one in open_ones if one.due is not None and turn.now <= one.due <= last]
    rows.sort(key=lambda one: (one.due or last, one.item.sort))
    off = days_off_between(found, turn.ward, turn.today, last.date())
    return [Reply("\n".join([texts.due_soon(found, rows, last.date(), turn.ward), *off]))]


def done(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """The tasks that are done, the newest first; of a day, week or month that is named."""
    found, since = _seen(turn, part), _since(turn)
    rows = [
        one
        for one in found.all.values()
        if one.task in DONE and (since is None or local(_told_at(one)).date() >= since)
    ]
    rows.sort(key=_told_at, reverse=True)
    return [Reply(texts.done(found, rows, turn.ward, since))]


def hindered(turn: Turn, part: Part | None) -> Sequence[Reply]:
    """Every difficulty that is still open, in its own words, the oldest first."""
    return [Reply(texts.hindered(_seen(turn, part), turn.ward))]


def waiting(turn: Turn) -> Sequence[Reply]:
    """What waits for somebody's decision."""
    turn.words = ""
    return deciding.show(turn)


def _seen(turn: Turn, part: Part | None) -> Overview:
    items, scope = part or (None, "")
    return overview(turn.session, turn.now, turn.office, turn.ward, items, scope)


def _told_at(one: Standing) -> datetime:
    return one.progress.at if one.progress else datetime.min.replace(tzinfo=WARD_ZONE)


def _since(turn: Turn) -> date | None:
    """When "hôm nay", "tuần này", "tháng 10" began; None where nothing is named."""
    if _TODAY.search(fold(turn.words)):
        return turn.today
    named, _rest = periods.several(turn, turn.words)
    return named[0].start if named else None


def _last_day(turn: Turn) -> datetime:
    found = find_date(turn.words, turn.now, expected=True)
    day = turn.ward.calendar.add_workdays(turn.today, turn.rules.soon_days)
    if isinstance(found, DateReading) and turn.today <= found.end <= turn.today + timedelta(days=93):
        day = found.end
    return datetime.combine(day, time(23, 59), WARD_ZONE)


_LISTS = (
    (asked_texts.OVERDUE, overdue),
    (asked_texts.INDICATORS, indicators),
    (asked_texts.IN_DANGER, in_danger),
    (asked_texts.TOTALS, indicators),
    (asked_texts.WEAKEST, in_danger),
    (asked_texts.DUE_SOON, due_soon),
    (asked_texts.DONE, done),
    (asked_texts.HINDERED, hindered),
)
_FOR_ALL = (asked_texts.OVERDUE, asked_texts.INDICATORS, asked_texts.DUE_SOON)
"""Of these who only reports is shown his own items."""
