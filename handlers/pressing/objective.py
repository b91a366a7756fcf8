"""An objective reason of what was explained: confirmed, not accepted, or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.reading.words import fold
from db import explanations
from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.pressing import second_thoughts
from handlers.pressing.explained import letter, note
from handlers.standings.plan_year import back_for
from handlers.texts.pressing import explain as texts
from handlers.texts.pressing import objective as objective_texts
from handlers.turn import Reply, Turn, UserError


def said(words: str) -> bool | None:
    """Whether words confirm an objective reason, or deny it; None when they do neither."""
    found = objective_texts.OBJECTIVE.match(fold(words))
    return None if found is None else found["no"] is None


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "NV-004 không phải nguyên nhân khách quan", "bỏ khách quan bhxh": a leader's, and nothing besides."""
    folded = fold(turn.words)
    found = objective_texts.JUDGES.search(folded)
    if found is None:
        return second_thoughts.in_words(turn)
    if not rights.may(turn.person, "ask_explanation"):
        return None
    rest = f"{turn.words[: found.start()]} {turn.words[found.end() :]}"
    item = _named(turn, rest)
    if item is None:
        return None
    return decide(turn, explained_last_year(turn, item) or item, confirms=found["no"] is None)


def _named(turn: Turn, words: str) -> ItemView | None:
    """The item that the words name and nothing else; without a name the one that was spoken of last."""
    found = turn.ward.catalogue.find(words)
    coded = [item for code in finding.codes_in(words) if (item := finding.by_code(turn.ward, code))]
    left = words[: found.span[0]] + " " + words[found.span[1] :]
    if objective_texts.BESIDE.sub(" ", fold(left)).strip(texts.AROUND):
        return None
    if len(coded) == 1 or found.sure is not None:
        return coded[0] if coded else turn.ward.items[found.sure.key]  # type: ignore[union-attr]
    about = [turn.ward.items[key] for key in turn.context_items if key in turn.ward.items]
    return about[0] if not found.items and len(about) == 1 else None


def explained_last_year(turn: Turn, item: ItemView) -> ItemView | None:
    """The item that last year's plan had under this name, where that was explained and this was not."""
    before = next((one for one in turn.ward.earlier.values() if one.name == item.name), None)
    if before is None or explanations.of_item(turn.session, item.id):
        return None
    answered = any(one.answer for one in explanations.of_item(turn.session, before.id))
    return back_for(turn, before.id) if answered else None


def decide(turn: Turn, item: ItemView, *, confirms: bool) -> Sequence[Reply]:
    """About the last explanation of an item."""
    answered = [one for one in explanations.of_item(turn.session, item.id) if one.answer]
    if not answered:
        raise UserError(objective_texts.nothing_to_confirm(item))
    return confirm(turn, answered[0]) if confirms else _deny(turn, item, answered)


def confirm(turn: Turn, row: Explanation | None) -> Sequence[Reply]:
    """A mark on the item and the period, until somebody who may set it takes it back."""
    rights.require(turn.person, "ask_explanation")
    item = back_for(turn, row.item_id) if row is not None and row.ward_id == turn.ward.id else None
    if row is None or item is None:
        raise UserError(texts.unknown())
    _require_reach(turn, item)
    if row.objective_at is not None:
        by = turn.ward.people.get(row.objective_by_id or 0)
        return [Reply(objective_texts.confirmed_before(item, row, by), items=(item.key,))]
    row.objective_by_id, row.objective_at = turn.person.id, turn.now
    turn.session.flush()
    note(turn, "objective_reason", item, row.answer or "")
    told = objective_texts.told_confirmed(item, turn.person)
    rows = [one for one in explanations.of_item(turn.session, item.id) if one.period == row.period]
    of = turn.ward.people.get(row.asked_of_id)
    text = objective_texts.confirmed(item, of, reached=turn.reaches(of))
    return [Reply(text, items=(item.key,)), *_letters(turn, item, rows, told)]


def _deny(turn: Turn, item: ItemView, rows: Sequence[Explanation]) -> Sequence[Reply]:
    """Not accepted; a mark that stands on the same period is taken away."""
    _require_reach(turn, item)
    marked = [one for one in rows if one.objective_at is not None and one.period == rows[0].period]
    for one in marked:
        one.objective_by_id = one.objective_at = None
    turn.session.flush()
    note(turn, "objective_withdrawn" if marked else "objective_refused", item, "")
    of = turn.ward.people.get(rows[0].asked_of_id)
    text = objective_texts.denied(item, of, withdrawn=bool(marked), reached=turn.reaches(of))
    told = objective_texts.told_denied(item, turn.person, withdrawn=bool(marked))
    return [Reply(text, items=(item.key,)), *_letters(turn, item, rows, told)]


def _require_reach(turn: Turn, item: ItemView) -> None:
    """Raise UserError for a leader who neither asked nor is in charge of the item's field."""
    rows = explanations.of_item(turn.session, item.id)
    asked = any(rights.speaks_for(turn.ward, turn.person, one.asked_by_id) for one in rows)
    if not asked and not rights.asks_why(turn.ward, turn.person, item):
        raise UserError(objective_texts.not_yours_to_judge(item, rights.deciders(turn.ward, item)))


def _letters(turn: Turn, item: ItemView, rows: Iterable[Explanation], text: str) -> list[Reply]:
    """To who explained, who asked, and who is in charge of the field; not to who has just spoken."""
    rows = list(rows)
    wanted: list[PersonView | None] = [turn.ward.people.get(one.asked_of_id) for one in rows]
    wanted += [turn.ward.substitute(one.asked_by_id) for one in rows]
    wanted += rights.in_charge(turn.ward, item)[:1]
    people = dict.fromkeys(one for one in wanted if one is not None and one.id != turn.person.id)
    return [letter(turn, one, text, item) for one in people if turn.reaches(one)]
