"""A question in free words: answered about what it names, else about what was spoken of last, if it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.periods import Period
from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from bot.domain.schedule import has_period
from db.item_view import ItemView
from handlers import finding, rights
from handlers.situation import command, history, last_year, of_several, periods, pressed, somebody
from handlers.situation.parts import own_part
from handlers.standings.deadlines import schedule_of
from handlers.standings.standing import standings
from handlers.texts import common
from handlers.texts.situation import asked_of as asked
from handlers.texts.situation import item as item_texts
from handlers.texts.situation import pressed as pressed_texts
from handlers.texts.situation import screen as texts
from handlers.turn import Reply, Turn

SHOWN = 4
"""So many items that a name fits are shown at once."""
STRANGE = 3
"""So many words that are of no work: a clerk's question of something else than what was spoken of last."""
LONG = 12
"""Words; a longer question is about more than what was spoken of last."""


def answer(turn: Turn, reading: Reading) -> str:
    """ "bhyt được bao nhiêu rồi", "còn việc gì": answered, never stored."""
    if pressed_texts.ASKS.search(fold(turn.words)):
        return pressed.of_own(turn)
    item = _called(turn, reading)
    named = reading.named and item is not None
    if said := of_several.told(turn, _listed(turn, item)):
        return said
    if not named and (whole := _of_units(turn)) is not None:
        item, named = whole, True
    if not named:
        folded = fold(turn.words)
        several = _several(turn)
        if several and item not in several:
            return _lines(turn, several)
        if who := asked.ASKS_WHO.search(folded):
            return common.nothing_found(turn.words[who.start("what") :].rstrip(" ?."))
        item = None if asked.ASKS_FOR_WORK.search(folded) or _is_of_more(turn, item) else item
        item = None if turn.person.has("clerk") and len(_strange(turn, item)) >= STRANGE else item
    if not named and not rights.may(turn.person, "situation") and _is_of_other_things(turn, item):
        return f"{texts.no_answer()}\n{_without_item(turn)}"
    if item is None:
        return _without_item(turn)
    if not rights.within_reach(turn.ward, turn.person, item, "history"):
        return texts.out_of_reach(item)
    return _about(turn, item)


def cards(turn: Turn, items: Sequence[ItemView]) -> Sequence[Reply]:
    """What a question is told of the items that it is about, who asks being allowed to see them."""
    text = _about(turn, items[0]) if len(items) == 1 else _lines(turn, items)
    return [Reply(text, items=(items[0].key,) if len(items) == 1 else ())]


def _called(turn: Turn, reading: Reading) -> ItemView | None:
    """The item that is asked about; none where only common words of somebody else's are said."""
    item = turn.ward.items.get(reading.item or "")
    if item is None or not reading.named or _is_own(turn, item):
        return item
    return item if finding.is_called(turn.ward, item, turn.words) else None


def _is_own(turn: Turn, item: ItemView) -> bool:
    return rights.answers_for(turn.ward, turn.person, item)


def _listed(turn: Turn, item: ItemView | None) -> list[ItemView]:
    """What the words name one after the other, else what is asked about."""
    found = finding.listed(turn.ward, turn.person, turn.words)
    return found or ([item] if item is not None else [])


def _is_of_other_things(turn: Turn, item: ItemView | None) -> bool:
    """Tell "lương tháng này bao giờ có" from a question about the own work, or about what was spoken of."""
    folded, strange = fold(turn.words), _strange(turn, item)
    said = re.findall(r"[^\W\d]+", folded)
    return bool(strange) and len(said) > len(strange) and asked.ASKS_FOR_WORK.search(folded) is None


def _strange(turn: Turn, item: ItemView | None) -> set[str]:
    """The words that are neither of office work nor of what an item is called."""
    known = fold(f"{item.name} {item.short_name} {' '.join(item.aliases)}") if item is not None else ""
    return set(re.findall(r"[^\W\d]+", fold(turn.words))) - asked.OF_WORK - set(known.split())


def _without_item(turn: Turn) -> str:
    """The own work, or the ward's state; that it is no more than that, where more was asked."""
    folded = fold(turn.words)
    if asked.ASKS_OF_ONE.search(folded):
        return texts.which_one(turn.person)
    owned = turn.ward.duties(turn.person.id)
    if not owned and rights.may(turn.person, "situation"):
        state = _state(turn).text
        general = asked.GENERAL.issuperset(re.findall(r"\w+", folded))
        return state if general else f"{texts.no_answer_of_its_own()}\n{state}"
    if turn.person.has("clerk") and _is_of_other_things(turn, None):
        return texts.no_answer_of_ward(turn.person)
    own = standings(turn.session, turn.now, turn.office, turn.ward, owned)
    return texts.own_state(turn.person, [one for one in own.values() if not one.reported])


def _state(turn: Turn) -> Reply:
    """The own part or the ward, in the period that is named and over."""
    part = own_part(turn.ward, turn.person)
    said = periods.beside(turn, turn.words)
    if (
        said is not None
        and said[0].end < turn.today
        and not (periods.says_running(turn.words) or periods.is_before_plans(turn, said[0]))
    ):
        return command.in_period(turn, said[0], "", part=part)[0]
    return command.overview_of(turn, *(part or (None, "")))


def _several(turn: Turn) -> list[ItemView]:
    """The few items that a name in the question fits; none where it fits one, or many, or is guessed."""
    found = turn.ward.catalogue.find(turn.words)
    within = rights.may(turn.person, "situation")
    items = [] if found.guessed or not within else command.items_named(turn)
    return items if 1 < len(items) <= SHOWN else []


def _is_of_more(turn: Turn, item: ItemView | None) -> bool:
    """True for a question that cannot be about one item that it does not name and that is not his."""
    folded = fold(turn.words)
    if item is not None and item in turn.ward.duties(turn.person.id):
        return False
    named = somebody.named_in(turn.ward, turn.words) is not None
    return named or len(folded.split()) > LONG or asked.OF_MANY.search(folded) is not None


def _of_units(turn: Turn) -> ItemView | None:
    """What is asked about when the words fit the shares of many units: the own one, else the whole."""
    if turn.ward.catalogue.find(turn.words).guessed:
        return None
    found = command.items_named(turn)
    return found[0] if len(found) == 1 and (found[0].collect or found[0].share_of) else None


def _about(turn: Turn, item: ItemView) -> str:
    folded = fold(turn.words)
    if item.is_task:
        lines = _lines(turn, [item]).splitlines()
    elif (drawn := asked.asks_picture(turn.words)) or asked.ASKS_HISTORY.search(folded) is not None:
        lines = [item_texts.no_picture()] if drawn else []
        lines.append(history.of_item(turn, item).text)
    elif _asks_last_year(turn):
        lines = [*last_year.known(turn, item), *command.item_lines(turn, [item])]
    else:
        lines = _lines(turn, [item]).splitlines()
    if asked.ASKS_FORECAST.search(folded):
        lines.insert(0, item_texts.no_forecast())
    if asked.ASKS_WHEN.search(folded):
        now = standings(turn.session, turn.now, turn.office, turn.ward, [item])[item.key]
        lines.insert(0, item_texts.due(now))
    return "\n".join(lines)


def _lines(turn: Turn, items: Sequence[ItemView]) -> str:
    """The items now, or as they stood for a period of the plan's year that is named and over."""
    said = periods.beside(turn, turn.words)
    period = said[0] if said else None
    over = period is not None and period.end < turn.today and _is_of_plan(turn, items, period)
    if period is None or not over or asked.ASKS_WHEN.search(fold(turn.words)):
        return "\n".join(command.item_lines(turn, items))
    return "\n".join(command.then_lines(turn, items, period, live=periods.says_running(turn.words)))


def _is_of_plan(turn: Turn, items: Sequence[ItemView], period: Period) -> bool:
    """Whether the plan has such a period: of the autumn before, its school items alone."""
    if int(period.key[:4]) == turn.ward.year:
        return True
    schedules = [schedule_of(item, turn.office) for item in items]
    return all(one.regime.own_year and has_period(turn.ward.year, one, period.key) for one in schedules)


def _asks_last_year(turn: Turn) -> bool:
    folded = fold(turn.words)
    named = re.search(rf"\b{turn.ward.year - 1}\b", folded) is not None
    return named or asked.ASKS_LAST_YEAR.search(folded) is not None
