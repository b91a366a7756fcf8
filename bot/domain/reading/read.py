"""One message into readings: each part is read or doubted by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.domain.items import KnownItem
from bot.domain.reading import intents
from bot.domain.reading.aliases import Catalogue
from bot.domain.reading.choices import doubt_item, narrowed
from bot.domain.reading.dates import DateDoubt, DateReading, find_as_of, find_date, read_period
from bot.domain.reading.doubts import value_doubts, with_value
from bot.domain.reading.model import Context, Doubt, Kind, Reading, Reason
from bot.domain.reading.named import is_day
from bot.domain.reading.quantities import Quantity
from bot.domain.reading.scan import Scan, scan
from bot.domain.reading.segments import Segment, segments
from bot.domain.reading.units import alike, is_money, measure, typed_unit
from bot.domain.reading.values import Report, agrees, percentage, reduces, report
from bot.domain.reading.words import fold

# Doubts that leave nothing to store until the person has chosen.
_UNREADABLE: frozenset[Reason] = frozenset(
    (
        "no_indicator", "which_indicator", "which_measure", "unit_missing", "unit_ambiguous", "unit_mismatch",
        "thousands_slip", "malformed_number", "non_integer_count", "negative", "range", "two_numbers",
        "vague_quantity", "date_or_ratio", "refers_to_previous", "target_not_result",
    )
)  # fmt: skip
_ASKED_DAY = ("ngay nao", "khi nao", "bao gio", "den ngay", "han moi", "luc nao", "hom nao")


def read(text: str, catalogue: Catalogue, context: Context) -> tuple[Reading, ...]:
    """Read a message: one Reading normally, several for several items, none for what says nothing.

    Text is Vietnamese as typed, with or without marks. Never raises. Nothing of what it returns with a
    doubt may be stored before the person has chosen.
    """
    awaited = context.item is not None
    found = scan(text, catalogue, awaited=awaited)
    if not found.tokens:
        return (Reading("greeting", rule="no words"),) if text.strip() else ()
    if intents.is_question(found):
        return (_question(found, context),)
    parts = segments(found, catalogue, context.item)
    readings = [reading for part in parts for reading in _Part(found, part, catalogue, context).readings()]
    readings = _shared(readings)
    if readings:
        return tuple(readings)
    if found.mentions:
        return (_question(found, context),)
    return (Reading("greeting", rule="greeting"),) if intents.is_greeting(found) else ()


def _question(found: Scan, context: Context) -> Reading:
    sure = [m.keys[0] for m in found.mentions if len(m.keys) == 1]
    named = bool(sure)
    span = found.span(0, len(found.tokens))
    return Reading("question", sure[0] if named else context.item, named=named, words=found.text.strip(), span=span,
                   rule="question")  # fmt: skip


def _shared(readings: list[Reading]) -> list[Reading]:
    """Give a name that stands alone the state of the next one: "bhyt, bhxh chưa có số liệu"."""
    shared: list[Reading] = []
    for place, reading in enumerate(readings):
        if reading.rule != "name alone":
            shared.append(reading)
            continue
        following = next((r for r in readings[place + 1 :] if r.rule != "name alone"), None)
        if following is not None and following.kind in ("done", "not_done", "in_progress"):
            shared.append(replace(following, item=reading.item, doubts=()))
    return shared


class _Part:
    """Reads one part of a message."""

    def __init__(self, found: Scan, part: Segment, catalogue: Catalogue, context: Context) -> None:
        self.found, self.part, self.catalogue, self.context = found, part, catalogue, context
        self.start, self.end = part.start, part.end
        self.keys = self._keys()
        sure = len(self.keys) == 1 and part.sure
        self.item: KnownItem | None = catalogue.items.get(self.keys[0]) if sure else None
        self.correcting = intents.is_correction(found, self.item)

    def _keys(self) -> tuple[str, ...]:
        part = self.part
        if part.unknown:
            return ()
        if part.named:
            return narrowed(part, self.catalogue, self.context)
        return (self.context.item,) if self.context.item in self.catalogue.items else ()  # type: ignore[return-value]

    @property
    def text(self) -> str:
        """The part as it was typed."""
        start, end = self.found.span(self.start, self.end)
        return self.found.text[start:end]

    def reading(self, kind: Kind, **fields: object) -> Reading:
        key = self.item.key if self.item else None
        return Reading(kind, key, named=self.part.named and key is not None, **fields)  # type: ignore[arg-type]

    def readings(self) -> list[Reading]:
        """Return what this part says: nothing, one reading, or two (a count and its money)."""
        if intents.withdraws(self.found) and not self.part.quantities:
            return [self._withdrawn()]
        facts = report(self.part.quantities, self.item, self.found.tokens)
        if facts.main is not None:
            return self._figures(facts)
        other = self._without_figure(facts)
        return [other] if other is not None else []

    # --- figures -----------------------------------------------------------------------------------

    def _figures(self, facts: Report) -> list[Reading]:
        main = facts.main
        assert main is not None
        state = intents.state(self.found, self.start, self.end)
        if self._is_talk(main, state):
            return [self._obstacle(state)]
        if self.item is not None and self.item.kind == "task":
            return [self._task(main, state)]
        rate = self._rate_beside(facts)
        reading = self._dated(self._figure(facts, main, state), facts)
        reading = self._doubted(reading, facts)
        readings = [reading]
        if facts.beside is not None:
            readings.append(self._beside(facts.beside))
        if rate is not None:
            readings.append(rate)
        return readings

    def _rate_beside(self, facts: Report) -> Reading | None:
        """Read "hộ nghèo giảm 5, tỷ lệ còn 0,42%": the rate is an item of its own."""
        stated = facts.stated
        if (
            stated is None
            or self.item is None
            or "ty" not in self.found.words(stated.start - 4, stated.start)
        ):
            return None
        key = self.catalogue.rate_of(self.item.key)
        if key is None:
            return None
        facts.stated = None
        span = self.found.span(stated.start, stated.end)
        return Reading("percent", key, True, stated.value, unit="%", rule="rate beside its count", span=span)

    def _is_talk(self, main: Quantity, state: intents.State) -> bool:
        """Tell "loa hỏng 9 cái chưa có kinh phí sửa": a number inside an obstacle, of no item."""
        if state.obstacle and intents.is_refused(self.found, main.start, main.end):
            return True
        unit = typed_unit(main, self.item)
        planned = self.item.unit if self.item else None
        unlike = (
            planned is None
            or (unit is None and main.soft is not None)
            or (unit is not None and not is_money(unit) and not alike(unit, planned))
        )
        return state.obstacle and not main.is_percent and not main.over and unlike and not self.part.unknown

    def _figure(self, facts: Report, main: Quantity, state: intents.State) -> Reading:
        over = main.over or facts.planned
        unit = typed_unit(main, self.item) or (self.item.unit if self.item else None)
        kind: Kind = "ratio" if over else "percent" if unit == "%" else "figure"
        value = main.value
        if (
            over
            and main.over
            and measure(self.item) == "rate"
            and not main.is_percent
            and not over.is_percent
        ):
            value = percentage(main.value, over.value) or Decimal(0)
        status = state.status if state.status != "not_done" else None
        also: list[Kind] = [status] if status else []
        if self.item is not None and is_money(self.item.unit) and main.unit is None and not main.is_percent:
            unit = "đồng"
        reading = self.reading(
            kind, value=value, unit=unit, qualifier=main.qualifier, span=self.found.span(main.start, main.end),
            rule=_rule(main, facts), status=status, words=self._aside(main),
        )  # fmt: skip
        if over:
            reading = replace(reading, numerator=main.value, denominator=over.value)
        if main.role == "delta":
            reading = replace(reading, qualifier="delta")
        if self.correcting:
            reading = replace(reading, kind="correction", old_value=facts.old.value if facts.old else None)
        elif facts.old is not None:
            reading = replace(reading, kind="correction", old_value=facts.old.value)
        reading = replace(reading, also=tuple(also))
        return self._with_percentage(reading, facts, main, over)

    def _with_percentage(
        self, reading: Reading, facts: Report, main: Quantity, over: Quantity | None
    ) -> Reading:
        stated = facts.stated
        if stated is None:
            return reading
        whole = over.value if over else self.item.target if self.item else None
        exact = percentage(main.value, whole) if whole else None
        if measure(self.item) == "rate" and not over:
            exact = None
        consistent = agrees(stated.value, stated.step, exact) if exact is not None else None
        return replace(reading, percent_stated=stated.value, percent_consistent=consistent)

    def _aside(self, main: Quantity) -> str:
        """Return what stands in brackets or after "trong đó": kept as it was typed."""
        later = [q.start for q in self.part.quantities if q.aside and q.start > main.start]
        if not later:
            return ""
        start = self.found.tokens[main.end].start if main.end < self.end else 0
        return self.found.text[start : self.found.tokens[self.end - 1].end].strip(" ,;.()\n")

    def _dated(self, reading: Reading, facts: Report) -> Reading:
        now = self.context.now
        period = self._period(facts.main)
        if period is not None:
            reading = replace(reading, period=period)
        if intents.asks_for_time(self.found, self.start, self.end):
            promised = self._due()
            if isinstance(promised, DateReading):
                return replace(self._with_due(reading, promised), also=(*reading.also, "extension"))
        as_of = find_as_of(self.text, now)
        if isinstance(as_of, DateReading):
            return replace(reading, date=as_of.due, date_role="as_of", date_alternatives=as_of.alternatives)
        return reading

    def _period(self, main: Quantity | None) -> str | None:
        """Return the period that the part names; "như tháng trước" and "lũy kế 45, trong tháng 4" name none."""
        if self.found.has("previous", self.start, self.end):
            return None
        period = read_period(self.text, self.context.now)
        if period is None or (main is not None and main.role == "total" and "trong thang" in fold(self.text)):
            return None
        return period.key

    def _doubted(self, reading: Reading, facts: Report) -> Reading:
        main = facts.main
        assert main is not None
        if self.item is None:
            return self._of_nobody(reading, facts)
        exceeds = "vuot" in self.found.words(self.start, self.end)
        doubts = value_doubts(
            reading, facts, self.item, self.context, exceeds=exceeds, correcting=reading.kind == "correction"
        )
        if self._is_plan_word(main):
            doubts = (Doubt("which_measure"), *doubts)
        if self._unclear_measure(main) and (self.item.key, "which_measure") not in self.context.settled:
            doubts = (Doubt("which_measure", self._measures(reading)), *doubts)
        return _settled(replace(reading, doubts=doubts), main)

    def _is_plan_word(self, main: Quantity) -> bool:
        """ "kh 1,2 tỷ": the plan's figure, or an item that is called "kế hoạch"?"""
        mention = self.part.mention
        if mention is None or mention.strength != "weak" or self.item is None:
            return False
        unit = typed_unit(main, self.item)
        counted = unit is not None and self.item.unit is not None and alike(unit, self.item.unit)
        return not counted and mention.start != main.end

    def _unclear_measure(self, main: Quantity) -> bool:
        """Tell "hộ nghèo 7 hộ": reduced by 7, or 7 left? A bare answer to our own question is as asked."""
        if self.item is None or not reduces(self.item) or not self.part.named or main.is_percent:
            return False
        words = self.found.words(self.start, self.end)
        if main.role == "left":
            return True
        return "giam" not in words and "thoat" not in words and main.over is None

    def _measures(self, reading: Reading) -> tuple[Reading, ...]:
        """Offer the number as what was reduced, and as what is left where the opening stock is known."""
        assert self.item is not None
        choices = [with_value(reading, reading.value or Decimal(0))]
        baseline = self.item.baseline
        if baseline is not None and reading.value is not None and reading.value <= baseline:
            choices.append(with_value(reading, baseline - reading.value))
        return tuple(choices)

    def _of_nobody(self, reading: Reading, facts: Report) -> Reading:
        main = facts.main
        assert main is not None
        reason: Reason = "which_indicator" if self.keys or self.part.unknown else "no_indicator"
        if reason == "no_indicator" and main.over is not None and _looks_like_day(main):
            reason = "date_or_ratio"
        doubt = doubt_item(reason, reading, self.keys, self.catalogue, self.context, main)
        in_list = self.part.unknown or self.part.start > 0
        kind = reading.kind if in_list or reading.kind == "correction" else "ambiguous"
        return replace(reading, kind=kind, doubts=(doubt,))

    def _beside(self, quantity: Quantity) -> Reading:
        """The money beside a count, or the count beside money: a second reading of the same item."""
        unit = typed_unit(quantity, self.item)
        doubts = (Doubt(quantity.flaw),) if quantity.flaw else ()
        return self.reading(
            "figure", value=quantity.value, unit=unit, span=self.found.span(quantity.start, quantity.end),
            rule="money and count of one item", doubts=doubts,
        )  # fmt: skip

    def _task(self, main: Quantity, state: intents.State) -> Reading:
        """A percentage of a task is progress: "NV-022 80% đã trình dự thảo"."""
        status = state.status or "in_progress"
        percent = main.value if main.is_percent and not main.over else None
        if percent is not None:
            status = "done" if percent == 100 else "in_progress"
        reading = self.reading(
            status, status=status, words=self._words(), rule="progress of a task", percent_stated=percent,
            span=self.found.span(main.start, main.end), also=("obstacle",) if state.obstacle else (),
        )  # fmt: skip
        if percent is not None and not 0 <= percent <= 100:
            return replace(reading, doubts=(Doubt("out_of_range"),))
        return reading

    # --- no figure -----------------------------------------------------------------------------------

    def _without_figure(self, facts: Report) -> Reading | None:
        if self.correcting or facts.old is not None:
            return self._of_item(self.reading("correction", doubts=(Doubt("vague_quantity"),), words=self._words(),
                                              rule="correction without a number"))  # fmt: skip
        previous = self.found.has("previous", self.start, self.end)
        if previous:
            return self._previous()
        if facts.planned is not None or any(q.role in ("target", "ceiling") for q in self.part.quantities):
            return self._target_only()
        state = intents.state(self.found, self.start, self.end)
        due = self._due_if_promised(state)
        if due is not None:
            return self._extension(due)
        none = intents.none_arose(self.found, self.start, self.end)
        if none is not None and state.status is None and not state.obstacle:
            return self._none(none)
        if state.status is not None:
            return self._status(state)
        if state.obstacle:
            return self._obstacle(state)
        if state.held and (measure(self.item) == "none" if self.item else len(self.keys) > 1):
            return self._status(replace(state, status="done"))
        left = [q for q in self.part.quantities if q.role == "left"]
        if left and self.item is not None:
            return self._status(intents.State("in_progress", place=(left[0].start, left[0].end)))
        if self.found.has("vague", self.start, self.end) and (self.item or self.keys):
            return self._of_item(self.reading("ambiguous", words=self._words(), rule="quantity without a number",
                                              doubts=(Doubt("vague_quantity"),)))  # fmt: skip
        if self.part.named and self.item is not None:
            mention = self.part.mention
            if mention is not None and "khong" in self.found.words(mention.start, mention.end):
                return self._none((mention.start, mention.end))  # "không để xảy ra điểm nóng" is its name
            return self.reading("question", rule="name alone")
        return None

    def _previous(self) -> Reading:
        key = self.item.key if self.item else None
        last = self.context.last.get(key) if key else None
        base = self.reading("ambiguous", words=self._words(), rule="as last time")
        choices: tuple[Reading, ...] = ()
        if last is not None and self.item is not None:
            kind: Kind = "percent" if self.item.unit == "%" else "figure"
            choices = (replace(base, kind=kind, value=last, unit=self.item.unit),)
        return self._of_item(replace(base, doubts=(Doubt("refers_to_previous", choices),)))

    def _target_only(self) -> Reading:
        quantity = next(q for q in self.part.quantities if q.role in ("target", "ceiling"))
        unit = typed_unit(quantity, self.item) or (self.item.unit if self.item else None)
        base = self.reading("ambiguous", unit=unit, rule="target quoted without a result",
                            span=self.found.span(quantity.start, quantity.end))  # fmt: skip
        kind: Kind = "percent" if unit == "%" else "figure"
        choice = replace(base, kind=kind, value=quantity.value)
        return self._of_item(replace(base, doubts=(Doubt("target_not_result", (choice,)),)))

    def _due_if_promised(self, state: intents.State) -> DateReading | DateDoubt | None:
        """Return the day that a promise or an asked extension names; a state of work wins without one."""
        asked = intents.asks_for_time(self.found, self.start, self.end)
        awaited = self._awaits_day()
        if not asked and not awaited and state.status in ("done", "in_progress") and not _future(self.found):
            return None
        due = self._due(expected=asked or awaited)
        if isinstance(due, DateDoubt) and not asked and not awaited and (state.status or state.obstacle):
            return None
        if due is None and asked and state.status is None and not state.obstacle:
            return DateDoubt("vague_date")
        return due

    def _awaits_day(self) -> bool:
        asked = fold(self.context.asked or "")
        return any(words in asked for words in _ASKED_DAY)

    def _due(self, *, expected: bool = True) -> DateReading | DateDoubt | None:
        key = self.item.key if self.item else None
        deadline: date | None = self.context.deadlines.get(key) if key else None
        return find_date(self.text, self.context.now, deadline, expected=expected)

    def _with_due(self, reading: Reading, due: DateReading) -> Reading:
        return replace(reading, date=due.due, date_role="due", date_alternatives=due.alternatives,
                       extend_days=due.extend_days)  # fmt: skip

    def _extension(self, due: DateReading | DateDoubt) -> Reading:
        reading = self.reading("extension", words=self._words(), rule="promise of a day",
                               span=self.found.span(self.start, self.end))  # fmt: skip
        if isinstance(due, DateReading):
            return self._of_item(self._with_due(reading, due))
        choices = tuple(self._with_due(reading, choice) for choice in due.candidates)
        doubt = Doubt(due.reason, choices)
        return self._of_item(replace(reading, extend_days=due.extend_days, doubts=(doubt,)))

    def _none(self, place: tuple[int, int]) -> Reading:
        unit = self.item.unit if self.item else None
        if self.item is not None and measure(self.item) == "rate":
            after = self.found.words(place[1], place[1] + 1)
            unit = "đơn" if after == ["don"] else unit
        reading = self.reading("figure", value=Decimal(0), unit=unit, none_arose=True,
                               span=self.found.span(*place), rule="none arose", words=self._words())  # fmt: skip
        reading = replace(reading, period=self._period(None))
        last = self.context.last.get(self.item.key) if self.item else None
        if last and self.item is not None and measure(self.item) != "rate" and self.item.cumulative is not False:
            same = replace(reading, value=last, none_arose=False)
            reading = replace(reading, doubts=(Doubt("refers_to_previous", (same, reading)),))
        return self._of_item(reading)

    def _status(self, state: intents.State) -> Reading:
        assert state.status is not None
        reading = self.reading(
            state.status, status=state.status, words=self._words(), span=self.found.span(*state.place),
            rule="state of work", also=("obstacle",) if state.obstacle else (),
        )  # fmt: skip
        if state.status == "done":
            day = find_date(self.text, self.context.now, past=True)
            if isinstance(day, DateReading) and day.due <= self.context.now.date():
                reading = replace(reading, date=day.due, date_role="done")
        return self._of_item(reading)

    def _obstacle(self, state: intents.State) -> Reading:
        return self._of_item(self.reading("obstacle", words=self._words(), span=self.found.span(*state.place),
                                          rule="obstacle"))  # fmt: skip

    def _withdrawn(self) -> Reading:
        reading = self.reading("correction", words=self._words(), rule="takes back the last report",
                               span=self.found.span(self.start, self.end))  # fmt: skip
        if self.item is None:
            return replace(reading, doubts=(Doubt("which_indicator"),))
        return reading

    def _of_item(self, reading: Reading) -> Reading:
        """Ask which item is meant, when that is not known."""
        if self.item is not None or reading.doubts:
            return reading
        reason: Reason = "which_indicator" if self.keys or self.part.unknown else "no_indicator"
        doubt = doubt_item(reason, reading, self.keys, self.catalogue, self.context, None)
        states = ("done", "not_done", "in_progress", "figure")
        kind: Kind = "ambiguous" if reading.kind in states and not self.part.unknown else reading.kind
        return replace(reading, kind=kind, doubts=(doubt,))

    def _words(self) -> str:
        """Return the part as typed, without the item's name in front and a percentage after it."""
        start = self.start
        mention = self.part.mention
        if mention is not None and mention.start - self.start <= 1:
            start = mention.end
        for quantity in self.part.quantities:
            if quantity.start <= start + 1 and quantity.is_percent:
                start = quantity.end
        begin, end = self.found.span(start, self.end)
        return self.found.text[begin:end].strip(" ,;.:-–\n")


def _future(found: Scan) -> bool:
    return bool({"mai", "sau", "toi", "nua", "moi", "se", "het"} & {t.text for t in found.tokens})


def _looks_like_day(main: Quantity) -> bool:
    over = main.over
    if over is None or main.step != 1 or over.step != 1 or main.unit is not None or main.soft is not None:
        return False
    return is_day(str(main.value), str(over.value)) and main.value <= 31


def _settled(reading: Reading, main: Quantity) -> Reading:
    """Call a reading ambiguous when its first doubt leaves nothing to store."""
    if not reading.doubts or reading.kind == "correction":
        return reading
    reason = reading.doubts[0].reason
    bare = reason == "out_of_range" and not main.is_percent
    if reason == "two_numbers" and main.flaw == reason:  # "12 575" is one number, most likely
        return reading
    if reason not in _UNREADABLE and not bare:
        return reading
    return replace(reading, kind="ambiguous")


def _rule(main: Quantity, facts: Report) -> str:
    if main.over is not None:
        return "a of b"
    if facts.planned is not None:
        return "result beside its target"
    if main.worded:
        return "number in words"
    if main.is_percent:
        return "percentage"
    return "sum of money" if is_money(main.unit) else "number"


__all__: Sequence[str] = ["read"]
