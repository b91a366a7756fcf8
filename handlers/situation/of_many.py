"""Questions about everybody: who sent, who has most, what nobody has, what rose, by when; no ranks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from bot.domain.periods import Period
from bot.domain.reading.words import fold
from bot.domain.schedule import due_at
from bot.domain.tasks import DONE, STOPPED
from bot.domain.workdays import WARD_ZONE
from db import figures
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.office import plan
from handlers.reporting import work
from handlers.situation import lists, periods, sending
from handlers.situation.parts import own_part
from handlers.standings.comparing import compared
from handlers.standings.last_year import last_value
from handlers.standings.standing import Standing, awaited, standings
from handlers.texts.situation import of_many as texts
from handlers.texts.situation import of_many_asked as asked_texts
from handlers.turn import Reply, Turn

Answer = Callable[[Turn], Sequence[Reply]]


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None where they are no such question, or who asks may not see the ward."""
    folded = fold(turn.words).strip(" .?!")
    sees = rights.may(turn.person, "situation")
    if _asks_by_when(turn, folded) or (sees and _asks_span(turn, folded)):
        return ward_due if sees else _own_due if rights.may(turn.person, "report") else None
    if not sees:
        return None
    for pattern, answer in _ANSWERS:
        if pattern.fullmatch(folded) is not None:
            return answer
    if asked_texts.SENT.fullmatch(folded) and not asked_texts.NOT_SENT.search(folded):
        return sent_on
    return _moved if asked_texts.MOVED.fullmatch(folded) and asked_texts.ANY.search(folded) else None


def _asks_by_when(turn: Turn, folded: str) -> bool:
    """True for "bao giờ hết hạn nộp", of no item: it is not said below the letter about one."""
    if not (asked_texts.WHEN.search(folded) and asked_texts.SENDS.search(folded)) or turn.message.reply_to:
        return False
    words = set(re.findall(r"[^\W\d]+", folded))
    return words <= asked_texts.DUE_WORDS


def _asks_span(turn: Turn, folded: str) -> bool:
    """True for "tháng 11 tính từ ngày nào tới ngày nào"."""
    if asked_texts.SPAN.fullmatch(folded) is None or turn.message.reply_to:
        return False
    return set(re.findall(r"[^\W\d]+", folded)) <= asked_texts.SPAN_WORDS


def _part(turn: Turn) -> tuple[list[ItemView], str]:
    """The items that who asks has in mind, and what they are called together."""
    items, scope = own_part(turn.ward, turn.person) or (None, texts.of_ward(turn.ward))
    every = turn.ward.items.values() if items is None else turn.ward.with_parts(items)
    return [item for item in every if not item.parts], scope


def _standings(turn: Turn) -> tuple[list[Standing], str]:
    items, scope = _part(turn)
    return list(standings(turn.session, turn.now, turn.office, turn.ward, items).values()), scope


def _by_owner(turn: Turn, rows: Iterable[Standing]) -> dict[PersonView, list[Standing]]:
    found: defaultdict[PersonView, list[Standing]] = defaultdict(list)
    for one in rows:
        owner = turn.ward.people.get(one.item.owner_id or 0)
        if owner is not None:
            found[owner].append(one)
    return found


# --- by when -------------------------------------------------------------------------------------------


def _own_due(turn: Turn) -> Sequence[Reply]:
    """The next day by which who reports owes something, in front of the own work."""
    own = awaited(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id))
    days = [one.due for one in own.values() if one.due and one.due >= turn.now and not one.reported]
    first, *others = work.show(turn)
    if not days:
        return [first, *others]
    due = min(days)
    head = texts.next_due(due, _workdays(turn, due), turn.now, sum(day == due for day in days))
    return [Reply(f"{head}\n{first.text}", items=first.items), *others]


def ward_due(turn: Turn) -> Sequence[Reply]:
    items, scope = _part(turn)
    named = periods.beside(turn, turn.words)
    period = named[0] if named else periods.in_question(turn, "")
    due = due_at(period, turn.rules.preset.due_rule, turn.rules.preset.due_time, turn.ward.calendar)
    found = awaited(turn.session, turn.now, turn.office, turn.ward, items).values()
    rows = [one for one in _asked_about(turn, found) if named is None or one.period == period]
    rows = rows or [texts.Due(period, due, _workdays(turn, due))]
    upwards = sending.state(turn.session, turn.now, turn.office, turn.ward, period)
    official = texts.official(period, upwards) if upwards else ""
    return [Reply(texts.until_when(scope, rows, turn.now, official))]


def _asked_about(turn: Turn, found: Iterable[Standing]) -> list[texts.Due]:
    """The periods whose reports are due today or later, or lacking, each with its due; the next one first."""
    groups: defaultdict[tuple[datetime, Period], list[Standing]] = defaultdict(list)
    for one in found:
        if one.period is not None and one.due is not None:
            groups[one.due, one.period].append(one)
    rows = []
    for (due, period), ones in sorted(groups.items(), key=lambda pair: pair[0][0]):
        lacking = sum(not one.reported for one in ones)
        if due >= turn.now or lacking:
            rows.append(texts.Due(period, due, _workdays(turn, due), len(ones), lacking))
    return rows


def _workdays(turn: Turn, due: datetime) -> int:
    return turn.ward.calendar.workdays_between(turn.today, due.date())


# --- who -----------------------------------------------------------------------------------------------


def sent_on(turn: Turn) -> Sequence[Reply]:
    """What came in on the days that are named; without any, who has sent how much of what is due."""
    days = _days(turn)
    if days is None:
        rows, scope = _standings(turn)
        owed = _by_owner(turn, (one for one in rows if one.period is not None))
        sizes = {one: (sum(row.reported for row in own), len(own)) for one, own in owed.items()}
        unowned = sum(one.period is not None and one.item.owner_id is None for one in rows)
        return [Reply(texts.sent(scope, sizes, unowned))]
    first, last = days
    items = {item.id: item for item in _part(turn)[0]}
    start = datetime.combine(first, time(), WARD_ZONE)
    end = datetime.combine(last + timedelta(days=1), time(), WARD_ZONE)
    came: defaultdict[int | None, dict[int, ItemView]] = defaultdict(dict)
    for item_id, person_id in figures.came_in(turn.session, turn.ward.id, start, end):
        if item_id in items:
            came[person_id][item_id] = items[item_id]
    return [Reply(texts.came(first, last, {who: list(own.values()) for who, own in came.items()}, turn.ward))]


def _days(turn: Turn) -> tuple[date, date] | None:
    """From the first to the last of the days and weeks that the words name; None without any."""
    said = asked_texts.DAYS_NAMED.findall(fold(turn.words))
    spans = [_span(turn.today, one) for one in said]
    return (min(first for first, _last in spans), max(last for _first, last in spans)) if spans else None


def _span(today: date, said: str) -> tuple[date, date]:
    yesterday, monday = today - timedelta(days=1), today - timedelta(days=today.weekday())
    if said == "hom qua":
        return yesterday, yesterday
    if said == "tuan truoc":
        return monday - timedelta(days=7), monday - timedelta(days=1)
    return (monday, today) if said == "tuan nay" else (today, today)


def _most(turn: Turn) -> Sequence[Reply]:
    rows, scope = _standings(turn)
    found = _by_owner(turn, (one for one in rows if one.task not in DONE | STOPPED))
    sizes = {
        person: texts.Load(
            indicators=sum(not one.item.is_task for one in own),
            tasks=sum(one.item.is_task for one in own),
            owed=sum(not one.reported and one.period is not None for one in own),
        )
        for person, own in found.items()
    }
    asked = asked_texts.MOST.fullmatch(fold(turn.words).strip(" .?!"))
    fewest = asked is not None and asked["size"] == "it"
    ordered = sorted(sizes.items(), key=lambda pair: pair[1].all if fewest else -pair[1].all)
    return [Reply(texts.loads(scope, dict(ordered), turn.ward))]


def _nobodys(turn: Turn) -> Sequence[Reply]:
    items, scope = _part(turn)
    free = [item for item in items if item.owner_id is None]
    return [Reply(texts.nobodys(scope, free, assigns=rights.may(turn.person, "assign")))]


def _lacks(turn: Turn) -> Sequence[Reply]:
    return plan.show(turn) if rights.may(turn.person, "plan") else lists.plan_lines(turn)


def _no_ranks(_turn: Turn) -> Sequence[Reply]:
    return [Reply(texts.no_ranks())]


def counts(turn: Turn) -> Sequence[Reply]:
    """Where the counts by person stand, for the clerk; the others are told that nobody is ranked."""
    return [Reply(texts.counts_by_person())] if turn.person.has("clerk") else _no_ranks(turn)


# --- what rose -----------------------------------------------------------------------------------------


def _moved(turn: Turn) -> Sequence[Reply]:
    """The figures that rose or fell since the period before, the way that was asked."""
    asked = asked_texts.MOVED.fullmatch(fold(turn.words).strip(" .?!"))
    way = texts.way_meant(asked["way"] if asked else "")
    rows, scope = _standings(turn)
    counted = [one for one in rows if not one.item.is_task]
    beside = compared(turn.session, turn.office, counted)
    found, unknown = [], 0
    for one in counted:
        both = beside.get(one.item.key)
        now, then = last_value(one.figure), last_value(both.before) if both else None
        if both is None or now is None or then is None:
            unknown += 1
        elif texts.went(now - then) == way or (way == texts.CHANGED and now != then):
            found.append((one, both))
    return [Reply(texts.moved(scope, found, unknown, way))]


_ANSWERS: tuple[tuple[re.Pattern[str], Answer], ...] = (
    (asked_texts.MOST, _most),
    (asked_texts.LACKS, _lacks),
    (asked_texts.NOBODY, _nobodys),
    (asked_texts.COUNTS, counts),
    (asked_texts.BEST, _no_ranks),
)
