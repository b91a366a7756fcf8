"""Words that are no report and no name: whether they name something else, or resemble an item."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.amounts.named import ITEM_CODE
from bot.domain.reading.amounts.quantities import unit_at
from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.names import kindred, uncovered
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.segment import Segment
from bot.domain.reading.states.doings import under_way
from bot.domain.reading.vocabulary import PHRASES, UNIT_WORDS
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.generic import ALONE, GIVEN_OUT
from bot.domain.reading.vocabulary.intents import NOT_ITEMS, OF_WORK
from bot.domain.reading.vocabulary.kindred import KINDS, RECORDS
from bot.domain.reading.vocabulary.parts import COUNTRIES
from bot.domain.reading.words import is_syllable

_NOT_ITEMS = Phrases.of({True: (*NOT_ITEMS, *COUNTRIES)})
_KINDS = Phrases.of({True: KINDS})
_RECORDS = Phrases.of({True: RECORDS})
_PAUSES = frozenset((",", ";", "(", ".", "\n", "khong", "deu"))
_LEAVING_OUT = frozenset(("chua", "tinh", "ke", "tru"))  # "4 căn, chưa tính căn bà Tám"
_OF_WORK = Phrases.of({True: OF_WORK})
_SAID = frozenset(("la", "duoc", "dat", "co", "moi", "nay", "con", "them", "so", "khac", "cu", "thi"))
_POINTING = frozenset(("nay", "do", "kia", "ay", "khac", "lai", "nua"))
_ORDINARY = frozenset(PHRASES)
_NO_RESULT = frozenset(("old", "target", "phased", "forecast", "past", "doing", "left"))


def unknown_name(scan: Scan, catalogue: Catalogue, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of a name-like run of words in front of a number or a status word."""
    begun = next((place for place in range(start, end) if scan.tokens[place].is_word), end)
    if _goes_into_detail(scan, start, begun):
        return None
    start = begun
    if start >= end or start in scan.named or _NOT_ITEMS.at(scan.words(0, end), start):
        return None
    stops = _stops(scan, start, end)
    if not stops or any(q.start == start for q in scan.quantities):
        return None
    if any(q.role in _NO_RESULT for q in scan.quantities if start < q.start < end):
        return None
    first, stop = min(stops), min(stops)
    start, stop = _without_links(scan, start, stop)
    words = scan.words(start, stop)
    if _is_set_apart(scan, words, stop, first):
        return start, stop
    counted = any(start < q.start < end for q in scan.quantities)
    of_work = not counted and _OF_WORK.at(words, 0) is not None
    if of_work or len(words) > 5 or not all(w.isalpha() for w in words):
        return None
    if catalogue.single(words) or _RECORDS.at(words, 0) == (True, len(words)):
        return start, stop
    if len(words) == 1 and is_syllable(words[0]):
        return None
    strange = uncovered(words)
    thing = words[0] in UNIT_WORDS and len(strange) > 1  # "lớp học cộng đồng 12 lớp"
    thing = thing or _is_listed(scan, words, stop)
    if not thing and not counted:  # "dự bị động viên đang rà"
        thing = len(words) > 2 and len(strange) > 1
    return (start, stop) if strange[:1] == [0] or thing else None


def _goes_into_detail(scan: Scan, start: int, end: int) -> bool:
    """Tell "100% (xây mới 3, sửa chữa 2)": what stands in brackets behind a number is of its item."""
    opened = [place for place in range(start, end) if scan.tokens[place].text == "("]
    return any(q.end in opened for q in scan.quantities)


def _without_links(scan: Scan, start: int, stop: int) -> tuple[int, int]:
    """Leave out the ":" of "khai tử: 119" and what sets "còn bầu trưởng khóm thì đang làm" apart."""
    while stop > start and scan.tokens[stop - 1].text in (":", "="):
        stop -= 1
    words = scan.words(start, stop)
    if len(words) < 3 or words[-1] != "thi":
        return start, stop
    return start + (words[0] == "con"), stop - 1


def _is_set_apart(scan: Scan, words: Sequence[str], stop: int, figure: int) -> bool:
    """Tell "chợ đêm thì | đang làm", "nước: | 100" from "phần còn lại thì đang làm", "hiện tại thì chưa"."""
    if not words or not all(word.isalpha() for word in words):
        return False
    if stop < figure and scan.tokens[stop].text == ":":
        told = any(q.start == figure and not q.aside for q in scan.quantities)
        return len(words) == 1 and told and bool(uncovered(words)) and _is_listed_by_name(scan, stop)
    if len(words) < 2 or stop == figure or scan.tokens[stop].text != "thi":
        return False
    of_work = _OF_WORK.at(words, 0) is not None or words[-1] in _POINTING or not SPEAKERS.isdisjoint(words)
    return not of_work and len(words) < 6 and " ".join(words) not in _ORDINARY


def _is_listed_by_name(scan: Scan, stop: int) -> bool:
    """Tell "rác: 96; nước: 100" from "bhxh nam: 45; nữ: 60": the first number follows its name."""
    ends = {mention.end for mention in scan.mentions}
    first = scan.quantities[0].start
    behind = first - (scan.tokens[first - 1].text in (":", "="))
    return first < stop and behind in ends


def _is_listed(scan: Scan, words: Sequence[str], stop: int) -> bool:
    """Tell "cân đo 340" in a list: ordinary words, but a unit at their head counts nothing in front of it."""
    counted = next((q for q in scan.quantities if q.start == stop), None)
    bare = counted is not None and not (counted.role or counted.unit or counted.soft or counted.qualifier)
    return bare and len(words) == 2 and words[0] in UNIT_WORDS and words[1] not in _SAID


def _stops(scan: Scan, start: int, end: int) -> list[int]:
    """Return where the words in front of a number or a state of work end."""
    stops = [q.start for q in scan.quantities if start < q.start < end]
    stops += [
        a
        for label in ("done", "in_progress", "not_done")
        for a, _ in scan.marks.get(label, ())
        if start < a < end
    ]
    return stops + [place for place, _ in under_way(scan, start, end) if start < place]


def is_of_item(scan: Scan, catalogue: Catalogue, part: Segment, name: tuple[int, int]) -> bool:
    """Tell "nhà tình nghĩa sửa 3 căn, xây mới 1 căn": the words are in the item's own name."""
    counted = next((q for q in scan.quantities if q.start >= name[1]), None)
    if len(part.keys) != 1:
        return False
    unit = catalogue.items[part.keys[0]].unit
    if counted is None:
        return unit is not None and unit_at(scan.words(*name), 0) == unit
    same = unit is not None and unit in (counted.unit, counted.soft)
    return same and set(scan.words(*name)) <= catalogue.every_word(part.keys[0])


def guessed(
    scan: Scan, catalogue: Catalogue, parts: list[Segment], context_item: str | None
) -> list[Segment]:
    """Look whether words that nothing explains resemble an item: "nuoc sac 99", "thu gom rat 95%"."""
    for part in parts:
        if part.named:
            continue
        inside = {place for q in part.quantities for place in range(q.start, q.end)} | scan.named
        inside |= _sources(scan, part)
        run = [p for p in range(part.start, part.end) if scan.tokens[p].is_word and p not in inside]
        words = [scan.tokens[place].text for place in run]
        places = uncovered(words)
        strange = [run[at] for at in places]
        coded = ITEM_CODE.search(scan.folded, *scan.span(part.start, part.end))
        if coded or _counts_disease(scan, catalogue, part, words, context_item):
            part.unknown = True  # "thủy đậu 2 ca" resembles "thủy kế"
            continue
        if context_item and strange and _is_said_of(scan, catalogue, part, strange, context_item):
            continue
        keys, sure = _resembled(catalogue, part, words, places)
        if (
            context_item
            and not sure
            and strange
            and _goes_on(scan, catalogue, part, strange[0], context_item)
        ):
            continue
        if keys and not sure and (counted := _counted_so(part, keys, catalogue, words)):
            keys, sure = (counted,), True
        if not sure and part.quantities and (alone := _by_one_word(_calling(scan, part, words), catalogue)):
            keys, sure = alone, True
        if keys and keys != (context_item,) and (sure or (part.quantities and not scan.has("obstacle"))):
            part.keys, part.wider, part.named, part.unknown, part.sure = keys, keys, True, False, sure
        elif places and context_item and not part.unknown and part.quantities and not scan.has("obstacle"):
            part.unknown = _is_unknown(scan, catalogue, part, context_item)
    return parts


def _is_unknown(scan: Scan, catalogue: Catalogue, part: Segment, asked: str) -> bool:
    """Tell whether words that are not of the item asked about name something in front of a number."""
    name = unknown_name(scan, catalogue, part.start, part.end)
    if name is None or name[1] != part.quantities[0].start or name[1] - name[0] < 2:
        return False
    return not catalogue.words_of(asked) & set(scan.words(*name))


def names_disease(words: Sequence[str]) -> bool:
    """Tell "thủy đậu", which is like other words; an item that is called so is found before."""
    return bool(_KINDS.find(words))


def _counts_disease(
    scan: Scan, catalogue: Catalogue, part: Segment, words: Sequence[str], asked: str | None
) -> bool:
    """Tell "thủy đậu 2 ca" from the answer to a question about it, and from "đèn cháy 14 bóng"."""
    if not part.quantities or scan.has("obstacle") or not names_disease(words):
        return False
    return asked is None or not catalogue.every_word(asked).issuperset(words[:2])


def _resembled(
    catalogue: Catalogue, part: Segment, words: Sequence[str], places: Sequence[int]
) -> tuple[tuple[str, ...], bool]:
    """Return the items that the words resemble, and whether the first is sure."""
    keys, sure = catalogue.guess(_name_run(words, places)) if places else ((), False)
    return keys, sure and not _counts_cases(part, catalogue, keys)


def _counts_cases(part: Segment, catalogue: Catalogue, keys: Sequence[str]) -> bool:
    """Tell a number of cases from the rate whose name is like the words in front of it."""
    first = part.quantities[0] if part.quantities else None
    cases = first is not None and first.over is None and first.soft is not None and first.unit is None
    return cases and bool(keys) and catalogue.items[keys[0]].unit in ("%", "‰")


def _is_said_of(scan: Scan, catalogue: Catalogue, part: Segment, strange: Sequence[int], asked: str) -> bool:
    """Tell "gieo sạ 1.268 ha" after "xuống giống": what is strange in front of the number is said of that."""
    behind = bool(part.quantities) and strange[-1] > part.quantities[0].start
    return not behind and kindred(catalogue.items[asked]).issuperset(scan.tokens[p].text for p in strange)


def _goes_on(scan: Scan, catalogue: Catalogue, part: Segment, strange: int, asked: str) -> bool:
    """Tell "6 ca, không ca nào tử vong", which answers and goes on, from "6 ca tai nạn"."""
    if len(part.quantities) != 1 or strange < part.quantities[0].end:
        return False
    answer, unit = part.quantities[0], catalogue.items[asked].unit
    behind = scan.words(answer.end, part.end)
    pauses = not _PAUSES.isdisjoint(behind[:1]) and _LEAVING_OUT.isdisjoint(behind)
    return pauses and unit is not None and unit in (answer.unit, answer.soft)


def _calling(scan: Scan, part: Segment, words: Sequence[str]) -> Sequence[str]:
    """Leave out the "phát" of "phát hành 250 thẻ", "cấp phát thuốc": only "phạt" names an item alone."""
    for place in range(part.start, part.end):
        token = scan.tokens[place]
        if token.text not in ALONE:
            continue
        fined = scan.text[token.start : token.end].lower() in (token.text, "phạt")
        around = {*scan.words(place - 1, place), *scan.words(place + 1, place + 2)}
        if not fined or not GIVEN_OUT.isdisjoint(around):
            return [word for word in words if word != token.text]
    return words


def _by_one_word(words: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the one item that a word stands for alone: "phạt 22 trường hợp", "atm 250/277"."""
    return catalogue.single([word for word in words if word in ALONE or not is_syllable(word)])


def _counted_so(part: Segment, keys: Sequence[str], catalogue: Catalogue, words: Sequence[str]) -> str | None:
    """Return the one item that has all the words and the unit: "4/4 khu phố đạt chuẩn văn hóa"."""
    unit = part.quantities[0].unit if part.quantities else None
    known = [key for key in keys if catalogue.items[key].unit == unit]
    fits = unit is not None and len(known) == 1 and catalogue.every_word(known[0]).issuperset(words)
    return known[0] if fits and len(words) > 1 else None


def _sources(scan: Scan, part: Segment) -> set[int]:
    """Return the places of "theo công an" in front of a number: who says it, not what it is."""
    return {
        place
        for said in range(part.start, part.end)
        if scan.tokens[said].text == "theo"
        for place in range(said, min((q.start for q in part.quantities if q.start > said), default=said))
    }


def _name_run(words: Sequence[str], places: Sequence[int]) -> list[str]:
    """Return the words around the unexplained ones: a name is a run, not a word."""
    first, last = places[0], places[0]
    for place in places[1:]:
        if place - last <= 2:
            last = place
    wide = words[max(0, first - 2) : last + 3] if last - first < 2 else words[first : last + 1]
    return [word for word in wide if word not in POLITE]
