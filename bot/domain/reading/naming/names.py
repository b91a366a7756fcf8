"""The phrases that name an item: as the ward writes it, shortened, in part, as a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase

from bot.domain.items import KnownItem
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary import PHRASES, UNIT_WORDS
from bot.domain.reading.vocabulary.generic import ANY_WORK, GENERIC, STAGES
from bot.domain.reading.vocabulary.intents import INTENTS
from bot.domain.reading.vocabulary.kindred import KINDRED
from bot.domain.reading.vocabulary.spelling import SHORT_NAMES
from bot.domain.reading.vocabulary.units import UNITS
from bot.domain.reading.vocabulary.work import NAMING, TROUBLED
from bot.domain.reading.words import fold, words_of

Words = tuple[str, ...]

CODE = re.compile(r"([a-z]{1,4})[ _.-]{0,2}0*(\d{1,4}(?:\.\d+)*)((?:[a-z]\d{0,2})?)(?![\w%]|[.,/]\d)")
_LETTERED = re.compile(r"(?<![\w.,/-])0*(\d{1,2}(?!a\W*$)([a-z])\d?)(?![\w%]|[.,/]\d)")
"""A code without its prefix, "8a 145"; the last "5a" is "5 ạ"."""
_LONGEST = 6  # words in a part of a name
_TELLING = 4  # words in a part of a name, of which none names it alone
_PERCENTAGE = re.compile(r"\d+(?:[.,]\d+)? ?%")
"""Words have no signs: "BHYT 97%" would be called "bhyt 97", which is a report."""
_BREAK = re.compile(rf"{_PERCENTAGE.pattern}|[,;:()]|\btrong đó\b", re.IGNORECASE)
_JOINTS = frozenset(
    ("dat", "duoc", "la", "con", "va", "cua", "den", "voi", "theo", "cho", "trong", "do", "ve")
)
_COVERED: Phrases[bool] = Phrases.of({True: PHRASES})
_STATES = ("none", "done", "in_progress", "not_done", "obstacle")
# "không phát" of "không phát sinh" says what the whole phrase says; it names nothing.
_ORDINARY = frozenset(PHRASES) | {
    " ".join(words[start:end])
    for label in _STATES
    for words in (phrase.split() for phrase in set(INTENTS[label]).difference(NAMING, TROUBLED))
    for start in range(len(words))
    for end in range(start + 1, len(words) + 1)
}
_ANY_WORK: Phrases[bool] = Phrases.of({True: ANY_WORK})
_SHORT = Phrases({tuple(long.split()): short for long, short in SHORT_NAMES.items()})
_COUNTED = frozenset(spelling for spellings in UNITS.values() for spelling in spellings)
_HOURS = frozenset("hgp")
_STAGES = tuple(tuple(stage.split()) for stage in sorted(STAGES))
_POINTING = frozenset(("nay", "toi", "den", "tu", "do"))  # "kế hoạch này tới từng …", but "tuần này tôi …"
ACRONYMS = frozenset(short for short in SHORT_NAMES.values() if len(short) >= 3)


def contract(words: Sequence[str]) -> tuple[Words, list[int]]:
    """Replace long names by their short forms: ("bao","hiem","y","te") → ("bhyt",), with the old places."""
    short: list[str] = []
    places: list[int] = []
    place = 0
    while place < len(words):
        hit = _SHORT.at(words, place)
        short.append(hit[0] if hit else words[place])
        places.append(place)
        place = hit[1] if hit else place + 1
    return tuple(short), places


def declared(item: KnownItem) -> list[Words]:
    """The phrases that a ward itself calls the item, with their commas and without.

    A name that quotes a figure ("269 người dân tham gia BHXH tự nguyện", "BHYT 97%") is no phrase: the figure
    may be the report. It is known by its parts.
    """
    names = [name for name in (item.short_name, *item.aliases, item.name) if not _PERCENTAGE.search(name)]
    phrases = [words_of(name, commas=commas) for name in names for commas in (False, True)]
    return [phrase for phrase in dict.fromkeys(phrases) if phrase and _figure(phrase) is None]


def called_too(item: KnownItem, phrases: Iterable[Words]) -> Iterator[Words]:
    """The phrases that mean the item too: without its stage or its "số", and the event that it counts.

    "Đăng ký gia đình văn hóa" is called "gia đình văn hóa" too, "cơ quan chuẩn văn hóa" "cơ quan văn hóa";
    "không để dịch bệnh xảy ra" is "ổ dịch".
    """
    for phrase in phrases:
        if "chuan" in phrase[1:-1] and len(phrase) > _TELLING:
            at = phrase.index("chuan", 1)
            yield phrase[: at - (phrase[at - 1] == "dat")] + phrase[at + 1 :]
        for stage in _STAGES:
            size = len(stage)
            if phrase[:size] == stage and len(phrase) > size:
                yield phrase[size:]
            elif phrase[-size:] == stage and len(phrase) > size:
                yield phrase[:-size]
        if (
            "so" in phrase[:-1] and phrase[phrase.index("so") + 1].isdigit()
        ):  # "chỉ thị 01" for "chỉ thị số 01"
            yield tuple(word for word in phrase if word != "so")
    event = words_of(item.unit or "")
    common = " ".join(event) in _COUNTED  # "trường hợp" is counted everywhere
    if item.comparator == "<=" and item.target == 0 and len(event) > 1 and not common:
        yield event


@lru_cache(maxsize=4096)
def every_word(item: KnownItem) -> frozenset[str]:
    """The words of an item's names, those of a long one that quotes figures too."""
    return frozenset(word for name in (item.name, item.short_name, *item.aliases) for word in words_of(name))


@lru_cache(maxsize=4096)
def kindred(item: KnownItem) -> frozenset[str]:
    """The words of what is said of an item beside its name: "gieo sạ" of "xuống giống"."""
    names = [" ".join(words_of(name)) for name in (item.name, item.short_name, *item.aliases)]
    return frozenset(
        word
        for called, said in KINDRED.items()
        if any(called in name for name in names)
        for phrase in said
        for word in phrase.split()
    )


def _figure(words: Words) -> int | None:
    """Return the place of a number that counts something in a name: "172 lao động", "99,7", not "5 tuổi"."""
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word[0].isdigit() and (not word.isdigit() or following in UNIT_WORDS):
            return place
    return None


def clauses(item: KnownItem) -> Iterable[Words]:
    """The runs of words in an item's names that no comma, bracket, "trong đó" or figure interrupts."""
    for name in (item.short_name, *item.aliases, item.name):
        for piece in _BREAK.split(name):
            words = words_of(piece)
            while (place := _figure(words)) is not None:
                yield words[:place]
                words = words[place + 1 :]
            yield words


def parts_of(clause: Words) -> Iterable[Words]:
    """The runs of words inside a name that could name it alone: "đào tạo" of "lao động qua đào tạo"."""
    for start in range(len(clause)):
        for end in range(start + 1, min(start + _LONGEST, len(clause)) + 1):
            part = clause[start:end]
            if part[0] in _JOINTS or part[-1] in _JOINTS or " ".join(part) in _ORDINARY:
                continue
            if len(part) == 1 and part[0] not in ACRONYMS:
                continue
            if _POINTING.issuperset(part):
                continue
            content = [w for w in part if w not in GENERIC and not w.isdigit()]
            if content and (len(content) > 1 or len(content[0]) > 2):
                yield part
            elif len(part) >= _TELLING and len(uncovered(part)) >= _TELLING - 1 and not is_any_work(part):
                yield part  # "đi làm việc ở nước ngoài": each word is common, all of them are not


def beginnings(phrase: Words) -> Iterable[Words]:
    """The first words of a short name: "trường chuẩn" of "trường chuẩn quốc gia"."""
    for size in range(2, len(phrase)):
        text = " ".join(phrase[:size])
        if len(text) > 7 and text not in _ORDINARY and not is_any_work(phrase, size):
            yield phrase[:size]


def is_any_work(phrase: Sequence[str], size: int | None = None) -> bool:
    """Tell "xây dựng", "kiểm tra quản" of "kiểm tra quản lý đất công" from "quản lý đất": the first words."""
    covered = {place for _, start, end in _ANY_WORK.find(phrase) for place in range(start, end)}
    return covered.issuperset(range(len(phrase) if size is None else size))


def sizes_by_first(phrases: Iterable[Words]) -> dict[str, tuple[int, ...]]:
    """Return how long the phrases are that begin with a word, the longest first."""
    sizes: dict[str, set[int]] = {}
    for phrase in phrases:
        sizes.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def codes_of(key: str) -> list[str]:
    """Return the codes that mean a line: its own, and those of the compound lines that it is part of.

    "CT06a1" is meant by "CT06a" and "CT06" too: a compound line is reported through its parts.
    """
    cuts = [cut for cut in range(1, len(key)) if not (key[cut - 1].isdigit() and key[cut].isdigit())]
    codes = [code for end in (*cuts, len(key)) if (code := _code(key[:end]))]
    return [*codes, *filter(None, map(_lettered, codes))]


def typed_codes(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield what may be a code, as it is compared, and where it stands: "CT 05a", "10b"."""
    for match in _LETTERED.finditer(folded):
        yield match[1], match.start(), match.end()
    for match in CODE.finditer(folded):
        yield match[1] + match[2] + match[3], match.start(), match.end()


def _code(key: str) -> str | None:
    """Return a code as it is compared: "CT05a" and "ct 5a" are "ct5a"; None for what is no code."""
    match = CODE.fullmatch(fold(key))
    return match[1] + match[2] + match[3] if match else None


def _lettered(code: str) -> str | None:
    """Return a code without its prefix, "10b" of "ct10b"; None where it could be a number and its unit."""
    match = _LETTERED.match(code.lstrip(ascii_lowercase) + " x")
    return match[1] if match and match[2] not in _COUNTED | _HOURS else None


def uncovered(words: Sequence[str]) -> list[int]:
    """Return the places of the words that are no ordinary words of a report."""
    covered = {place for _, start, end in _COVERED.find(words) for place in range(start, end)}
    return [place for place in range(len(words)) if place not in covered and words[place].isalpha()]
