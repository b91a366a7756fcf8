""" "Thứ 5 chị Mai nộp tỉ lệ hồ sơ trực tuyến cho em tổng hợp", of the clerk: shown as an order, not given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.message import Choice
from bot.domain.reading.dates import DateReading, find_date
from bot.domain.reading.words import fold
from db.item_view import ItemView
from handlers import finding, rights
from handlers.directives import flow
from handlers.directives.reading import order_in
from handlers.situation.somebody import called
from handlers.texts.common import named
from handlers.texts.directives import draft as draft_texts
from handlers.texts.directives import handed_in as texts
from handlers.texts.pressing import chase_in_words as press_texts
from handlers.turn import Reply, Turn


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """The draft, as /giaoviec makes it; None for other words, for a figure of the plan, and from others."""
    if not turn.person.has("clerk") or not rights.may(turn.person, "directive"):
        return None
    folded = fold(turn.words)
    said = next(filter(None, (one.fullmatch(folded) for one in texts.HANDED_IN)), None)
    if said is None or finding.codes_in(turn.words):
        return None
    who, what = turn.words[slice(*said.span("who"))], turn.words[slice(*said.span("what"))]
    person = _named(turn, who)
    if person is None:
        return None
    beside = f"{who[: person[0]]}@{who[person[1] :]}"
    day = _day(turn, beside)
    if day is None or (item := _figure(turn, what)) is not None:
        return _pressed(turn, item, day) if day is not None and item is not None else None
    deed = turn.words[slice(*said.span("deed"))]
    work = texts.order(deed, what, f"{day:%d/%m/%Y}")
    order = order_in(turn, f"{draft_texts.GIVE} {who[slice(*person)]}: {work}")
    return flow.take(turn, order, turn.words, turn.person) if order is not None else None


def _day(turn: Turn, beside: str) -> date | None:
    """The day beside who it is, with nothing else said there; of "chiều 4" the weekday."""
    bare = texts.BARE_WEEKDAY.search(fold(beside))
    if bare is not None:
        beside = f"{beside[: bare.start()]}{texts.WEEKDAY}{beside[bare.start() :]}"
    day = find_date(beside, turn.now, expected=True)
    if not isinstance(day, DateReading) or day.due < turn.today:
        return None
    begins, ends = day.span
    left = fold(f"{beside[:begins]} {beside[ends:]}").strip()
    return day.due if texts.BESIDE_DAY.fullmatch(left) is not None else None


def _named(turn: Turn, who: str) -> tuple[int, int] | None:
    """Where somebody is named: in "mai anh Cường" not on the day, which is called like a colleague."""
    first = called(turn.ward.roster, who)
    if first is None or fold(who[slice(*first)]).strip() != texts.TOMORROW:
        return first
    second = called(turn.ward.roster, who[first[1] :])
    return (first[1] + second[0], first[1] + second[1]) if second is not None else first


def _figure(turn: Turn, what: str) -> ItemView | None:
    """What is asked about every period anyway, unless a paper about it is wanted."""
    found = turn.ward.catalogue.find(what)
    if found.sure is None or found.guessed or texts.PAPER.search(fold(what)) is not None:
        return None
    return turn.ward.items[found.sure.key]


def _pressed(turn: Turn, item: ItemView, day: date) -> Sequence[Reply]:
    """No order for what has its own deadline: who is in charge may be pressed for it."""
    owner = turn.ward.people.get(item.owner_id or 0)
    if owner is None or item.parts:
        return [Reply(texts.has_own_due(item, None, day), items=(item.key,))]
    choices = (Choice(press_texts.press_label(named(owner), item), f"/dondoc {item.key}"),)
    return [Reply(texts.has_own_due(item, owner, day), choices, items=(item.key,))]
