"""One part of a message with everything known around it: what both figures and states are read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.domain.items import KnownItem
from bot.domain.reading import intents
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.dates import DateDoubt, DateReading, find_date, read_period, read_periods
from bot.domain.reading.model import Context, Kind, Reading, Reason
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.choices import doubt_item, narrowed, of_one_word
from bot.domain.reading.scan import Scan
from bot.domain.reading.segments import Segment
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.naming import TIMES
from bot.domain.reading.words import fold, words_of

_COMPARED = ("compared", "past", "old")
_OTHERS = ("compared", "past", "old", "doing", "forecast", "target", "phased")
_STATES = ("done", "not_done", "in_progress", "figure")


@dataclass(slots=True)
class Part:
    """A segment, and the item it is about: None when `keys` has several candidates or none."""

    found: Scan
    segment: Segment
    catalogue: Catalogue
    context: Context
    keys: tuple[str, ...]
    item: KnownItem | None

    @classmethod
    def of(cls, found: Scan, segment: Segment, catalogue: Catalogue, context: Context) -> Part:
        """Settle which item a segment is about: named in the text, else replied to, else asked last."""
        keys = _keys(found, segment, catalogue, context)
        sure = len(keys) == 1 and segment.sure
        return cls(found, segment, catalogue, context, keys, catalogue.items[keys[0]] if sure else None)

    @property
    def start(self) -> int:
        """The first token."""
        return self.segment.start

    @property
    def end(self) -> int:
        """The place after the last token."""
        return self.segment.end

    @property
    def text(self) -> str:
        """The part as it was typed."""
        start, end = self.found.span(self.start, self.end)
        return self.found.text[start:end]

    @property
    def beside_names(self) -> str:
        """The part with blanks for the names of items: "Ngày thứ 5 ba không" is no Thursday."""
        text, offset = self.text, self.found.span(self.start, self.end)[0]
        for mention in self.found.mentions:
            if self.start <= mention.start and mention.end <= self.end and mention.strength != "weak":
                begin, end = (place - offset for place in self.found.span(mention.start, mention.end))
                text = text[:begin] + " " * (end - begin) + text[end:]
        return text

    @property
    def correcting(self) -> bool:
        """True when the message corrects what was reported before."""
        return intents.is_correction(self.found, self.item)

    @property
    def is_a_line(self) -> bool:
        """Tell "- Chi ngân sách đúng quy định" of a list, a line with words beside the name."""
        tokens = self.found.tokens
        known = POLITE.union(words_of(self.catalogue.items[self.keys[0]].short_name))
        told = [t for t in tokens[self.start : self.end] if t.is_word and t.text not in known]
        return len(told) > 1 and any(t.kind == "line" for t in tokens[self.end - 1 : self.end + 1])

    def has(self, label: str) -> bool:
        """Tell whether a phrase of the intent `label` stands in this part."""
        return self.found.has(label, self.start, self.end)

    def span_of(self, quantity: Quantity) -> tuple[int, int]:
        """Return the offsets in the text of a quantity."""
        return self.found.span(quantity.start, quantity.end)

    def reading(self, kind: Kind, rule: str, **fields: Any) -> Reading:
        """Return a reading of this part's item."""
        key = self.item.key if self.item else None
        return Reading(kind, key, named=self.segment.named and key is not None, rule=rule, **fields)

    def words(self) -> str:
        """Return the part as typed, without the item's name in front and a percentage after it."""
        start = self.start
        mention = self.segment.mention
        if mention is not None and mention.start - self.start <= 1 and not self._names_one(mention.end):
            start = mention.end
        for quantity in self.segment.quantities:
            if quantity.start <= start + 1 and quantity.is_percent and quantity.role != "left":
                start = quantity.end
        begin, end = self.found.span(start, self.end)
        return self.found.text[begin:end].strip(" ,;.:-\n")

    def _names_one(self, place: int) -> bool:
        """Tell the "hẻm 3 vướng 2 hộ" that is one of those which the item counts."""
        behind = place + (self.found.words(place, place + 1) == ["so"])
        return behind in self.found.named and self.found.tokens[behind].kind == "number"

    def beside_code(self) -> str:
        """Return the part as typed, without the code or the whole name of the item at its head."""
        mention = self.segment.mention
        named = mention is not None and mention.strength in ("code", "name") and mention.start == self.start
        begin, end = self.found.span(mention.end if mention is not None and named else self.start, self.end)
        return self.found.text[begin:end].strip(" ,;.:-\n")

    def of_item(self, reading: Reading) -> Reading:
        """Ask which item is meant, when that is not known."""
        if self.item is not None or reading.doubts:
            return reading
        doubt = doubt_item(self.unknown_item, reading, self.keys, self.catalogue, self.context, None)
        kind: Kind = reading.kind
        if kind in _STATES and not self.segment.unknown:
            kind = "ambiguous"
        return replace(reading, kind=kind, doubts=(doubt,))

    @property
    def unknown_item(self) -> Reason:
        """Why the item is not known: several candidates or an unknown name, or none at all."""
        return "which_indicator" if self.keys or self.segment.unknown else "no_indicator"

    def due(self, *, expected: bool = True, since: int | None = None) -> DateReading | DateDoubt | None:
        """Return the day that the part promises or asks for, in the words from the place `since` on."""
        skipped = self.found.tokens[since].start - self.found.span(self.start, self.end)[0] if since else 0
        deadline = self.context.deadlines.get(self.item.key) if self.item else None
        return find_date(self.beside_names[skipped:], self.context.now, deadline, expected=expected)

    @property
    def names_time(self) -> bool:
        """False when no word or sign of a day or period stands in this part."""
        return not TIMES.isdisjoint(self.found.words(self.start, self.end))

    @property
    def heading(self) -> str | None:
        """The period named in front of the item's name."""
        mention = self.segment.mention
        if mention is None or not self.names_time:
            return None
        begin, end = self.found.span(self.start, mention.start)
        periods = read_periods(self.found.text[begin:end], self.context.now)
        return periods[-1].key if periods else None

    def period(self) -> str | None:
        """Return the period that the part names: none in "như tháng trước"."""
        if not self.names_time or self.has("previous"):
            return None
        period = read_period(self.beside_names, self.context.now)
        return period.key if period else None

    def period_of(self, main: Quantity, stated: Quantity | None) -> str | None:
        """Return the period of a figure: what stands in front of another one is not its own.

        None in "lũy kế 45, trong tháng 4", "201 (tháng 10 là 190)".
        """
        if not self.names_time or self.has("previous"):
            return None
        if main.role == "total" and "trong thang" in fold(self.text):
            return None
        offset = self.found.span(self.start, self.end)[0]
        shared = []
        for period in read_periods(self.beside_names, self.context.now):
            owner = self._after(offset + period.span[1])
            if owner is main:
                return period.key
            owner = owner or self._compared_before(offset + period.span[0], main)
            other = owner is not None and (owner.role in _OTHERS or (owner.aside and owner is not stated))
            shared += [] if other else [period.key]
        return shared[0] if shared else None

    def _compared_before(self, place: int, main: Quantity) -> Quantity | None:
        """Return the 11,2 of "tăng lên 11,8 so với 11,2 quý trước", whose period stands behind it."""
        before = [q for q in self.segment.quantities if self.found.tokens[q.end - 1].end <= place]
        last = before[-1] if before else None
        return last if last is not main and last is not None and last.role in _COMPARED else None

    def _after(self, place: int) -> Quantity | None:
        """Return the number that follows a place in the text."""
        following = (q for q in self.segment.quantities if self.found.tokens[q.start].start >= place)
        return next(following, None)

    @property
    def last(self) -> Any:
        """The last cumulative value of the item, None when there is none."""
        return self.context.last.get(self.item.key) if self.item else None

    def is_settled(self, reason: Reason) -> bool:
        """Tell whether the person has already answered this doubt about the item for this period."""
        return self.item is not None and (self.item.key, reason) in self.context.settled


def with_due(reading: Reading, due: DateReading) -> Reading:
    """Return the reading with the day that was promised or asked for."""
    return replace(
        reading,
        date=due.due,
        date_role="due",
        date_alternatives=due.alternatives,
        extend_days=due.extend_days,
    )


def _keys(found: Scan, segment: Segment, catalogue: Catalogue, context: Context) -> tuple[str, ...]:
    if segment.unknown:
        return ()
    if segment.elsewhere:
        return segment.keys
    if segment.named:
        return narrowed(found, segment, catalogue, context)
    if context.item is None or context.item not in catalogue.items:
        return ()
    return of_one_word(found, segment, catalogue, context) or (context.item,)
