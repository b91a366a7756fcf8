"""One pass over a message: what each part is, before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from bot.domain.reading.aliases import Catalogue, Mention
from bot.domain.reading.courtesy import message_itself
from bot.domain.reading.model import Qualifier
from bot.domain.reading.named import named_numbers
from bot.domain.reading.numbers import NUMBER_WORDS
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.quantities import Quantity, quantities, unit_at
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.intents import INTENTS, QUALIFIERS, ROLES
from bot.domain.reading.vocabulary.units import COUNTED, SOFT
from bot.domain.reading.words import Token, fold, normalise, tokenise

_FORWARD = {label: Phrases.of({label: phrases}) for label, phrases in INTENTS.items()}


def _backward(groups: dict[str, tuple[str, ...]]) -> Phrases[str]:
    """Index phrases from their last word, to be met when walking back from a number."""
    return Phrases.of(
        {label: [" ".join(p.split()[::-1]) for p in phrases] for label, phrases in groups.items()}
    )


_BEFORE = _backward({**QUALIFIERS, **ROLES})
# Nearest in meaning first: what is said to be wrong is not a result, whatever else stands in front.
_ORDER = (
    "old",
    "target",
    "ceiling",
    "past",
    "doing",
    "left",
    "delta",
    "total",
    "fall",
    "result",
    "range",
    "rank",
)
_NEAR = frozenset(("past", "doing", "rank", "range", "left"))  # said of the number, not of the item
_LINKS = frozenset(
    ("la", "duoc", "cho", "co", "da", "nay", "so", "thi", "dat", "va", "moi", "chi", "deu", "thoi")
)
_LINK_SIGNS = frozenset((":", "=", "(", '"', "~", ">", "<", "≈"))
_DETAIL = Phrases.of({True: ROLES["detail"]})
_SIGNS: dict[str, Qualifier] = {"~": "approx", "≈": "approx", ">": "gt", "<": "lt"}


@dataclass(slots=True)
class Scan:
    """A message in parts. Places are token places; `marks` are the intent phrases met, by label."""

    text: str
    folded: str
    tokens: list[Token]
    mentions: list[Mention]
    quantities: list[Quantity]
    named: set[int] = field(default_factory=set)
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def words(self, start: int, end: int) -> list[str]:
        """Return the words between two places."""
        return [t.text for t in self.tokens[start:end]]

    def has(self, label: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a phrase of the intent `label` stands between two places."""
        last = len(self.tokens) if end is None else end
        return any(start <= a and b <= last for a, b in self.marks.get(label, ()))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text of the tokens between two places."""
        if start >= end:
            return (0, 0)
        return self.tokens[start].start, self.tokens[end - 1].end


def scan(text: str, catalogue: Catalogue, *, awaited: bool) -> Scan:
    """Cut a message into words, names of items, numbers and intent phrases.

    `awaited`: the person was asked for a number, so a lone number word ("ba") is one.
    """
    tidy = normalise(text)
    folded = fold(tidy)
    tokens = tokenise(folded)
    catalogue.spell(tokens)
    mentions = catalogue.mentions(tokens, folded)
    start, end = message_itself(tokens, tidy, mentions)
    if end - start < len(tokens):
        tokens = tokens[start:end]
        mentions = catalogue.mentions(tokens, folded)
    named = named_numbers(tokens, folded, tidy, mentions)
    found = quantities(tokens, named, words_too=awaited and _is_only_a_number(tokens))
    result = Scan(tidy, folded, tokens, mentions, found, named)
    result.marks = _marks(tokens, mentions)
    _borrow_units(result)
    _set_asides(result)
    _set_roles(result)
    return result


def _is_only_a_number(tokens: Sequence[Token]) -> bool:
    """Tell "dạ ba ạ" from "đến năm sau": a lone number word is a number only among polite words."""
    return all(t.text in NUMBER_WORDS or t.text in POLITE or not t.text.isalpha() for t in tokens)


def _marks(tokens: Sequence[Token], mentions: Sequence[Mention]) -> dict[str, list[tuple[int, int]]]:
    """Find intent phrases outside the names of items ("Không để xảy ra …" is a name, not a report)."""
    words = [t.text for t in tokens]
    for mention in mentions:
        if mention.strength != "weak":
            words[mention.start : mention.end] = [""] * (mention.end - mention.start)
    met, marks = set(words), {}
    for label, phrases in _FORWARD.items():
        if met.isdisjoint(phrases.openings):
            continue
        hits = [(start, end) for _, start, end in phrases.find(words)]
        if hits:
            marks[label] = hits
    return _without_contained(marks)


def _without_contained(marks: dict[str, list[tuple[int, int]]]) -> dict[str, list[tuple[int, int]]]:
    """Drop a phrase inside a longer one of another idea: the "xong" of "chưa xong" and "sắp xong"."""
    every = [(hit, label) for label, hits in marks.items() for hit in hits]
    kept: dict[str, list[tuple[int, int]]] = {}
    for hit, label in every:
        inside = any(
            other != label and a <= hit[0] and hit[1] <= b and b - a > hit[1] - hit[0]
            for (a, b), other in every
        )
        if not inside:
            kept.setdefault(label, []).append(hit)
    return kept


def _borrow_units(scan: Scan) -> None:
    """Count "3 hộ nghèo" in hộ, though "hộ nghèo" is a name."""
    words = [t.text for t in scan.tokens]
    starts = {m.start for m in scan.mentions}
    for quantity in scan.quantities:
        if quantity.unit is not None or quantity.soft is not None or quantity.end not in starts:
            continue
        unit = unit_at(words, quantity.end)
        if unit in SOFT:
            quantity.soft = unit if unit in COUNTED or unit == "phần" else None
        else:
            quantity.unit = unit


def _set_asides(scan: Scan) -> None:
    """Mark what stands in brackets or after "trong đó": details, not the value."""
    asides = _details([t.text for t in scan.tokens])
    if all(q.start in asides for q in scan.quantities):
        return
    for quantity in scan.quantities:
        quantity.aside = quantity.start in asides
    scan.mentions = [m for m in scan.mentions if m.start not in asides]


def _details(words: Sequence[str]) -> set[int]:
    inside, detail, places = False, False, set()
    for place, word in enumerate(words):
        if word in ("(", ")"):
            inside = word == "("
        elif word in ("\n", ";"):
            inside = detail = False
        elif place and _DETAIL.at(words, place):
            detail = True
        if inside or detail:
            places.add(place)
    return places


def _set_roles(scan: Scan) -> None:
    reverse = [t.text for t in reversed(scan.tokens)]
    ends = {m.end: m for m in scan.mentions if m.strength != "weak"}
    last_end = 0
    for quantity in scan.quantities:
        labels = _labels_before(scan, reverse, ends, quantity.start, last_end)
        roles = [label for label in labels if label in ROLES]
        quantity.role = min(roles, key=_rank, default="")
        nuances = [label for label in labels if label in QUALIFIERS]
        quantity.qualifier = cast("Qualifier", nuances[0]) if nuances else quantity.qualifier
        _roles_after(scan, quantity)
        last_end = quantity.end


def _rank(label: str) -> int:
    return _ORDER.index(label) if label in _ORDER else len(_ORDER)


def _labels_before(
    scan: Scan, reverse: list[str], ends: dict[int, Mention], start: int, stop: int
) -> list[str]:
    """Walk back from a number over link words, item names and role phrases."""
    labels: list[str] = []
    place, crossed, size = start, False, len(scan.tokens)
    while place > stop:
        if place in ends and ends[place].start >= stop:
            place, crossed = ends[place].start, True
            continue
        hit = _BEFORE.at(reverse, size - place)
        if hit is not None and size - hit[1] >= stop:
            phrase = scan.words(size - hit[1], place)
            begin = size - hit[1]
            gift = phrase == ["tang"] and not _may_be(scan, begin, "tăng")  # "tặng 12 phần quà"
            beyond = crossed and (hit[0] in _NEAR or phrase == ["chi", "tieu"])
            if not gift and not beyond:
                labels.append(hit[0])
            place = size - hit[1]
            continue
        word = scan.tokens[place - 1].text
        if word in _SIGNS:
            labels.append(_SIGNS[word])
        if word in _LINKS or word in _LINK_SIGNS:
            place -= 1
        else:
            break
    return labels


def _may_be(scan: Scan, place: int, word: str) -> bool:
    """Tell whether a token can be this marked word: typed so, or typed without marks."""
    token = scan.tokens[place]
    typed = scan.text[token.start : token.end].lower()
    return typed in (word, token.text)


def _roles_after(scan: Scan, quantity: Quantity) -> None:
    after = scan.words(quantity.end, quantity.end + 2)
    if after[:1] == ["nua"] and quantity.role in ("", "result"):
        quantity.role = "delta"
    elif after[:1] in (["nham"], ["sai"]) and not quantity.role:
        quantity.role = "old"
    elif after == ["moi", "dung"]:
        quantity.role = "total"
