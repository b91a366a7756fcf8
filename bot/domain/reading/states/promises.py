"""A day that a part promises or asks for: "mai em nộp", "xin gia hạn đến 30/11", "5/12 em gửi"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.domain.reading import intents
from bot.domain.reading.amounts.numbers import NUMBER_WORDS
from bot.domain.reading.amounts.quantity import Quantity
from bot.domain.reading.amounts.units import measure
from bot.domain.reading.dates import DateDoubt, DateReading, find_date
from bot.domain.reading.doubts.otherwise import is_promised, looks_like_day
from bot.domain.reading.model import Doubt, Reading
from bot.domain.reading.part import Part, with_due
from bot.domain.reading.questions import promises_some_day
from bot.domain.reading.states import doings
from bot.domain.reading.states.not_yet import is_over_since
from bot.domain.reading.states.work_state import obstacle_reading, work_reading
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.words import fold, words_of

ALL_FOR_NOW = "all for now"
"""The rule of a reading that says what is all that is sent now."""
_COMES = frozenset(("moi", "se", "co", "chot", "ra"))
_FORETOLD = re.compile(
    r"\b(?:moi|se) (?:duoc )?(?:co|ra|chot|tong hop|cong bo)(?: duoc)?"
    r" (?:(?:so|ket qua|kq|du lieu|bao cao)(?: (?:lieu|chinh thuc|cu the))*)\b"
)
_HAPPENS = re.compile(
    r"\b(?:ra quan|phat dong|to chuc|cuong che|kham tuyen|kham|kiem tra|tap huan|khai mac|khoi cong|dien ra"
    r"|(?:ve|xuong|toi|den) (?:tham dinh|kiem tra|cham|phuc tra|du)|hop (?:dan|xet|to|binh xet)|hoi nghi"
    r"|tham dinh|trao|phun|tiem|don (?:ve sinh|dep|rac)|trien khai|bat dau|giao luu|bieu dien|binh xet"
    r"|dien tap|hoi thi|mit tinh|dong tho|di co so|di kiem tra|giai (?:bong|the thao|cau long))\b"
)
"""What is announced of work: it is no report to be handed in."""
_PUT_OFF = frozenset(("moi", "nop", "gui", "bao", "xong", "chot", "hen", "tre", "cham", "bo", "trinh"))
"""With these a day is promised, or put off."""
_ASKING = frozenset(("xin", "gia", "lui", "khat", "hoan", "hen", "phep", "nghi", "them"))
_ASKED_DAY = ("ngay nao", "khi nao", "bao gio", "den ngay", "han moi", "luc nao", "hom nao")
_NEXT_YEAR = timedelta(days=300)  # a day without a year that lies further off was last year's
_EDGES = frozenset(("dau", "giua", "cuoi"))
_BEHIND = frozenset(("da", "roi", "truoc", "qua", "hom"))
_WITHIN = {("trong", span) for span in ("tuan", "thang", "quy", "nam")}
_DAYS = frozenset(("ngay", "hom", "bua", "tuan", "thang"))
_PARTS = frozenset(("sang", "trua", "chieu", "toi"))
_AHEAD = frozenset(("mai", "sau", "toi", "nua", "moi", "se", "het"))


def promise(part: Part, state: doings.State) -> Reading | None:
    """Read "xin gia hạn đến 30/11", "mai em nộp"; a state of work wins where no day ahead is named."""
    after = doings.promised_after(part.found, part.start, part.end)
    if after is not None:  # "Tết xong em nộp": the day in front is not the one that is promised
        return _extension(part, part.due(since=after) or DateDoubt("vague_date"))
    if intents.is_all_for_now(part.found, part.start, part.end):
        return part.reading("greeting", ALL_FOR_NOW)
    if _is_foretold(part) or _is_announced(part, state):
        return _foretold(part, state)
    if state.status == "done" and is_over_since(part):
        return None  # "hoàn thành từ cuối tháng 8"
    asked = intents.asks_for_time(part.found, _behind_name(part), part.end)
    awaited = _is_day_awaited(part)
    ahead, within = _looks_ahead(part), _ends_within(part)
    sure = asked or awaited or within or promises_some_day(part.found, part.start, part.end)
    if not sure and state.status in ("done", "in_progress") and not ahead:
        return None
    if not sure and (_is_a_meeting(part) or _is_bygone(part)):
        return None
    due = part.due(expected=sure or _is_day_in_front(part)) or _only_a_day(part)
    said_otherwise = state.status is not None or state.obstacle
    if due is None and asked and not said_otherwise:
        due = DateDoubt("vague_date")
    vague = isinstance(due, DateDoubt) and not (ahead and state.status == "done" and _says_later(part))
    if due is None or (vague and not sure and said_otherwise):
        return None
    today = part.context.now.date()
    if not sure and isinstance(due, DateReading) and not today <= due.due < today + _NEXT_YEAR:
        return None  # "báo cáo số 123 ngày 15/11", "ký ban hành ngày 12/11": the day is past
    return _extension(part, due)


def _is_bygone(part: Part) -> bool:
    """Tell "hôm 15 làm giải cầu lông", said on the 20th, from "hôm 25 làm", "hôm 15 em nộp"."""
    words = part.found.words(part.start, part.end)
    promised = any(a in SPEAKERS and b in doings.PROMISES for a, b in pairwise(words))
    days = [int(b) for a, b in pairwise(words) if a == "hom" and b.isdigit()]
    return bool(days) and not promised and all(0 < day < part.context.now.day for day in days)


def _is_foretold(part: Part) -> bool:
    """Tell "giảm nghèo cuối tháng mới có số", which foretells a figure, from "cuối tháng em mới có số".

    Who was asked for an item and names none answers when it comes: "tới cuối tuần mới có số nha".
    """
    words = part.found.words(part.start, part.end)
    if not part.segment.named or _is_day_awaited(part) or not _ASKING.isdisjoint(words):
        return False
    spoken = any(a in SPEAKERS for a, b in pairwise(words) if b in _COMES)
    return not spoken and _FORETOLD.search(" ".join(words)) is not None


def _is_announced(part: Part, state: doings.State) -> bool:
    """Tell "ngày mai ra quân giải tỏa", what is to happen, from "mai em nộp", "25/12 mới nghiệm thu"."""
    words = part.found.words(part.start, part.end)
    in_words = part.item is not None and measure(part.item) == "none"
    if not part.segment.named or not in_words or state.obstacle or not _ASKING.isdisjoint(words):
        return False
    if state.status in ("done", "not_done") or not _PUT_OFF.isdisjoint(words):
        return False
    said = " ".join(words)
    due = part.due(expected=True) if _HAPPENS.search(said) else None
    return isinstance(due, DateReading) and due.due >= part.context.now.date() and due.extend_days is None


def _foretold(part: Part, state: doings.State) -> Reading:
    """Work under way, of what is told in words; of what is counted, that there is no figure yet."""
    if state.obstacle and state.status is None:
        return obstacle_reading(part, state)
    in_words = part.item is not None and measure(part.item) == "none"
    return work_reading(part, replace(state, status="in_progress" if in_words else "not_done"))


def _behind_name(part: Part) -> int:
    """Return where the words behind the name in front begin: "NV-022 mới xong sáng nay" is just now."""
    codes = [m.end for m in part.found.mentions if m.start == part.start and m.strength == "code"]
    follows = bool(codes) and part.found.words(codes[0], codes[0] + 1) == ["moi"]
    return codes[0] if follows else part.start


def _only_a_day(part: Part) -> DateReading | DateDoubt | None:
    """Return the day of "t2 nha", "tuần tới ạ": all that the person who was asked says."""
    if part.context.item is None or part.segment.named or part.segment.quantities or not part.names_time:
        return None
    due = part.due(expected=True)
    if due is None or (isinstance(due, DateReading) and due.due < part.context.now.date()):
        return None
    text = fold(part.beside_names)
    rest = words_of(text[: due.span[0]] + " " + text[due.span[1] :])
    return due if POLITE.issuperset(rest) else None


def _is_day_awaited(part: Part) -> bool:
    return any(words in fold(part.context.asked or "") for words in _ASKED_DAY)


def day_reading(part: Part, main: Quantity) -> Reading | None:
    """Read "5/12 em nộp", and "5/12" where a day is asked for, of what has no plan of 12."""
    planned = part.item is not None and part.item.target is not None
    promised = planned and is_promised(part, main)
    if main.over is None or not (promised or (_is_day_awaited(part) and looks_like_day(main))):
        return None
    due = find_date(f"ngày {main.value}/{main.over.value}", part.context.now, expected=True)
    if due is None or (isinstance(due, DateDoubt) and measure(part.item) != "rate"):
        return None  # "31/11 em gửi" of people may be a part of a whole, of a rate it is no day there is
    today = part.context.now.date()
    if isinstance(due, DateReading) and not today <= due.due < today + _NEXT_YEAR:
        return None  # "15/11 mới nghiệm thu" is past
    return _extension(part, due)


def _is_day_in_front(part: Part) -> bool:
    """Tell "25.11 em gửi báo cáo": a day that no word announces."""
    first = part.start + (part.found.tokens[part.start].text == "da")
    return first < part.end and first in part.found.named and part.found.tokens[first].kind == "number"


def _ends_within(part: Part) -> bool:
    """Tell "trong tuần này xong" from "trong tuần này đã xong"."""
    words = part.found.words(part.start, part.end)
    return (
        any(pair in _WITHIN for pair in pairwise(words))
        and words[-1:] == ["xong"]
        and _BEHIND.isdisjoint(words[1:])  # an unmarked "dạ" may stand in front
    )


def _looks_ahead(part: Part) -> bool:
    words = part.found.words(part.start, part.end)
    if ("nua", "la") in pairwise(words) and not _counts_days(words):
        return False  # "còn chút nữa là xong"
    begin = _behind_name(part)
    if intents.is_just_now(part.found, begin):
        words = part.found.words(begin + 1, part.end)
    if not _AHEAD.isdisjoint(words):
        return True
    if any(a in _PARTS and b in SPEAKERS for a, b in pairwise(words)):
        return True  # "đang rà lại số, chiều em báo"
    return not _EDGES.isdisjoint(words) and _BEHIND.isdisjoint(words)  # "cuối tháng này xong"


def _says_later(part: Part) -> bool:
    """Tell "mấy bữa nữa em xong", of which the day is asked for: done it is not."""
    return any(a in _DAYS and b == "nua" for a, b in pairwise(part.found.words(part.start, part.end)))


def _counts_days(words: list[str]) -> bool:
    """Tell "4 hôm nữa là em xong" from "còn chút nữa là xong", "còn 2 tuần nữa là hết năm"."""
    place = words.index("nua")
    if place < 2 or words[place - 1] not in _DAYS or "con" in words[:place]:
        return False
    return words[place - 2].isdigit() or words[place - 2] in NUMBER_WORDS


def _is_a_meeting(part: Part) -> bool:
    """Tell "8h sáng mai họp giao ban nhé" from "kẹt họp, mai em báo": nothing is handed in there."""
    words = part.found.words(part.start, part.end)
    promised = any(a in SPEAKERS and b in doings.PROMISES for a, b in pairwise(words))
    return part.has("meeting") and not part.has("extension") and not promised


def _extension(part: Part, due: DateReading | DateDoubt) -> Reading:
    span = part.found.span(part.start, part.end)
    reading = part.reading("extension", "promise of a day", words=part.words(), span=span)
    if isinstance(due, DateReading):
        return part.of_item(with_due(reading, due))
    doubt = Doubt(due.reason, tuple(with_due(reading, choice) for choice in due.candidates))
    return part.of_item(replace(reading, extend_days=due.extend_days, doubts=(doubt,)))
