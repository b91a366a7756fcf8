"""One pass over a message: what each part is, before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.domain.reading import dialect
from bot.domain.reading.amounts.headings import set_columns, set_units_of_headings
from bot.domain.reading.amounts.named import named_numbers
from bot.domain.reading.amounts.numbers import NUMBER_WORDS
from bot.domain.reading.amounts.quantities import quantities, unit_at
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import fits, is_whole, measure
from bot.domain.reading.courtesy import message_itself
from bot.domain.reading.figures.roles import set_roles
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.naming.no_names import is_a_place, is_no_name
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.harmless import MARKED_TROUBLES
from bot.domain.reading.vocabulary.intents import INTENTS
from bot.domain.reading.vocabulary.roles import ROLES
from bot.domain.reading.vocabulary.units import BEFORE_NAMES, COUNTED, MARKED_NUMBERS, ONLY_NUMBERS, SOFT
from bot.domain.reading.words import Token, fold, normalise, tokenise

_FORWARD = {label: Phrases.of({label: phrases}) for label, phrases in INTENTS.items()}


_DETAIL = Phrases.of({True: ROLES["detail"]})
_GATHERED = frozenset(("lai", "duoc", "dc", "chung", "het", "rac", "tien", "ve"))


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


@lru_cache(maxsize=8)  # a message is read several times: for what it is about, then against the last figures
def scan(text: str, catalogue: Catalogue, *, awaited: bool) -> Scan:
    """Cut a message into words, names of items, numbers and intent phrases. The result is not to be changed.

    `awaited`: the person was asked for a number, so a lone number word ("ba") is one.
    """
    tidy = normalise(text)
    folded = fold(tidy)
    tokens = tokenise(folded)
    dialect.spell_out(tokens, tidy)
    catalogue.spell(tokens)
    mentions = catalogue.mentions(tokens, folded)
    mentions = [m for m in mentions if not is_no_name(tokens, m, tidy, catalogue)]
    start, end = message_itself(tokens, tidy, mentions)
    if end - start < len(tokens):
        tokens = tokens[start:end]
        mentions = catalogue.mentions(tokens, folded)
        mentions = [m for m in mentions if not is_no_name(tokens, m, tidy, catalogue)]
    named = named_numbers(tokens, folded, tidy, mentions)
    named |= {place for place in range(len(tokens)) if is_a_place(tokens, place)}
    no_numbers = named | _unlike_numbers(tokens, tidy)
    words_too = awaited and _is_only_a_number(tokens)
    words_too = words_too or _is_name_and_number(tokens, mentions, tidy)
    marked = {at for at, token in enumerate(tokens) if tidy[token.start : token.end].lower() in ONLY_NUMBERS}
    found = quantities(tokens, no_numbers, words_too=words_too, marked=marked)
    result = Scan(tidy, folded, tokens, mentions, found, named)
    result.marks = _marks(tokens, mentions, tidy)
    _release_units(result)
    _borrow_units(result)
    _set_asides(result, catalogue)
    set_roles(result)
    set_columns(result)
    set_units_of_headings(result, catalogue)
    return result


def _unlike_numbers(tokens: Sequence[Token], text: str) -> set[int]:
    """Return the places of words that their marks tell from numbers: "chợ tạm đông quá" is no 8 đồng.

    So does a number behind "năm": "cả năm 45/64".
    """
    others = {place for place, token in enumerate(tokens) if _has_other_marks(token, text, MARKED_NUMBERS)}
    others |= {
        at for at, token in enumerate(tokens) if token.text == "mot" and _is_day_after(tokens, at, text)
    }
    years = (place for place in range(len(tokens) - 1) if tokens[place].text == "nam")
    return others | {place for place in years if _is_a_year(tokens, place)}


def _is_day_after(tokens: Sequence[Token], place: int, text: str) -> bool:
    """Tell "mốt có 205 người" from "hai mươi mốt người"."""
    token = tokens[place]
    after_tens = place > 0 and tokens[place - 1].text in NUMBER_WORDS
    return text[token.start : token.end].lower() == "mốt" and not after_tens


def _is_a_year(tokens: Sequence[Token], place: int) -> bool:
    """Tell the "năm" of "cả năm 45/64", "cả năm được 255" from that of "cả năm người"."""
    if tokens[place + 1].kind == "number":
        return True
    whole = place > 0 and tokens[place - 1].text in ("ca", "cuoi", "dau", "giua", "het", "trong")
    return whole and tokens[place + 1].text not in UNIT_WORDS


def _has_other_marks(token: Token, text: str, marked: Mapping[str, frozenset[str]]) -> bool:
    """Tell the "tạm" that is no "tám", and the "thiệu" that is no "thiếu"; without marks it may be."""
    if token.text not in marked:
        return False
    typed = text[token.start : token.end].lower()
    return typed != token.text and fold(typed) == token.text and typed not in marked[token.text]


def _is_only_a_number(tokens: Sequence[Token]) -> bool:
    """Tell "dạ ba ạ", "năm căn" from "đến năm sau": a lone number word counts only among polite words."""
    return all(
        t.text in NUMBER_WORDS or t.text in POLITE or t.text in UNIT_WORDS or not t.text.isalpha()
        for t in tokens
    )


def _is_name_and_number(tokens: Sequence[Token], mentions: Sequence[Mention], text: str) -> bool:
    """Tell "xklđ năm ạ", one number word behind a name, from "tam", "nam" without marks."""
    if not mentions or mentions[0].start:
        return False
    rest = [token for token in tokens[mentions[0].end :] if token.text not in POLITE]
    if len(rest) != 1 or rest[0].text not in NUMBER_WORDS:
        return False
    typed = text[rest[0].start : rest[0].end].lower()
    return rest[0].text in ("hai", "ba") or not typed.isascii()


def _marks(
    tokens: Sequence[Token], mentions: Sequence[Mention], text: str
) -> dict[str, list[tuple[int, int]]]:
    """Find intent phrases outside the names of items ("Không để xảy ra …" is a name, not a report)."""
    words = [t.text for t in tokens]
    for mention in mentions:
        if mention.strength != "weak":
            words[mention.start : mention.end] = [""] * (mention.end - mention.start)
    met, marks = set(words), {}
    for label, phrases in _FORWARD.items():
        if met.isdisjoint(phrases.openings):
            continue
        said = words
        if label == "obstacle":
            said = [
                "" if _has_other_marks(t, text, MARKED_TROUBLES) else w
                for t, w in zip(tokens, words, strict=True)
            ]
        hits = [(start, end) for _, start, end in phrases.find(said)]
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


def _release_units(scan: Scan) -> None:
    """Give "gđvh 96,4 tdp 88" its second name back: nothing is 96,4 tổ dân phố."""
    for quantity, following in pairwise(scan.quantities):
        if quantity.step < 1 and following.start == quantity.end and is_whole(quantity.unit or quantity.soft):
            quantity.unit = quantity.soft = None


def _borrow_units(scan: Scan) -> None:
    """Count "3 hộ nghèo" in hộ, though "hộ nghèo" is a name; "12 tin báo" is no 12 %."""
    words = [t.text for t in scan.tokens]
    starts = {m.start: m.end for m in scan.mentions}
    ends = {m.end for m in scan.mentions}
    counted = {q.start for q in scan.quantities}
    for quantity in scan.quantities:
        if quantity.step < 1 or (quantity.start in ends and starts.get(quantity.end) in counted):
            continue  # "GĐVH 97 TDP VH 87": each name has its own number
        if quantity.unit is not None or quantity.soft is not None or quantity.end not in starts:
            continue
        unit = unit_at(words, quantity.end)
        if unit in SOFT:
            quantity.soft = unit if unit in COUNTED or unit in BEFORE_NAMES else None
        else:
            quantity.unit = unit


def _set_asides(scan: Scan, catalogue: Catalogue) -> None:
    """Mark what stands in brackets or after "trong đó": details, not the value; unless they name an item."""
    asides = _details([t.text for t in scan.tokens], {m.start: m.end for m in scan.mentions})
    if all(q.start in asides for q in scan.quantities):
        return
    for quantity in scan.quantities:
        quantity.aside = quantity.start in asides
    whole = {key for m in scan.mentions if m.start not in asides for key in m.keys}
    mentions = []
    for mention in scan.mentions:
        reported = _reported(scan, catalogue, mention) if mention.start in asides else None
        if reported is not None and whole.isdisjoint(mention.keys):
            reported.aside = False
        if mention.start not in asides or (reported is not None and not reported.aside):
            mentions.append(mention)
    scan.mentions = mentions


def _reported(scan: Scan, catalogue: Catalogue, mention: Mention) -> Quantity | None:
    """Return the figure of an item of its own among details: "141 lao động, trong đó XKLĐ 5/5"."""
    near = (q for q in scan.quantities if mention.end <= q.start <= mention.end + 2)
    quantity = next(near, None)
    if quantity is None or mention.strength not in ("name", "code") or len(mention.keys) > 1:
        return None
    item = catalogue.items[mention.keys[0]]
    as_counted = quantity.is_percent == (measure(item) == "rate") and measure(item) != "none"
    return quantity if as_counted and fits(quantity, item) else None


def _details(words: Sequence[str], names: Mapping[int, int]) -> set[int]:
    """Return the places of details; `names`: where names begin and end, "thu gom rác" is no "gồm"."""
    inside, detail, places, named = False, False, set(), 0
    for place, word in enumerate(words):
        named = max(named, names.get(place, 0))
        if word in ("(", ")"):
            inside = word == "("
        elif word in ("\n", ";"):
            inside = detail = False
        elif place >= max(named, 1) and _DETAIL.at(words, place) and not _is_gathered(words, place):
            detail = True
        if inside or detail:
            places.add(place)
    return places


def _is_gathered(words: Sequence[str], place: int) -> bool:
    """Tell "các quỹ gom lại 297 triệu", "gom được 7 tấn" from "gồm 12 nam, 9 nữ"."""
    return words[place] == "gom" and words[place + 1 : place + 2] != [] and words[place + 1] in _GATHERED
