"""The items of a ward by everything they are called: code, name, alias, part of a name; typed wrongly too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.domain.items import KnownItem
from bot.domain.reading.naming.forms import forms_of
from bot.domain.reading.naming.leaning import leaning_name
from bot.domain.reading.naming.likeness import Likeness
from bot.domain.reading.naming.mention import Collision, Found, Mention, Strength
from bot.domain.reading.naming.names import (
    Words,
    codes_of,
    contract,
    every_word,
    sizes_by_first,
    typed_codes,
    uncovered,
)
from bot.domain.reading.naming.spelling import Speller
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.generic import GENERIC, RUNNING_ON, WEAK
from bot.domain.reading.vocabulary.kindred import RECORDS
from bot.domain.reading.words import Token, fold, in_names, normalise, tokenise, words_of

_RUNNING_ON = Phrases.of({True: (*RUNNING_ON, *RECORDS)})
_WIDEST = 6  # items that may share a part of a name
_MARKS = frozenset({",", "-", "–"})
_ALIKE_WHEN_SHORT = (("ho", "so"), ("hoc", "sinh"))
_RANK: tuple[Strength, ...] = ("code", "name", "part", "weak")


class Catalogue:
    """The items of one ward, indexed once and used for every message until the plan changes."""

    def __init__(self, items: Sequence[KnownItem]) -> None:
        """Index the items; the order of `items` is the order in which candidates are offered.

        `codes` are the keys by every code that means them, without noughts in front: "nv7", "ct5a", "5a".
        """
        self.items = {item.key: item for item in items}
        self._places = {item.key: place for place, item in enumerate(items)}
        self.codes: dict[str, tuple[str, ...]] = {}
        self._names: dict[Words, dict[str, None]] = {}
        self._parts: dict[Words, dict[str, None]] = {}
        self._phrases: dict[str, Mapping[Words, int]] = {}
        self._own: dict[str, frozenset[Words]] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._indicators: list[tuple[frozenset[str], str]] = []
        self._singles: dict[str, dict[str, None]] = {}
        for item in items:
            self._index(item)
            for code in codes_of(item.key):
                self.codes[code] = (*self.codes.get(code, ()), item.key)
        self._sizes = sizes_by_first((*self._names, *self._parts))
        self._speller = Speller(self._names)
        self._likeness = Likeness(self._names)

    def _index(self, item: KnownItem) -> None:
        forms = forms_of(item)
        self._own[item.key] = forms.own
        if item.kind == "indicator":
            self._indicators += [(frozenset(name), item.key) for name in forms.own]
        for form in forms.names:
            self._names.setdefault(form, {})[item.key] = None
        for part in forms.parts:
            self._parts.setdefault(part, {})[item.key] = None
        for word in forms.singles:
            self._singles.setdefault(word, {})[item.key] = None
        self._phrases[item.key] = forms.phrases
        self._said[item.key] = forms.said

    def spell(self, tokens: list[Token]) -> None:
        """Correct, in place, the words of a message that are mistyped: "BYHT", "ngân sahc", "ddajt"."""
        self._speller.spell(tokens)

    def mentions(self, tokens: Sequence[Token], folded: str) -> list[Mention]:
        """Return where the tokens name items, from left to right, without overlaps, longest first."""
        words = [in_names(t) for t in tokens]
        short, places = contract(words)
        begins = {place: index for index, place in enumerate(places)}
        codes = self._code_mentions(tokens, folded)
        found: list[Mention] = []
        place = 0
        while place < len(words):
            mention = codes.get(place) or self._mention_at(words, short, places, begins, place)
            if found and tokens[place].is_word and (mention is None or len(mention.keys) > 1):
                leaning = leaning_name(self._names, tokens, words, (found[-1].start, found[-1].end), place)
                mention = (self._mention(leaning[0], place, leaning[1]) if leaning else None) or mention
            if mention is None or _runs_on(tokens, mention):
                place += 1
                continue
            found.append(mention)
            place = mention.end
        return found

    def _code_mentions(self, tokens: Sequence[Token], folded: str) -> dict[int, Mention]:
        if not self.codes:
            return {}
        by_start = {t.start: i for i, t in enumerate(tokens)}
        found = {}
        for code, begin, behind in typed_codes(folded):
            keys, start = self.codes.get(code, ()), by_start.get(begin)
            if keys and start is not None:
                end = next((i for i in range(start, len(tokens)) if tokens[i].start >= behind), len(tokens))
                found[start] = Mention(start, end, keys, "code", keys)
        return found

    def _mention_at(
        self, words: list[str], short: Words, places: list[int], begins: dict[int, int], place: int
    ) -> Mention | None:
        best: Mention | None = None
        phrase = self._longest(words, place)
        if phrase:
            best = self._mention(phrase, place, place + len(phrase))
        phrase, end = self._across_marks(words, place)
        if phrase and (best is None or end > best.end):
            best = self._mention(phrase, place, end)
        at = begins.get(place)
        if at is None:
            return best
        phrase = self._longest(short, at)
        after = at + len(phrase)
        end = places[after] if after < len(places) else len(words)
        if phrase and (best is None or end > best.end) and not self._is_other(phrase, words[place:end]):
            best = self._mention(phrase, place, end)
        return best

    def _is_other(self, short: Words, typed: Sequence[str]) -> bool:
        """Tell "hồ sơ lên" from the part "HS lên" of "học sinh lên lớp": both words are shortened alike."""
        keys = self._parts.get(short, ()) if "hs" in short and short not in self._names else ()
        other = next((pair for pair in _ALIKE_WHEN_SHORT if pair in pairwise(typed)), None)
        return bool(keys) and other is not None and all(other[1] not in self.every_word(key) for key in keys)

    def _across_marks(self, words: Sequence[str], place: int) -> tuple[Words, int]:
        """Find a whole name that is written with marks in it, "Hội khuyến học, TT VHTT-HTCĐ", and its end."""
        sizes = self._sizes.get(words[place])
        if not sizes or _MARKS.isdisjoint(ahead := words[place : place + 2 * max(sizes)]):
            return (), place
        bare = [(at, word) for at, word in enumerate(ahead, place) if word not in _MARKS]
        for size in sizes:
            phrase, end = tuple(word for _, word in bare[:size]), bare[min(size, len(bare)) - 1][0] + 1
            if len(phrase) == size > 2 and end - place > size and phrase in self._names:
                return phrase, end
        return (), place

    def _longest(self, words: Sequence[str], place: int) -> Words:
        """Return the longest known phrase that begins at a place; empty when there is none."""
        for size in self._sizes.get(words[place], ()):
            phrase = tuple(words[place : place + size])
            if phrase in self._names or phrase in self._parts:
                return phrase
        return ()

    def _mention(self, phrase: Words, start: int, end: int) -> Mention | None:
        names, parts = self._called(phrase), self._parts.get(phrase, {})
        if not names and len(parts) > _WIDEST:
            return None
        wider = self._ordered({*names, *parts})
        if not names:
            inner = self._name_inside(phrase, wider)
            called = tuple(key for key in wider if self._calls(key, phrase))  # nearer than a long name
            keys = tuple(self._names[inner]) if inner else called or wider
            wider = self._ordered({*wider, *self._parts.get(inner, ())})
            return Mention(start, end, keys, "part", wider, inside=self._indicators_inside(phrase, keys))
        keys = self._ordered(names)
        strength: Strength = "weak" if " ".join(phrase) in WEAK else "name"
        size, inside = len(contract(phrase)[0]), self._indicators_inside(phrase, keys)
        return Mention(start, end, keys, strength, wider, size, inside)

    def _called(self, phrase: Words) -> dict[str, None]:
        """Return the keys that go by a name, written so or with long names shortened."""
        short = contract(phrase)[0]
        if short == phrase or (len(short) == 1 and short not in self._names):
            return self._names.get(phrase, {})
        return {**self._names.get(phrase, {}), **self._names.get(short, {})}

    def _calls(self, key: str, phrase: Words) -> bool:
        """Tell whether a short name has these words side by side: "hộ nghèo" is not in "hộ cận nghèo"."""
        names, size = self._own[key], len(phrase)
        return any(name[at : at + size] == phrase for name in names for at in range(len(name) - size + 1))

    def _name_inside(self, phrase: Words, keys: tuple[str, ...]) -> Words:
        """Find a whole name inside: "tham gia BHYT" is a part of two names, "BHYT" is one item's."""
        return next((inner for inner, names in self._inside(phrase) if names[0] in keys), ())

    def _indicators_inside(self, phrase: Words, keys: tuple[str, ...]) -> tuple[str, ...]:
        if len(keys) != 1 or self.items[keys[0]].kind != "task":
            return ()
        inside = next((names for _, names in self._inside(phrase) if names[0] not in keys), ())
        words = frozenset(phrase)
        return inside or tuple(dict.fromkeys(key for name, key in self._indicators if words < name))

    def _inside(self, phrase: Words) -> Iterator[tuple[Words, tuple[str, ...]]]:
        """Yield the whole names of one item each that stand inside a phrase, the longest first."""
        for size in range(len(phrase) - 1, 0, -1):
            for start in range(len(phrase) - size + 1):
                names = tuple(self._names.get(phrase[start : start + size], ()))
                if len(names) == 1:
                    yield phrase[start : start + size], names

    def _ordered(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Put keys in the plan's order."""
        return tuple(sorted(set(keys), key=self._places.__getitem__))

    def covered(self, words: set[str], mention: Mention) -> tuple[str, ...]:
        """Return the wider items whose whole name stands in `words` and is longer than the mention's own."""
        own = mention.size if mention.strength == "name" else 0
        best: dict[str, int] = {}
        for key in mention.wider:
            for phrase, size in self._phrases[key].items():
                if len(phrase) > 1 and words.issuperset(phrase):
                    best[key] = max(best.get(key, 0), size)
        top = max(best.values(), default=0)
        if top <= own:
            return ()
        return tuple(key for key, length in best.items() if length == top)

    def rate_of(self, key: str) -> str | None:
        """Return the one rate that shares an item's name: "tỷ lệ hộ nghèo" of "hộ nghèo"."""
        rates = [
            item for item in self.items.values() if item.unit == "%" and fold(item.name).startswith("ty le")
        ]
        own = [set(phrase) - {"giam", "tang", "so"} for phrase in self._phrases[key]]
        found = [
            rate.key for rate in rates if any(words <= self.words_of(rate.key) for words in own if words)
        ]
        return found[0] if len(found) == 1 else None

    def words_of(self, key: str) -> frozenset[str]:
        """Return the words of an item's names, and of what is said of it beside them."""
        return self._said[key]

    def every_word(self, key: str) -> frozenset[str]:
        """Return the words of an item's names, those of a long one that quotes figures too."""
        return every_word(self.items[key])

    def single(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the one item whose names alone contain a word of `words`: "phạt 31 trường hợp"."""
        for word in words:
            keys = self._singles.get(word)
            if keys is not None and len(keys) == 1:
                return tuple(keys)
        return ()

    def guess(self, words: Sequence[str]) -> tuple[tuple[str, ...], bool]:
        """Return the keys that a run of unexplained words resembles, and whether the first is sure."""
        keys, sure = self._likeness.guess(words)
        return (keys if sure else self._ordered(keys)), sure

    def find(self, text: str) -> Found:
        """Find the item that a command names: "/lichsu bhxh", "CT05 Minh", "nv22", "quy vi nguoi ngheo"."""
        tidy = normalise(text)
        folded = fold(tidy)
        tokens = tokenise(folded)
        self.spell(tokens)
        mentions = self.mentions(tokens, folded)
        if mentions:
            best = min(mentions, key=lambda m: (_RANK.index(m.strength), len(m.keys), m.start))
            words = [t.text for t in tokens]
            longer = () if best.strength == "code" else self.covered({*words, *contract(words)[0]}, best)
            span = tokens[best.start].start, tokens[best.end - 1].end
            return Found(tuple(self.items[key] for key in longer or best.keys), span)
        said = [t.text for t in tokens if t.is_word]
        keys, _ = self.guess(said) if said[1:] or GENERIC.isdisjoint(said) else ((), False)  # "phòng"
        return Found(tuple(self.items[key] for key in keys), (0, len(tidy)) if keys else (0, 0), bool(keys))

    def alias_collision(self, alias: str, key: str) -> Collision | None:
        """Tell why `alias` cannot be given to the item `key`; None when it can."""
        phrase = words_of(alias)
        if not phrase:
            return Collision("empty")
        if _is_ordinary(phrase) or " ".join(phrase) in WEAK:
            return Collision("ordinary_word")
        owners = {**self._names.get(phrase, {}), **self._names.get(contract(phrase)[0], {})}
        coded = self.codes.get("".join(phrase), ())
        other = next((owner for owner in (*owners, *coded) if owner != key), None)
        return Collision("taken", self.items[other]) if other else None


def _runs_on(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell the "dung tien" of "dung tien do", the "trường chuẩn" of "trường chuẩn bị", from a part."""
    if mention.strength != "part":
        return False
    words = [token.text for token in tokens]
    ends = (_RUNNING_ON.at(words, at) for at in range(mention.start, mention.end))
    return any(hit is not None and hit[1] > mention.end for hit in ends)


def _is_ordinary(phrase: Words) -> bool:
    return all(word.isalpha() for word in phrase) and not uncovered(phrase)


def alias_collision(items: Sequence[KnownItem], alias: str, key: str) -> Collision | None:
    """Tell why `alias` cannot be given to the item `key` among `items`; None when it can."""
    return Catalogue(items).alias_collision(alias, key)
