""" "Không áp dụng cho phường", said of an item: put before who decides on it, and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.message import Choice
from bot.domain.periods import Period, following, kind_of, period_from_key
from bot.domain.reading.dates import read_period
from bot.domain.reading.words import fold
from bot.domain.schedule import period_in_question
from db import late_figures, not_applicable
from db.item_view import ItemView
from db.models import NotApplicableRow, Question
from db.ward_loading import bump
from handlers import finding, rights
from handlers.deciding import carry
from handlers.deciding import not_applicable as deciding
from handlers.directives import stopping
from handlers.extensions.named_together import named_together
from handlers.reporting import in_name, report
from handlers.reporting.hearing import REPORTS, heard
from handlers.reporting.speaking import owner_spoken_for
from handlers.reporting.steps import awaited
from handlers.standings.deadlines import schedule_of
from handlers.standings.standing import Standing, standing_of
from handlers.subject import single
from handlers.texts.reporting import not_applicable as texts
from handlers.turn import Ask, Reply, Turn, UserError

KIND = "not_applicable"
OFFERED = 6


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "CT05 không áp dụng cho phường", "CT05 vẫn áp dụng"; None for other words."""
    folded = fold(turn.words)
    if texts.QUICK.search(folded) is None:
        return None
    if texts.STILL_APPLIES.search(folded) and not folded.endswith(("khong", "?")):
        return _taken_back(turn)
    if texts.SAYS.search(folded) is None:
        return None
    said, left = _apart(turn)
    items, bare = _named(turn, said)
    if texts.ASKS.search(said) or texts.OTHERWISE.search(fold(bare)) or _tells_number(turn, fold(bare)):
        return None
    replies = _all_said(turn, items, said)
    if left:
        turn.words = left
        replies += report.free_text(turn)
    return replies


def _apart(turn: Turn) -> tuple[str, str]:
    """ "BHYT 99,5; CT08b không áp dụng": what says so, and what is reported beside it."""
    whole = turn.words
    parts = texts.PARTS.split(whole)
    said = [part for part in parts if texts.SAYS.search(fold(part))]
    turn.words = left = "; ".join(part for part in parts if part not in said)
    reported = bool(left) and any(one.kind in REPORTS and one.named for one in heard(turn))
    turn.words = whole
    return ("; ".join(said), left) if reported else (whole, "")


def _named(turn: Turn, words: str) -> tuple[list[ItemView], str]:
    """The items that the words name, else the one that was spoken of last; and the words without names."""
    coded = [finding.by_code(turn.ward, code) for code in finding.codes_in(words)]
    keys = dict.fromkeys(key for item in coded if item is not None for key in item.parts or (item.key,))
    named, bare = named_together(turn, finding.without_codes(words))
    if not keys and not named and (key := single(turn)) is not None:
        return [turn.ward.items[key]], bare
    return [turn.ward.items[key] for key in keys] or named, bare


def _tells_number(turn: Turn, folded: str) -> bool:
    """True where a number is told beside: no period, no year."""
    period = read_period(folded, turn.now)
    if period is not None:
        folded = folded[: period.span[0]] + folded[period.span[1] :]
    bare = texts.WHOLE_YEAR.sub(" ", texts.ONE_PERIOD.sub(" ", texts.SAYS.sub(" ", folded)))
    return any(letter.isdigit() for letter in bare)


def _all_said(turn: Turn, items: Sequence[ItemView], words: str) -> list[Reply]:
    """Each item, one after the other: one receipt, then the letters. Without an item it is asked which."""
    if not items:
        return [_which(turn)]
    receipts: list[Reply] = []
    letters: list[Reply] = []
    for item in items:
        try:
            for one in _said(turn, item, words):
                (receipts if one.to is None else letters).append(one)
        except UserError as error:
            receipts.append(Reply(error.text, error.choices))
    if len(receipts) == 1:
        return [*receipts, *letters]
    said = "\n".join(one.text for one in receipts)
    return [Reply(said, items=tuple(item.key for item in items)), *letters]


def _which(turn: Turn) -> Reply:
    owed = [one.item for one in awaited(turn)][:OFFERED] or turn.ward.duties(turn.person.id)[:OFFERED]
    choices = [Choice(f"{one.key} {one.short_name}", one.key) for one in owed]
    ask = Ask(KIND, {"words": turn.words})
    return Reply(texts.which_item(turn.person), (*choices, Choice(texts.CANCEL, "")), ask)


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """The item was picked, or nothing at all."""
    data = str(question.choices[place - 1][1])
    if not data:
        return [Reply(texts.cancelled())]
    return _said(turn, turn.ward.items[data], str(question.payload["words"]))


def typed(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """The item was typed, or nothing is asked any more; None for other words."""
    if texts.CANCELS.fullmatch(fold(turn.words).strip(" .!")):
        question.closed_at = turn.now
        return [Reply(texts.cancelled())]
    named = finding.by_code(turn.ward, turn.words.strip())
    found = turn.ward.catalogue.find(turn.words)
    item = named or (turn.ward.items[found.sure.key] if found.sure else None)
    if item is None or item.parts or any(one.isdigit() for one in finding.without_codes(turn.words)):
        return None
    question.closed_at = turn.now
    return _said(turn, item, str(question.payload["words"]))


# --- the request ---------------------------------------------------------------------------------------


def _said(turn: Turn, item: ItemView, words: str) -> Sequence[Reply]:
    """Put before who decides; who decides himself has decided. A task with its own day is declined."""
    deciders = rights.deciders(turn.ward, item)
    decides = turn.person in deciders and not rights.answers_for(turn.ward, turn.person, item)
    stopping.require_open(turn, item)
    if item.is_task and item.due_on is not None:
        return stopping.cancel(turn, item, words) if decides else stopping.decline(turn, item, words)
    owner = turn.person if decides and item.owner_id is None else None
    owner = owner or (turn.ward.people.get(item.owner_id or 0) if decides else None)
    owner = owner or owner_spoken_for(turn, item, texts.not_own)
    one = standing_of(turn, item)
    period, whole_year = _meant(turn, one, words)
    before = not_applicable.in_force(turn.session, item.id)
    for row in before:
        same = row.period == (str(turn.ward.year) if whole_year else period.key)
        if row.state == "granted" and not item.applies(period):
            return [Reply(texts.already(item), items=(item.key,))]
        if row.state == "asked" and same and not decides:
            to = carry.reached(turn, deciding.request_of(row, turn.ward))
            return [Reply(texts.waits_already(row, item, to or deciders[0]), items=(item.key,))]
    row = _written(turn, item, owner.id, period, words, whole_year=whole_year)
    return deciding.grant(turn, row, item, "") if decides else _put(turn, one, row)


def _meant(turn: Turn, one: Standing, words: str) -> tuple[Period, bool]:
    """The first period, and whether the rest of the year is meant. UserError for one that was reported on."""
    schedule = schedule_of(one.item, turn.office)
    named = read_period(finding.blanked(words), turn.said_at, frequency=one.item.frequency)
    if named is not None and kind_of(named.key) == schedule.frequency and not named.key.isdecimal():
        return period_from_key(named.key, schedule.regime), False
    asked = one.period or period_in_question(turn.said_at, turn.ward.year, schedule, turn.ward.calendar)
    whole_year = texts.WHOLE_YEAR.search(fold(words)) is not None
    if one.reported and one.applies and one.period is not None:
        if not whole_year:
            raise UserError(texts.reported(one))
        return following(asked, schedule.regime), True
    return asked, whole_year


def _written(
    turn: Turn, item: ItemView, owner_id: int, period: Period, words: str, *, whole_year: bool
) -> NotApplicableRow:
    """A request, written down in the words in which it was made."""
    row = NotApplicableRow(
        ward_id=turn.ward.id,
        item_id=item.id,
        period=str(turn.ward.year) if whole_year else period.key,
        since=period.start,
        person_id=owner_id,
        entered_by_id=turn.person.id,
        inbox_id=turn.inbox_id,
        at=turn.said_at,
        reason=words,
        state="asked",
    )
    for before in not_applicable.in_force(turn.session, item.id):
        same = before.period == row.period or "-" not in before.period + row.period
        if before.state == "asked" and same:
            not_applicable.settle(turn.session, before, "replaced", turn.now)
    late_figures.replace(turn.session, item.id, row.period, turn.now)
    turn.session.add(row)
    turn.session.flush()
    turn.note("not_applicable_asked", item.key, before=row.period, after=words)
    return row


def _put(turn: Turn, one: Standing, row: NotApplicableRow) -> Sequence[Reply]:
    request = deciding.request_of(row, turn.ward)
    to = carry.reached(turn, request)
    text = texts.asked(row, one, to, rights.deciders(turn.ward, one.item))
    letters = [carry.letter(turn, request, to)] if to is not None else []
    return [Reply(text, items=(one.item.key,)), *letters, *in_name.of_not_applicable(turn, one.item)]


# --- taken back ----------------------------------------------------------------------------------------


def _taken_back(turn: Turn) -> Sequence[Reply] | None:
    """By who answers for the item, who decides on it, or the clerk. None where nothing waits or holds."""
    items = [item for item in _named(turn, turn.words)[0] if not_applicable.in_force(turn.session, item.id)]
    if len(items) != 1:
        return None
    item = items[0]
    deciders = rights.deciders(turn.ward, item)
    if turn.person not in deciders and not turn.person.has("clerk"):
        owner_spoken_for(turn, item, texts.not_own)
    rows = not_applicable.in_force(turn.session, item.id)
    granted = any(row.state == "granted" for row in rows)
    for row in rows:
        not_applicable.settle(turn.session, row, "ended" if row.state == "granted" else "withdrawn", turn.now)
    turn.note(f"not_applicable_{rows[-1].state}", item.key, before=rows[-1].period)
    bump(turn.session, turn.ward.id)
    reached = carry.reached(turn, deciding.request_of(rows[-1], turn.ward))
    both = [reached, turn.ward.acting(item.owner_id)]
    others = [one for one in (reversed(both) if granted else both) if one and one != turn.person]
    told = next((one for one in others if turn.reaches(one)), None)
    said = texts.ended(item, told) if granted else texts.withdrawn(item, told)
    letter = [texts.taken_back(rows[-1], item, turn.person, told)] if told else []
    return [
        Reply(said, items=(item.key,)),
        *(Reply(one, to=told.id, items=(item.key,), silent=not turn.loud) for one in letter if told),
    ]
