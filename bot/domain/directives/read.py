"""Reading an order: who, what, by when. None for everything that orders nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time

from bot.domain.directives import vocabulary as say
from bot.domain.directives.due_days import days_after, days_of, due_day, is_over, is_some_time_after
from bot.domain.directives.due_told import due_told
from bot.domain.directives.edges import day_at_end, day_begins, not_into
from bot.domain.directives.model import Directive, Stone, Who
from bot.domain.directives.opening import CODE, Opening, does, openings
from bot.domain.directives.recurring import Recurring, find_recurring, with_recurring
from bot.domain.directives.reported import to_report
from bot.domain.directives.rest import EDGE, Rest, work_with_front
from bot.domain.directives.roster import Roster
from bot.domain.directives.stones import find_stones
from bot.domain.directives.wording import in_the_morning, tidied
from bot.domain.directives.words import Word, phrase_at, words_in
from bot.domain.reading.dates import DateDoubt, DateReading, Workday, find_date
from bot.domain.reading.words import fold, normalise

BASIS = re.compile(
    r"(?<!\w)(?:can cu(?: theo| vao)?|theo)[ :]+(?=(?:ke hoach|quyet dinh|nghi quyet|cong van|thong bao|"
    r"chi thi|ket luan|to trinh|bien ban|huong dan|van ban|vb|kh|qd|nq|cv|tb|ct|kl)(?: so)? ?\d)"
    r"(?P<said>.+?)(?=[,;.](?:\s|$)|\n|$| truoc | han | xong | cham nhat | thi | (?:nhe|nha|nghen)\b)"
)
_PRODUCT = re.compile(
    r"(?<!\w)san pham(?: la)?[ :]+(?P<said>.+?)(?=[,;.](?:\s|$)|\n|$| truoc | han | xong | cham nhat )"
)
_OCCASION = re.compile(
    r"(?<!\w)(?:truoc|cham nhat)\s+(?!ngay\s+\d)(?:[^\W\d_]+\s+){1,5}"
    r"(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)(?![\w/])"
)
"""Folded words that name an occasion in front of its day."""
_ASKING_WORDS = re.compile(r"(?<!\w)(?:den dau|toi dau|the nao|ra sao|bao nhieu|bao gio|khi nao|o dau)(?!\w)")
_ASKS_OF_PERIOD = re.compile(
    r"(?:(?:da|dang|con|thi) )*(?:lam|gui|nop|bao cao|hoan thanh|giai quyet)"
    r"(?: (?:duoc|dc|xong|nhung|cac|may|viec|muc|cai|nhiem vu|so lieu))* (?:gi|nao)(?: roi)?"
    r" (?:trong )?(?:tuan|thang|quy|nam|ky|hom) (?:nay|qua|truoc|roi|vua qua|vua roi)[ .]*"
)
""" "(Anh Minh) làm được những gì tháng này", folded."""
_FIGURE = re.compile(r"\d ?[%‰]|\d/\d{3}|(?<!\w)(?:dat|duoc|dc) (?:khoang )?\d")


def read_directive(
    text: str, roster: Roster, now: datetime, calendar: Workday | None = None
) -> Directive | None:
    """The order in a message; None where it gives none: a question, a report, a talk about orders.

    `calendar` says which days are worked. Nothing is guessed in silence: what may be meant two ways has
    two candidates.
    """
    tidy = tidied(normalise(text))
    words = words_in(tidy)
    found = list(openings(words, roster))
    if not found or _asks(words, found[0]):
        return None
    if not found[0].verb and _FIGURE.search(fold(tidy)):
        return None
    return _read(Rest(tidy, words, found[0].rest), found, roster, now, calendar)


def opens_work(text: str) -> bool:
    """True for words that begin as work is told, "rà soát hộ nghèo, lập danh sách", and ask nothing."""
    words = words_in(text)
    if not words or words[-1].text == "?" or words[-1].typed in say.ASKING:
        return False
    return does(words, 0) and _ASKING_WORDS.search(fold(text)) is None


def _asks(words: list[Word], opening: Opening) -> bool:
    """True for "đã giao ai chưa", "Minh làm đến đâu rồi": asked, not ordered."""
    said = [word for word in words if word.typed not in say.PARTICLES and word.text not in {".", "!", "\n"}]
    if not said:
        return True
    if said[-1].text == "?" or said[-1].typed in say.ASKING:
        return True
    behind = " ".join(word.text for word in words[opening.rest if not opening.verb else -4 :])
    asks_of_period = not opening.verb and _ASKS_OF_PERIOD.fullmatch(fold(behind)) is not None
    return asks_of_period or _ASKING_WORDS.search(behind) is not None


def _read(
    rest: Rest, found: list[Opening], roster: Roster, now: datetime, calendar: Workday | None
) -> Directive | None:
    opening, others = found[0], [one for one in found[1:] if one.verb and (one.who or one.stranger)]
    who = list(opening.who)
    _cut_particles(rest)
    coordinating = _coordinating(rest, roster)
    more = [one for one in others if not phrase_at(rest.words, one.rest, say.COORDINATION)]
    for one in others:
        if one not in more:
            coordinating += [each.unit for each in one.who if each.unit is not None]
            rest.cut_words(one.start, len(rest.words))
    if opening.later and not who and (named := _named_later(rest, roster)):
        who = [named]
    order = Directive(
        people=tuple(dict.fromkeys(one for each in who for one in each.people)),
        stranger=_between(rest, opening.stranger) if opening.stranger and not who else "",
        unit=who[0].unit if len(who) == 1 else None,
        basis=rest.take(BASIS),
        product=rest.take(_PRODUCT),
        codes=tuple(dict.fromkeys(CODE.findall(fold(rest.text)))),
        reminds=opening.reminds,
        strong=opening.strong,
        several=bool(more),
        stones=_stones(rest, now, calendar),
    )
    order = _with_day(order, rest, now, calendar)
    if not opening.urged and not order.timed and not _urges(rest.words):
        return None
    along = {*coordinating, *(one.unit for one in who[1:] if one.unit is not None)} - {order.unit}
    return replace(order, coordinating=tuple(sorted(along)), what=work_with_front(rest, opening))


def _cut_particles(rest: Rest) -> None:
    """ "… tuần sau nhé" is no surer of its day than "… tuần sau"."""
    for place in range(len(rest.words) - 1, rest.start - 1, -1):
        if rest.words[place].typed not in say.PARTICLES | {".", "!"}:
            break
        rest.cut_words(place, place + 1)


def _between(rest: Rest, place: tuple[int, int]) -> str:
    start, end = place
    return rest.text[rest.words[start].start : rest.words[end - 1].end].strip(EDGE)


def _urges(words: list[Word]) -> bool:
    return any(word.text in say.URGING for word in words[-3:])


def _coordinating(rest: Rest, roster: Roster) -> list[int]:
    """The units behind "phối hợp với", cut out of the rest; people named there stay in its words."""
    found: list[int] = []
    for place in range(rest.start, len(rest.words)):
        size = phrase_at(rest.words, place, say.COORDINATION)
        if not size:
            continue
        at = place + size
        while units := roster.units.all_at(rest.words, at) or roster.units.at(rest.words, at):
            found += units[0]
            at = units[1]
            while at < len(rest.words) and rest.words[at].text in say.CONNECTIVES:
                at += 1
        if found:
            rest.cut_words(place, at)
            break
    return found


def _named_later(rest: Rest, roster: Roster) -> Who | None:
    """ "Giao việc rà soát hộ nghèo cho anh Minh"."""
    for place in range(rest.start, len(rest.words) - 1):
        if rest.words[place].text == "cho" and (who := roster.who(rest.words, place + 1)):
            rest.cut_words(place, who.end)
            return who
    return None


def _stones(rest: Rest, now: datetime, calendar: Workday | None) -> tuple[Stone, ...]:
    found = list(find_stones(rest.left(), now, calendar))
    rest.cut += [one.span for one in found]
    return tuple(one.stone for one in found)


# --- by when -----------------------------------------------------------------------------------------


def _with_day(order: Directive, rest: Rest, now: datetime, calendar: Workday | None) -> Directive:
    undated = _cut_no_due(rest)
    if (recurring := find_recurring(rest.left(), now, calendar)) is not None:
        return _coming_back(order, rest, recurring)
    if undated:
        return replace(order, undated=True)
    if (reported := to_report(rest, now, calendar)) is not None:
        return replace(order, due=reported.due, at=reported.time, due_words=_said(rest, reported))
    if (occasion := _on_occasion(rest, now, calendar)) is not None:
        return replace(order, due=occasion.due, due_words=_cut_day(rest, occasion.span))
    return _on_day(order, rest, now, calendar)


def _on_day(order: Directive, rest: Rest, now: datetime, calendar: Workday | None) -> Directive:
    left = rest.left()
    left = say.NAMED_DAYS.sub(lambda name: "." * len(name[0]), fold(left)) if _names_day(left) else left
    found = find_date(left, now, calendar=calendar)
    if found is None:
        found = find_date(left, now, calendar=calendar, expected=True)
        if not (isinstance(found, DateReading) and found.modifier in say.WITHIN):
            return _as_told(order, rest, found, now, calendar)
    found = not_into(found, left, calendar) if isinstance(found, DateReading) else found
    if isinstance(found, DateReading) and is_over(found, left, now.date()):
        return replace(order, due_words=_cut_day(rest, found.span))
    if isinstance(found, DateReading) and is_some_time_after(found):
        days = days_after(found, calendar)
        return replace(order, days=days, at=_hour(found), due_words=_said(rest, found))
    if isinstance(found, DateReading) and (day := due_day(found, calendar)) >= now.date():
        said = _cut_day(rest, found.span)
        return replace(order, due=day, at=found.time or in_the_morning(said), due_words=said)
    return _as_told(order, rest, found, now, calendar)


def _as_told(
    order: Directive,
    rest: Rest,
    found: DateReading | DateDoubt | None,
    now: datetime,
    calendar: Workday | None,
) -> Directive:
    """By the day of the clause that hands something in; else the days that may be meant."""
    if not isinstance(found, DateReading) or due_day(found, calendar) >= now.date():
        told = due_told(rest.left(), now, calendar)
        if told.due is not None:
            if (at := day_at_end(rest.left(), told.words)) is not None:
                _cut_day(rest, at)
            return replace(order, due=told.due, at=told.at, due_words=told.words)
    days = days_of(found, now.date(), calendar)
    if found is None:
        told = due_told(rest.left(), now, calendar)
        return replace(order, days=told.days, at=told.at, due_words=told.words)
    return replace(order, days=days, at=_hour(found), due_words=_said(rest, found))


def _on_occasion(rest: Rest, now: datetime, calendar: Workday | None) -> DateReading | None:
    """The day of "trước ngày khai giảng 5/9", unless it is over."""
    left = rest.left()
    said = _OCCASION.search(fold(left))
    found = find_date(said["day"], now, calendar=calendar, expected=True) if said else None
    if said is None or not isinstance(found, DateReading) or is_over(found, said["day"], now.date()):
        return None
    return replace(found, span=said.span()) if found.due >= now.date() else None


def _hour(found: DateReading | DateDoubt | None) -> time | None:
    """The hour that was said with a day that is to be chosen."""
    return found.time if isinstance(found, DateReading) else None


def _cut_no_due(rest: Rest) -> bool:
    for place in range(rest.start, len(rest.words)):
        if size := phrase_at(rest.words, place, say.NO_DUE):
            rest.cut_words(place, place + size)
            return True
    return False


def _coming_back(order: Directive, rest: Rest, found: Recurring) -> Directive:
    said = _cut_day(rest, found.day_at) if found.day_at else ""
    rest.cut += found.marks
    return with_recurring(replace(order, due_words=said), found)


def _names_day(text: str) -> bool:
    return say.NAMED_DAYS.search(fold(text)) is not None


def _said(rest: Rest, found: DateReading | DateDoubt | None) -> str:
    return rest.text[slice(*found.span)].strip(EDGE) if found else ""


def _cut_day(rest: Rest, span: tuple[int, int]) -> str:
    """Cut the day with the words that lead to it; return how it was said."""
    start, end = span
    for word in reversed([one for one in rest.words[rest.start :] if one.end <= span[0]]):
        if word.typed not in say.TO_DAY or rest.text[word.end : start].strip():
            break
        start = word.start
    start = max(day_begins(rest.text, start), rest.begins)
    rest.cut.append((start, end))
    return rest.text[start:end].strip(EDGE)
