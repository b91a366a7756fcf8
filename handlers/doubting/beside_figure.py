"""Words told of a period that has its figure: the figure stays, and what they say stands beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.domain.reading.model import Doubt, Kind, Reading
from bot.domain.reading.naming.names import uncovered
from bot.domain.reading.vocabulary.courtesy import ADDRESSED, SPEAKERS
from bot.domain.reading.vocabulary.fillers import FILLERS, POLITE
from bot.domain.reading.words import words_of
from db import figures
from db.item_view import ItemView
from db.models import Figure
from handlers.reporting import steps, which_period
from handlers.reporting.figure_row import grade_said, line_of
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import STATUSES
from handlers.reporting.remarks import APART
from handlers.texts.reporting import said as texts
from handlers.texts.reporting.choices import UNNAMED
from handlers.turn import Turn

_KINDS: dict[str, Kind] = {"value": "figure", "of_assigned": "percent"}
_ORDINARY = frozenset(FILLERS)
_FEW = 4
_SURELY = 2
_HEAD = 5
_POLITE = POLITE - {"nha", "chi", "thoi"}
_CLOSING = POLITE | ADDRESSED | SPEAKERS | frozenset(
    words_of("ok oke okie xong het du gui bao cao nop ca so lieu tat cac muc vay do roi day la the dat")
)  # fmt: skip


def of_period(turn: Turn, reading: Reading, item: ItemView) -> Figure | None:
    """The number of the period that a state of work would replace; None where there is none, or it may."""
    target = item.target
    told = reading.kind in STATUSES and not turn.replaces
    if not told or target is None or target.grade is not None:
        return None
    kept = target.is_kept and not reading.named and reading.kind == "in_progress"
    if not target.is_counted and not kept:
        return None
    period, _day = which_period.of_reading(turn, which_period.of_words(turn, reading, item), item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    return row if row is not None and not row.supplied and row.state in _KINDS else None


def of_grade(turn: Turn, reading: Reading, item: ItemView) -> Figure | None:
    """The grade of the period that words without a name say nothing of: "đang tổng hợp" after "giỏi"."""
    target = item.target
    if reading.named or reading.kind not in STATUSES or turn.replaces or turn.message.reply_to:
        return None
    if target is None or target.grade is None or grade_said(target, line_of(turn.words, reading)):
        return None
    period, _day = which_period.of_reading(turn, which_period.of_words(turn, reading, item), item)
    row = figures.of_period(turn.session, [item.id], period.key).get(item.id)
    return row if row is not None and row.state == "grade" else None


def doubted(turn: Turn, reading: Reading) -> Reading:
    """The reading with the question whose "trạm vẫn đạt chuẩn" is, behind the figure of another item."""
    item = turn.ward.items.get(reading.item or "")
    if item is None or reading.named or reading.doubts or turn.message.reply_to:
        return reading
    beside = not item.is_task and of_period(turn, reading, item) is not None
    others = _sharing(turn, reading.words, item) if beside else []
    meant = others or _called(turn, reading, item)
    if not meant:
        return reading
    told = tuple(replace(reading, item=one.key) for one in meant)
    return replace(reading, item=None, doubts=(Doubt("which_indicator", told),))


def _called(turn: Turn, reading: Reading, item: ItemView) -> list[ItemView]:
    """Other own items that are called by two words of the head, side by side: "đất công ổn".

    The item itself stands behind them where the long text of it has the words too.
    """
    if reading.kind not in STATUSES or turn.question is not None:
        return []
    said = [word for word in words_of(line_of(turn.words, reading)) if word not in _POLITE]
    pairs = _strange_pairs(said[:_HEAD])
    if pairs & _pairs(item.short_name, *item.aliases):
        return []
    own = [one for one in turn.ward.duties(turn.person.id) if one.key != item.key]
    others = [one for one in own if pairs & _pairs(one.short_name, *one.aliases)][:_FEW]
    return [*others, item] if others and pairs & _pairs(item.name) else others


def _strange_pairs(words: list[str]) -> set[tuple[str, str]]:
    """What stands side by side and is not ordinary words of a report alone."""
    places = {*uncovered(words)}
    return {pair for at, pair in enumerate(pairwise(words)) if not places.isdisjoint((at, at + 1))}


def _pairs(*names: str) -> set[tuple[str, str]]:
    return {pair for name in names for pair in pairwise(words_of(name))}


def _sharing(turn: Turn, words: str, item: ItemView) -> list[ItemView]:
    """The person's other items of which the words hold the first, or two that the item itself has not."""
    said = {word for word in words_of(words) if word.isalpha()} - _ORDINARY - _named(item)
    hits = {one.key: _shared(said, one) for one in turn.ward.duties(turn.person.id)}
    most = max(hits.values(), default=0)
    return [turn.ward.items[key] for key, held in hits.items() if held == most][:_FEW] if most else []


def _shared(said: set[str], item: ItemView) -> int:
    """How many of the words it is called by; a single one is chance unless it is the first of a name."""
    held = said & _named(item)
    first = {words_of(name)[0] for name in (item.name, item.short_name, *item.aliases)}
    return len(held) if len(held) >= _SURELY or held & first else 0


def _named(item: ItemView) -> frozenset[str]:
    return frozenset(word for name in (item.name, item.short_name, *item.aliases) for word in words_of(name))


def is_closing(reading: Reading) -> bool:
    """Tell "em gửi đủ rồi", "ok xong", "chưa có" from words that say something of the item: "chưa xong"."""
    said = frozenset(words_of(reading.words))
    return said <= _CLOSING and not (reading.kind == "not_done" and "xong" in said)


def nothing_new(turn: Turn, row: Figure, item: ItemView, outcome: Outcome) -> None:
    """Say that the figure stays, and what is still awaited."""
    outcome.said.append(texts.unchanged(item, row))
    if owed := steps.awaited(turn):
        outcome.said.append(texts.still_awaited(owed))


def is_all_sent(turn: Turn, reading: Reading, outcome: Outcome) -> bool:
    """True for "xong" behind the figures of several items, each of which has one: it is done with sending."""
    if reading.named or not reading.doubts or reading.doubts[0].reason not in UNNAMED:
        return False
    told = reading.doubts[0].candidates
    items = [turn.ward.items.get(one.item or "") for one in told]
    sent = [of_period(turn, one, item) for one, item in zip(told, items, strict=True) if item is not None]
    if not told or len(sent) < len(told) or None in sent or not all(is_closing(one) for one in told):
        return False
    outcome.items += [one.item for one in told if one.item]
    owed = steps.awaited(turn)
    outcome.said.append(texts.all_sent([item for item in items if item is not None], owed))
    return True


def is_kept(turn: Turn, reading: Reading, item: ItemView, there: Figure | None, outcome: Outcome) -> bool:
    """True where the words change nothing: of a figure that is `there` already, or of a grade."""
    if (grade := of_grade(turn, reading, item)) is not None:
        outcome.said.append(texts.grade_stays(item, grade, line_of(turn.words, reading)))
        return True
    if there is None or not is_closing(reading):
        return False
    nothing_new(turn, there, item, outcome)
    return True


def with_words(reading: Reading, row: Figure, item: ItemView) -> Reading:
    """The figure again, with these words beside it."""
    unit = item.target.unit if item.target is not None else None
    told = (row.words or "").split(APART) if row.words else []
    words = APART.join(dict.fromkeys((*told, reading.words)))
    return replace(
        reading, words=words, kind="ratio" if row.numerator is not None else _KINDS[row.state], status=None,
        value=row.value if row.numerator is None else row.numerator, numerator=row.numerator,
        denominator=row.denominator, unit="%" if row.state == "of_assigned" else unit,
        period=row.period, date=row.as_of, date_role="as_of",
    )  # fmt: skip
