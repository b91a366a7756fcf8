"""/tinhhinh: where the ward stands now, danger first; by field, unit, person, indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.domain.message import Choice
from bot.domain.periods import Period
from bot.domain.reading.words import fold
from db import explanations, figures
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.deciding.registry import by_whom, counted
from handlers.directives import received
from handlers.office import closing
from handlers.reporting import by_own_words
from handlers.situation import at_period, departed, last_year, lists, periods, somebody, summary
from handlers.situation.overview import Overview, by_field, overview
from handlers.situation.parts import CODE, Part, of_own_unit, own_part, part_named, several_named
from handlers.standings import appraising
from handlers.standings.comparing import Compared, compared
from handlers.standings.gained import gained, own_period
from handlers.standings.in_time import late_in_period
from handlers.standings.standing import Standing, standing_of, standings
from handlers.texts.common import capital, in_text
from handlers.texts.deciding import waiting as decide_texts
from handlers.texts.obstacles import obstacle as obstacle_texts
from handlers.texts.periods import period_span, period_words
from handlers.texts.pressing import explain as explain_texts
from handlers.texts.reporting import appraised as appraised_texts
from handlers.texts.reporting import collecting as collecting_texts
from handlers.texts.situation import comparing as comparing_texts
from handlers.texts.situation import item as item_texts
from handlers.texts.situation import lists as list_texts
from handlers.texts.situation import screen as texts
from handlers.texts.situation import short
from handlers.turn import Reply, Turn

ALL = frozenset({"", "toan phuong", "ca phuong", "chung", "phuong", "phuong minh", "phuong ta", "phuong nha"})
BUTTONS = 10


def show(turn: Turn) -> Sequence[Reply]:
    """The ward, or the part that the words name, now or for a period; a field leader's own fields first."""
    turn.words = of_own_unit(turn.ward, turn.person, turn.words)
    words = periods.without_asking(texts.NOW_ONLY.sub("", texts.without_length(turn.words)))
    if words in ALL or _is_own(turn, words):
        words = "" if _is_own(turn, words) else words
        mine = own_part(turn.ward, turn.person) if not words else None
        return [overview_of(turn, *mine)] if mine else [overview_of(turn, None, "")]
    if words in {"linh vuc", "theo linh vuc"}:
        return [_by_field(turn)]
    if words in {"nhiem vu", "qua han"}:
        found = overview(turn.session, turn.now, turn.office, turn.ward)
        return [Reply(list_texts.tasks(found, turn.ward))]
    if answer := lists.asked_for(turn, turn.words):
        return answer(turn)
    if running := periods.running(turn, turn.words):
        period, people = running
        return [_which_of(turn, people, period)] if people else in_period(turn, period, "", live=True)
    if part := part_named(turn.ward, turn.words):
        items, scope = part
        return [overview_of(turn, items, scope), short_lines(turn, items)]
    if several := several_named(turn.ward, turn.words):
        return [_which_of(turn, several)]
    if said := periods.beside(turn, turn.words):
        return in_period(turn, *said, live=periods.says_running(turn.words))
    if (named := somebody.named_in(turn.ward, turn.words)) and (part := part_named(turn.ward, named)):
        return [overview_of(turn, *part), short_lines(turn, part[0])]
    return departed.about(turn) or [_items_named(turn)]


def _which_of(turn: Turn, people: Sequence[PersonView], period: Period | None = None) -> Reply:
    """Several are called so, or somebody is called as a period is: picking one is as typing the code."""
    shown = people[:BUTTONS]
    choices = [Choice(texts.person_label(one, turn.ward), f"/tinhhinh {CODE}{one.code}") for one in shown]
    if period is None:
        return Reply(texts.which_person(turn.words), choices=tuple(choices))
    running = Choice(capital(period_words(period.key)), f"/tinhhinh {period_words(period.key)}")
    return Reply(texts.person_or_period(turn.words), choices=(running, *choices))


def in_period(
    turn: Turn, period: Period, words: str, *, live: bool = False, part: Part | None = None
) -> Sequence[Reply]:
    """The ward, a part of it or an item as it stood for a period; `live`: as it stands now."""
    if (known := last_year.of_item_named(turn, period, words)) is not None:
        return [Reply("\n".join([*last_year.known(turn, known), *item_lines(turn, [known])]))]
    periods.require_begun(turn, period)
    turn.ward = at_period.ward_of(turn.session, turn.now, turn.office, turn.ward, period, live=live)
    part = part or part_named(turn.ward, words)
    if part is None and fold(words).strip() not in ALL and not periods.AROUND.issuperset(fold(words).split()):
        turn.words = words
        return [_items_named(turn, period, live=live)]
    items, scope = part or (None, in_text(turn.ward.name))
    state = at_period.of_period(turn.session, turn.now, turn.office, turn.ward, period, items, live=live)
    state = replace(state, scope=texts.in_period(scope, period_span(period)))
    choices = _beside_period(turn, period, words if items is not None else "", live=live)
    replies = [Reply(texts.overview(state, turn.ward, turn.person), choices=choices)]
    if items is not None:
        shown = [short.short_item(one, turn.ward) for one in state.all.values() if _is_shown(one, state)]
        replies.append(Reply("\n".join(shown), silent=True))
    return replies


def _beside_period(turn: Turn, period: Period, part: str, *, live: bool) -> tuple[Choice, ...]:
    """What can be asked for below a period's screen: its summary, the whole ward; how it stands now."""
    now = Choice(texts.NOW, f"/tinhhinh {part or 'toan phuong'}"[:60])
    if part:
        return Choice(texts.WHOLE_WARD, f"/tinhhinh {period_words(period.key)}"), now
    return *summary.below(turn, period, live=live), now


def _is_shown(one: Standing, state: Overview) -> bool:
    return one.item.parent not in state.all or not one.item.share_of


def _is_own(turn: Turn, words: str) -> bool:
    """ "Tình hình lĩnh vực của tôi", from a leader."""
    return turn.person.has("chair", "leader") and texts.OWN_PART.fullmatch(words) is not None


def of_ward(turn: Turn) -> Sequence[Reply]:
    """The whole ward, or the own part."""
    return [overview_of(turn, *(own_part(turn.ward, turn.person) or (None, "")))]


def is_asked(turn: Turn, words: str) -> bool:
    """False for "tình hình ổn định"; from an official for a figure, "tình hình bhxh 201", and an own item."""
    if by_own_words.is_state(words):
        return False
    if rights.may(turn.person, "situation"):
        return True
    found = turn.ward.catalogue.find(words)
    items = [turn.ward.items[one.key] for one in found.items if not found.guessed]
    mine = bool(items) and all(rights.within_reach(turn.ward, turn.person, one, "history") for one in items)
    return not mine and not finding.with_figure(turn.ward, words)


def _items_named(turn: Turn, period: Period | None = None, *, live: bool = False) -> Reply:
    """One item by its name or code; a compound line with its parts; which one, when several fit."""
    line = finding.compound(turn.ward, turn.words)
    if line is not None and not line.collect:
        return replace(short_lines(turn, [line], period), silent=False)
    found = [line] if line is not None else items_named(turn)
    if len(found) > 1:
        return finding.which(found, "tinhhinh", suffix=period_words(period.key) if period else "")
    if found:
        said = item_lines(turn, found) if period is None else then_lines(turn, found, period, live=live)
        asked = _appraising(turn, found) if period is None else ()
        return Reply(
            "\n".join([*said, *([appraised_texts.wanted(turn.person)] if asked else [])]), choices=asked
        )
    return Reply(texts.no_such_part(turn.words, [one.name for one in turn.ward.fields.values()]))


def _appraising(turn: Turn, items: Sequence[ItemView]) -> tuple[Choice, ...]:
    """One tap for a leader, below what was told in words and has no number."""
    found = appraising.waiting(turn.ward, turn.person, (standing_of(turn, item) for item in items[:1]))
    if len(items) > 1:
        return ()
    labels = (appraised_texts.YES, appraised_texts.NO)
    return tuple(Choice(label, f"{item.key} {label.lower()}") for item in found for label in labels)


def line_alone(turn: Turn) -> Sequence[Reply] | None:
    """A compound line whose code or name is all that was said: its own class, then its parts."""
    if not rights.may(turn.person, "situation"):
        return None
    line = finding.compound(turn.ward, turn.words.strip(" ?.!"))
    return (
        [replace(short_lines(turn, [line]), silent=False)] if line is not None and not line.collect else None
    )


def items_named(turn: Turn) -> list[ItemView]:
    """The items that the words fit."""
    found = turn.ward.catalogue.find(turn.words).items
    return finding.meant(turn.ward, turn.person, [turn.ward.items[one.key] for one in found])


def reader_asks(turn: Turn) -> Sequence[Reply]:
    """Words from who may only read: the state of what they name; a figure is not taken."""
    found = turn.ward.catalogue.find(turn.words).sure
    if found is None or finding.with_figure(turn.ward, turn.words):
        return [Reply(texts.only_reads(turn.person))]
    return [Reply("\n".join(item_lines(turn, [turn.ward.items[found.key]])))]


def item_lines(turn: Turn, items: Sequence[ItemView]) -> list[str]:
    """One paragraph for each item: figure, date, who gave it, target, class, the last explanation."""
    found = standings(turn.session, turn.now, turn.office, turn.ward, items)
    beside = compared(turn.session, turn.office, found.values())
    return [_paragraph(turn, one, beside.get(one.item.key)) for one in found.values()]


def _paragraph(turn: Turn, one: Standing, beside: Compared | None) -> str:
    against = comparing_texts.line(one, beside)
    explained = explanations.of_item(turn.session, one.item.id)[:1]
    said = [explain_texts.line(row, turn.ward) for row in explained]
    said += received.lines(turn, one.item)
    open_now = figures.open_obstacles(turn.session, turn.ward.id, turn.now)
    mine = [row for row in open_now if row.item_id == one.item.id]
    said += [obstacle_texts.line(row, turn.ward.who(row.person_id)) for row in mine]
    line = turn.ward.line_of(one.item)
    whole = [collecting_texts.of_ward(standing_of(turn, line))] if line is not None else []
    head = item_texts.item(one, turn.ward, late=_sent_late(turn, one))
    return "\n".join([head, *([against] if against else []), *whole, *said])


def _sent_late(turn: Turn, one: Standing) -> bool:
    """Of a task that comes back: the report of the period in question came after its deadline."""
    if not one.item.recurring or one.period is None or not one.reported:
        return False
    rows = figures.progress_of(turn.session, one.item.id)
    late = late_in_period(turn, one.item, rows)
    return any(row.period == one.period.key and row.id in late for row in rows)


def overview_of(turn: Turn, items: Sequence[ItemView] | None, scope: str) -> Reply:
    found = overview(turn.session, turn.now, turn.office, turn.ward, items, scope)
    choices = [Choice(texts.BY_FIELD, "/tinhhinh linh vuc")]
    if rights.may(turn.person, "missing"):
        choices.append(Choice(texts.WHO_IS_MISSING, "/chuabaocao"))
    if found.task_total:
        choices.append(Choice(texts.TASKS, "/tinhhinh nhiem vu"))
    if scope:
        choices.append(Choice(texts.WHOLE_WARD, "/tinhhinh toan phuong"))
    text = texts.overview(found, turn.ward, turn.person)
    text = "\n".join([text, *closing.opened_now(turn.session, turn.now, turn.ward)])
    if said := _waiting(turn):
        text += f"\n{said}"
        choices.append(Choice(decide_texts.WAITING, "/duyet"))
    return Reply(text, choices=tuple(choices))


def _waiting(turn: Turn) -> str:
    """What waits for this person's decision, and what he may decide that waits for others."""
    if not rights.may(turn.person, "decide"):
        return ""
    own, others = by_whom(turn.session, turn.ward, turn.person)
    each = [(who, counted(rows)) for who, rows in others.items()]
    return decide_texts.waits_for_each(turn.person, counted(own), each)


def _by_field(turn: Turn) -> Reply:
    """Fields with trouble first, in the plan's order otherwise."""
    rows = by_field(turn.session, turn.now, turn.office, turn.ward)
    rows.sort(key=lambda row: -(row[1].trouble + len(row[1].missing)))
    choices = tuple(Choice(name, f"/tinhhinh {name}"[:60]) for name, _found in rows)
    return Reply(list_texts.by_field(rows), choices=choices[:BUTTONS])


def short_lines(turn: Turn, items: Sequence[ItemView], period: Period | None = None) -> Reply:
    """A line for each item, now or as it stood for a period."""
    every = turn.ward.with_parts(items)
    wanted = [one for one in every if turn.ward.line_of(one) not in every]
    found = _at(turn, wanted, period)
    shown = [f"{capital(period_span(period))}:"] if period else []
    shown += texts.short_items(list(found.values()), turn.ward)
    return Reply("\n".join(shown), silent=True)


def _at(
    turn: Turn, items: Sequence[ItemView], period: Period | None, *, live: bool = False
) -> Mapping[str, Standing]:
    """Where these items stand now, or stood for a period: without those that were ordered since."""
    if period is None:
        return standings(turn.session, turn.now, turn.office, turn.ward, items)
    every = at_period.of_period(turn.session, turn.now, turn.office, turn.ward, period, items, live=live).all
    return {item.key: every[item.key] for item in items if item.key in every}


def then_lines(turn: Turn, items: Sequence[ItemView], period: Period, *, live: bool = False) -> list[str]:
    """One paragraph for each item as it stood for a period; `live`: as it stands now, its figures apart."""
    if int(period.key[:4]) == turn.ward.year:  # the autumn of a school year is of the plan that is there
        turn.ward = at_period.ward_of(turn.session, turn.now, turn.office, turn.ward, period, live=live)
    items = [turn.ward.items[item.key] for item in items]
    found = _at(turn, turn.ward.with_parts(items), period, live=live)
    more = gained(turn.session, turn.office, found.values(), period)
    beside = compared(turn.session, turn.office, found.values(), period)
    return [
        _then(turn, found[one.key], period, more.get(one.key), beside.get(one.key))
        if one.key in found
        else item_texts.not_given_yet(one, period)
        for one in items
    ]


def _then(turn: Turn, one: Standing, period: Period, more: Decimal | None, beside: Compared | None) -> str:
    own = own_period(period, turn.office.regimes[one.item.regime]) or period
    lines = [item_texts.item(one, turn.ward, own, more)]
    if one.figure is not None and one.figure.as_of >= own.start:
        against = comparing_texts.line(one, beside)
        lines += [against] if against else []
        lines += last_year.beside_year(turn, one, own, beside)
    return "\n".join(lines)
