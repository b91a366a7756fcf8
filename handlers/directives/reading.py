"""The order that words are, as this ward's people and days make it; and in whose name it is written."""

from __future__ import annotations

from bot.domain.directives import Directive, due_told, read_directive
from bot.domain.directives.words import words_in
from bot.domain.reading.words import fold
from db.ward_view import PersonView
from handlers import finding, rights
from handlers.texts.directives import draft as texts
from handlers.texts.directives import heard
from handlers.turn import Turn, UserError


def order_in(turn: Turn, words: str) -> Directive | None:
    """The order that the words are; also with its day in front of who is named."""
    order = heard_as(turn, words)
    if order is None and (when := heard.WHEN_FIRST.match(fold(words))) is not None:
        order = heard_as(turn, f"{words[when.end() :]} {words[: when.end('when')]}")
    return order


def whole(turn: Turn, words: str) -> Directive:
    """Words that do not read as an order, but are given as one: all they say, by the day they name."""
    told = due_told(words, turn.said_at, turn.ward.calendar.is_workday)
    what = words[:1].upper() + words[1:]
    return Directive(what=what, due=told.due, at=told.at, due_words=told.words, days=told.days)


def heard_anywhere(turn: Turn, words: str) -> Directive | None:
    """The order that a leader's words are, or that stands behind what it is about."""
    return order_in(turn, words) or _order_inside(turn, words)


def _order_inside(turn: Turn, words: str) -> Directive | None:
    """A leader's order behind what it is about or its day: "chợ bẩn quá giao anh Sơn xử lý trong hôm nay"."""
    said = heard.INSIDE.search(fold(words))
    if heard.STANDS_IN.search(fold(words)) is not None:
        return None  # an item changes hands
    if said is None or finding.codes_in(words) or heard.TOLD.search(fold(words[: said.start()])):
        return None
    front, behind = words[: said.start()].strip(" ,;:"), words[said.start() :].strip()
    if heard.WHEN_ALONE.fullmatch(fold(front)):
        order = heard_as(turn, f"{behind} {front}")
    else:
        order = heard_as(turn, f"{heard.THEN.sub('', front)}. {behind}")
    return order if order is not None and order.people and order.strong else None


def heard_as(turn: Turn, words: str) -> Directive | None:
    """The order that the words are just as they stand, "khẩn:" in front left out."""
    urgent = heard.URGENT.match(fold(words))
    bare = words[urgent.end() :] if urgent else words
    for said in (bare, f"{bare}, {heard.SOON}") if urgent else (bare,):
        if order := read_directive(said, turn.ward.roster, turn.said_at, turn.ward.calendar.is_workday):
            return order
    return None


def on_behalf(turn: Turn, words: str) -> tuple[str, PersonView]:
    """The words without "theo chỉ đạo của đồng chí Nga", and who it is that orders."""
    said = heard.ON_BEHALF.search(fold(words))
    if said is None or rights.may(turn.person, "directive_in_words"):
        return words, turn.person
    behind = words[said.end() :]
    named, chair = words_in(behind), heard.CHAIR.match(fold(behind))
    if (who := turn.ward.roster.who(named, 0)) is not None:
        leaders = [one for one in turn.ward.with_role("chair", "leader") if one.id in who.people]
        end = named[who.end - 1].end
    else:
        leaders, end = (turn.ward.with_role("chair"), chair.end()) if chair else ([], 0)
    if len(leaders) != 1:
        raise UserError(texts.which_leader(turn.ward.with_role("chair", "leader")))
    return f"{words[: said.start()]} {behind[end:]}".strip(" ,;"), leaders[0]
