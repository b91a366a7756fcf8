"""Codes listed behind one prefix ("nv20,21,22"), and codes that the plan does not have ("nv-0777")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.words import fold, normalise, tokenise

_AND = r" ?(?:[,;&+/]|\b(?:va|voi|cung)\b) ?"
_END = r"(?![\w%]|[.,/-]\d)"
_HEAD = r"(?<![\w/.-])(?P<prefix>[a-z]{1,4})[-_. ]{0,2}(?P<first>\d{1,4})"
_NUMBERS = re.compile(
    rf"{_HEAD}(?P<more>(?: ?(?:[,;&+]|/(?=\d{{3}})|\b(?:va|voi|cung)\b) ?\d{{1,4}})+){_END}"
)
_STRETCH = re.compile(
    rf"(?P<from>\btu )?{_HEAD}(?: ?- ?|(?P<until> (?:cho )?(?:den|toi) (?:het )?))"
    rf"(?P<again>[a-z]{{1,4}}[-_. ]{{0,2}})?(?P<more>\d{{1,4}}){_END}"
)
_LETTERS = re.compile(rf"{_HEAD}(?P<letter>[a-z])(?P<more>(?:{_AND}[a-z](?!\w))+){_END}")
_SAID = (
    r"(?:(?:thi|da|van|cung|moi) )*(?:dang|xong|hoan thanh|chua(?= (?:xong|lam|co|bat dau)| ?(?:[,;.]|$)))"
)
_STATE = (
    r"(?:(?:da|dang|van|con|moi|thi) )*"
    r"(?:xong|hoan thanh|lam|thuc hien|trien khai|vuong(?: mac)?|chua(?: xong| lam)?)"
)
_SPACED = re.compile(rf"{_HEAD}(?P<more>(?: \d{{1,4}})+)(?= (?:deu )?{_SAID}\b)")
_SIDE_BY_SIDE = re.compile(rf"{_HEAD}(?= [a-z]{{1,4}}[-_. ]{{0,2}}\d{{1,4}}\b(?![./%]))")
_FRONT = re.compile(rf"\b(?P<said>{_STATE}) {_HEAD}(?!\w|[./%]\d)")
_CODE = re.compile(_HEAD)
_OF_ALL = re.compile(r" (?:deu|cung|van|da|dang|tat ca|(?:xong|hoan thanh) (?:het|ca|roi|tat|toan))\b")
""" "nv12 đến 15 đang làm" is of four tasks; "nv12 đến 15 xong" may be done by the 15th."""
_CARRIED = re.compile(
    rf"{_HEAD}(?!\d)(?=[^\d\n]*\b{_SAID})[^\d\n]{{1,40}}?"
    rf"(?:[,;] ?|\b(?:va|cung) |\b(?:xong|roi|lam|chua) |\bcon (?=\d+ thi ))(?P<next>\d{{1,4}})(?= {_SAID}\b)"
)
""" "nv20 xong va 21 dang lam": the second of two, each with what is said of it."""
_SAID_FIRST = re.compile(r"(?:.*[,;:])?(?: ?(?:da|em|bao cao|bao|anh|chi|a|thua|hien|den nay))* ?$")
_TYPED = re.compile(
    r"(?<![\w/.-])([a-z]{1,4})(?:[-_.] ?|(?P<space> ?)(?=\d\d))0*(?P<number>\d{1,4})(?P<letter>[a-z]?)"
    r"(?![\w%/]|[.,]\d)"
)
_PREFIX = re.compile("[a-z]+")
_PAUSE = re.compile(r"[,;\n]|\.\s|\bva\b|$")
_JOINT = re.compile(_AND)
_WIDEST = 6  # codes of a stretch, "nv20-25"
_WIDE = 30  # "nv20 đến nv45"
_LAST_DAY = 31
_TIMES = frozenset(("ngay", "tuan", "thang", "nam", "gio", "hom", "quy", "lan", "phan", "nua", "muc", "viec"))

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Coded:
    """A message with each code in full; what it says of codes that no item has stands in `left_out`."""

    words: str
    unknown: tuple[str, ...] = ()
    left_out: str = ""


def spelt_codes(text: str, catalogue: Catalogue) -> Coded:
    """Spell lists of codes in full and take out what is said of codes that the plan does not have.

    "nv20,21 xong" → "nv20, nv21 xong"; of "nv6 đang làm, nv-0777 xong" the second half is left out.
    What has neither comes back as it was typed.
    """
    tidy = normalise(text)
    folded = fold(tidy)
    if not any(prefix in folded for prefix in _prefixes(catalogue)):
        return Coded(text)
    tidy = _set_apart(tidy, folded, catalogue)
    folded = fold(tidy)
    spellings = ((_NUMBERS, _listed), (_SPACED, _listed), (_STRETCH, _stretched), (_LETTERS, _lettered))
    for pattern, spell in spellings:
        for match in reversed([*pattern.finditer(folded)]):
            codes = spell(match, catalogue)
            coded = match.groupdict().get("again")
            if codes and (coded or not _counts(folded[match.end() :])):
                tidy = f"{tidy[: match.start()]}{', '.join(codes)}{tidy[match.end() :]}"
        folded = fold(tidy)
    tidy = _state_behind(_carried(tidy, folded, catalogue), catalogue)
    folded = fold(tidy)
    unknown = _unknown(folded, catalogue)
    if not unknown:
        return Coded(text if tidy == normalise(text) else tidy)
    names = tuple(dict.fromkeys(tidy[start:end].upper() for start, end in unknown))
    return _without(tidy, folded, unknown, names, catalogue)


def _counts(behind: str) -> bool:
    """Tell whether the number in front counts something: "nv7, 8 hộ", but "nv7, 8 đang làm"."""
    word = "".join(behind.split()[:1])
    return word in _TIMES or (word in UNIT_WORDS and word not in ("dang", "van"))


def _prefixes(catalogue: Catalogue) -> set[str]:
    """Return how the codes of this ward's items begin: "ct", "nv"."""
    heads = (_PREFIX.match(code) for code in catalogue.codes)
    return {head[0] for head in heads if head}


def _is_task(code: str, catalogue: Catalogue) -> bool:
    """Tell whether a code, with noughts in front or not, is one of a task."""
    prefix = code.rstrip("0123456789")
    keys = catalogue.codes.get(prefix + code[len(prefix) :].lstrip("0"), ())
    return bool(keys) and all(catalogue.items[key].kind == "task" for key in keys)


def _listed(match: re.Match[str], catalogue: Catalogue) -> list[str]:
    """Return the codes of "nv20, 21 va 22"; none where the numbers behind may be figures."""
    numbers = [match["first"], *re.findall(r"\d+", match["more"])]
    codes = [match["prefix"] + number for number in numbers]
    known = [_is_task(code, catalogue) for code in codes]
    padded = all(number[0] == "0" for number in numbers)
    return codes if known[0] and (padded or any(known[1:])) else []


def _stretched(match: re.Match[str], catalogue: Catalogue) -> list[str]:
    """Return the codes from the first to the last of "nv20-22", "nv20 đến nv22", "từ nv20 tới 22"."""
    first, last = int(match["first"]), int(match["more"])
    if not 0 < last - first < (_WIDE if match["until"] else _WIDEST) or not _is_stretch(match):
        return []
    codes = [f"{match['prefix']}{number}" for number in range(first, last + 1)]
    known = [_is_task(code, catalogue) for code in codes]
    return codes if all(known) or (match["again"] and known[0]) else []  # unknown ones are told


def _is_stretch(match: re.Match[str]) -> bool:
    """Tell "nv20-22", "nv8 đến nv15", "nv53 đến 57" from "nv7-8 hộ" and "nv12 đến 15 xong"."""
    if match["again"]:
        return re.match(r"[a-z]+", match["again"])[0] == match["prefix"]  # type: ignore[index]
    if not match["until"]:
        return len(match["first"]) == len(match["more"]) > 1
    sure = match["from"] or int(match["more"]) > _LAST_DAY or match["more"][0] == "0"
    return bool(sure) or _OF_ALL.match(match.string, match.end()) is not None


def _lettered(match: re.Match[str], catalogue: Catalogue) -> list[str]:
    """Return the codes of "ct5a,b,c"; none where a letter is a word ("ct5a, a")."""
    head = match["prefix"] + match["first"].lstrip("0")
    codes = [head + match["letter"], *(head + letter for letter in re.findall(r"\b[a-z]\b", match["more"]))]
    return codes if len(set(codes)) == len(codes) and all(code in catalogue.codes for code in codes) else []


def _carried(tidy: str, folded: str, catalogue: Catalogue) -> str:
    """Return the text with the prefix before each number that a state is said of, behind another code."""
    for _ in range(_WIDEST):
        for match in _CARRIED.finditer(folded):
            codes = [match["prefix"] + number for number in (match["first"], match["next"])]
            several = len([*_CODE.finditer(folded[: match.end("first")])]) > 1
            known = _are_alike(match["first"], match["next"]) or (several and len(match["next"]) > 1)
            if known and all(_is_task(code, catalogue) for code in codes):
                tidy = f"{tidy[: match.start('next')]}{codes[1]}{tidy[match.end('next') :]}"
                break
        else:
            return tidy
        folded = fold(tidy)
    return tidy


def _set_apart(tidy: str, folded: str, catalogue: Catalogue) -> str:
    """Return the text with a comma between codes of tasks that stand side by side: "nv9 nv10 đang làm"."""
    ends = [
        match.end()
        for match in _SIDE_BY_SIDE.finditer(folded)
        if _is_task(match["prefix"] + match["first"], catalogue)
        and (behind := _CODE.match(folded, match.end() + 1))
        and _is_task(behind["prefix"] + behind["first"], catalogue)
    ]
    for end in reversed(ends):
        tidy = f"{tidy[:end]},{tidy[end:]}"
    return tidy


def _state_behind(tidy: str, catalogue: Catalogue) -> str:
    """Return "nv9 đã xong, nv10 vướng" for "đã xong nv9, vướng nv10": each code has its state in front."""
    folded = fold(tidy)
    codes = [m for m in _CODE.finditer(folded) if _is_task(m["prefix"] + m["first"], catalogue)]
    fronts = [m for m in _FRONT.finditer(folded) if _is_task(m["prefix"] + m["first"], catalogue)]
    if len(codes) < 2 or len(fronts) != len(codes) or _SAID_FIRST.match(folded[: fronts[0].start()]) is None:
        return tidy
    for match in reversed(fronts):
        start, end = match.span("said")
        tidy = f"{tidy[:start]}{tidy[end + 1 : match.end()]} {tidy[start:end]}{tidy[match.end() :]}"
    return tidy


def _are_alike(first: str, then: str) -> bool:
    """Tell "020" and "21" from "007" and "8", which may be households."""
    return len(first) == len(then) or (len(first.lstrip("0")) == len(then) > 1)


def _unknown(folded: str, catalogue: Catalogue) -> list[_Span]:
    """Return where codes stand that begin as the ward's do and are none of them."""
    prefixes, found = _prefixes(catalogue), []
    for match in _TYPED.finditer(folded):
        code = match[1] + match["number"]
        known = code in catalogue.codes or code + match["letter"] in catalogue.codes  # "ct02a" is "ct02 ạ"
        apart = match["space"] and (match[1] == "ct" or _counts(folded[match.end() :]))
        if match[1] in prefixes and not known and not apart:
            found.append(match.span())
    return found


def _without(
    tidy: str, folded: str, unknown: Sequence[_Span], names: tuple[str, ...], catalogue: Catalogue
) -> Coded:
    """Take unknown codes out of lists, and whole clauses where nothing else is named in them."""
    known = _named(folded, catalogue)
    gone: list[_Span] = []
    alone: list[_Span] = []
    for span in unknown:
        gone += [joint] if (joint := _joined(folded, span, [*known, *unknown])) else []
        alone += [] if joint else [span]
    gone += _clauses(folded, alone, known)
    places = {place for start, end in gone for place in range(start, end)}
    left = "".join(letter for place, letter in enumerate(tidy) if place not in places)
    out = "".join(letter for place, letter in enumerate(tidy) if place in places)
    return Coded(left.strip(" ,;"), names, out.strip(" ,;\n"))


def _named(folded: str, catalogue: Catalogue) -> list[_Span]:
    tokens = tokenise(folded)
    catalogue.spell(tokens)
    return [(tokens[m.start].start, tokens[m.end - 1].end) for m in catalogue.mentions(tokens, folded)]


def _joined(folded: str, span: _Span, codes: Sequence[_Span]) -> _Span | None:
    """Return the code with what joins it to another name: ", nv-0777" of "nv6, nv-0777 xong"."""
    for left, right in pairwise(sorted({*codes})):
        if span in (left, right) and _JOINT.fullmatch(folded[left[1] : right[0]]):
            return (left[0], right[0]) if span == left else (left[1], right[1])
    return None


def _clauses(folded: str, unknown: Sequence[_Span], known: Sequence[_Span]) -> list[_Span]:
    """Return the clauses about unknown codes, each with what follows up to the next name."""
    gone, begin, dropping = [], 0, False
    for pause in _PAUSE.finditer(folded):
        end = pause.start()
        strange = next((start for start, _ in unknown if begin <= start < end), None)
        named = next((start for start, _ in known if begin <= start < end), None)
        dropping = strange is not None or (dropping and named is None)
        if dropping:
            gone.append((begin if strange is None or named is None or named > strange else strange, end))
        begin = end
    return gone
