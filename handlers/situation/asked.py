"""What leaders and the clerk ask in whole sentences: what is late, what is in danger, a period's report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.periods import Period
from bot.domain.reading.words import fold
from handlers import help, rights  # noqa: A004 - the handler of /trogiup, named like the others
from handlers.pressing import missing
from handlers.situation import (
    asked_of,
    by_topic,
    command,
    earlier,
    explained_list,
    given,
    in_charge,
    lists,
    narrowest,
    of_many,
    of_several,
    periods,
    reached,
    somebody,
    summary,
)
from handlers.situation.parts import of_own_unit, part_named, several_named
from handlers.standings.standing import standings
from handlers.subject import single
from handlers.texts.periods import period_words
from handlers.texts.reporting.said import sample_now
from handlers.texts.situation import asked as texts
from handlers.texts.situation import in_charge as in_charge_texts
from handlers.texts.situation import of_several as several_texts
from handlers.texts.situation import screen as screen_texts
from handlers.texts.situation import summary as summary_texts
from handlers.turn import Reply, Turn

LONGEST = 200
"""Letters; what is longer asks no such question, and is not looked through."""
Answer = Callable[[Turn], Sequence[Reply]]


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """None when the words are no such question."""
    if (answer := meant(turn)) is not None:
        return in_passing(turn, answer(turn))
    if (answer := by_topic.meant(turn)) is not None:
        return in_passing(turn, answer(turn))
    if (answer := narrowest.meant(turn)) is not None:
        return in_passing(turn, answer(turn))
    if (named := somebody.asked_about(turn)) is not None:
        names = somebody.all_named(turn, turn.words)
        return in_passing(turn, asked_of.about_all(turn, names if named in names else [named]))
    return somebody.out_of_reach(turn)


def in_passing(turn: Turn, replies: Sequence[Reply]) -> Sequence[Reply]:
    """Without choices of their own while a question is open: their numbers would push it out."""
    if turn.question is None or turn.question.closed_at is not None:
        return replies
    return [one if one.ask is not None else replace(one, choices=()) for one in replies]


def _part_asked_about(turn: Turn) -> str | None:
    """ "Phòng VH-XH thế nào rồi": the unit, person or field; None for what is the name of an item."""
    said = of_own_unit(turn.ward, turn.person, turn.words.strip())
    asked = texts.PART.fullmatch(fold(said).rstrip(" .?!"))
    named = said[slice(*asked.span("part"))] if asked else ""
    bare = texts.INDICATORS_OF.match(fold(named))
    if bare and part_named(turn.ward, named[bare.end() :]):
        return named[bare.end() :]
    found = turn.ward.catalogue.find(named)
    is_item = found.sure is not None and not found.guessed
    is_item = is_item and not (in_charge_texts.OF_FIELD.match(fold(named)) and part_named(turn.ward, named))
    known = part_named(turn.ward, named) or several_named(turn.ward, named)
    return named if named and not is_item and known else None


def _period_asked_about(turn: Turn) -> Period | None:
    """ "Quý 3 thế nào", "kết quả tháng 10": the whole ward, unless the first is said of an item spoken of."""
    folded = fold(turn.words)
    of_item = single(turn) is not None and not several_texts.OF_ALL.match(folded)
    if of_item or not several_texts.ASKS.search(folded):
        return None
    named, rest = periods.several(turn, turn.words.strip(" .?!"))
    whole = several_texts.AROUND | {"dat"}
    return named[0] if len(named) == 1 and whole.issuperset(fold(rest).split()) else None


def _demanded(turn: Turn) -> str | None:
    """ "Báo cáo tình hình tuần": the period, or the part of the ward; None for what may be a report."""
    said = turn.words.strip(" .?!")
    asked = texts.DEMANDS.match(fold(said))
    if asked is None:
        return None
    rest = said[asked.end() :].strip(texts.AROUND)
    bare = texts.CLOSING.sub("", screen_texts.without_length(rest)).strip()
    rest = rest[: len(bare)] if fold(rest).startswith(bare) else rest
    rest = "" if bare in command.ALL else rest
    known = periods.running(turn, rest) or periods.period_in(turn, bare) or part_named(turn.ward, rest)
    return rest if not rest or known else None


def _of_part(turn: Turn, named: str) -> Sequence[Reply]:
    turn.words = named
    return command.show(turn)


def _where_to_send(turn: Turn) -> Sequence[Reply]:
    own = standings(turn.session, turn.now, turn.office, turn.ward, turn.ward.duties(turn.person.id)).values()
    awaited = [one for one in own if not one.reported] or list(own)
    return [Reply(texts.where_to_send(sample_now(awaited[0]) if awaited else ""))]


def meant(turn: Turn) -> Answer | None:
    """What answers the words; None when they are no such question, or name an item."""
    if len(turn.words) > LONGEST:
        return None
    for look in (
        _hot,
        reached.meant,
        _list,
        of_many.meant,
        earlier.meant,
        of_several.meant,
        in_charge.meant,
        _of_ward,
        asked_of.meant,
        _of_self,
        _file,
    ):
        if (answer := look(turn)) is not None:
            return answer
    return None


def _folded(turn: Turn) -> str:
    return fold(turn.words).strip(" .?!")


def _hot(turn: Turn) -> Answer | None:
    if not rights.may(turn.person, "situation"):
        return None
    folded, reports = _folded(turn), turn.ward.duties(turn.person.id)
    brief = not reports and texts.BRIEF.search(folded) and not somebody.all_named(turn, turn.words)
    return command.of_ward if brief or texts.HOT.fullmatch(folded) else None


def _list(turn: Turn) -> Answer | None:
    return lists.asked_for(turn, turn.words)


def _of_ward(turn: Turn) -> Answer | None:
    folded = _folded(turn)
    if texts.GIVEN.fullmatch(folded) and rights.may(turn.person, "directive_in_words"):
        return given.show
    if not rights.may(turn.person, "situation"):
        return None
    if texts.EXPLANATIONS.fullmatch(folded):
        return explained_list.show
    latest = texts.LATEST.fullmatch(folded)
    if latest is not None and latest["period"]:
        return of_many.counts
    if (latest or texts.MISSING.fullmatch(folded)) and rights.may(turn.person, "missing"):
        return _missing
    if texts.WARD.fullmatch(folded):
        return command.of_ward
    if (period := _period_asked_about(turn)) is not None:
        return partial(_of_part, named=period_words(period.key))
    if (part := _demanded(turn)) is not None:
        return partial(_of_part, named=part)
    named = _part_asked_about(turn)
    return partial(_of_part, named=named) if named else None


def _missing(turn: Turn) -> Sequence[Reply]:
    turn.words = ""
    return missing.show(turn)


def _of_self(turn: Turn) -> Answer | None:
    folded = _folded(turn)
    if texts.WHERE_TO.fullmatch(folded) and rights.may(turn.person, "report"):
        return _where_to_send
    return help.show if texts.HOW.fullmatch(folded) else None


def _file(turn: Turn) -> Answer | None:
    """The summary of a period, however it is asked for."""
    folded = _folded(turn)
    if not rights.may(turn.person, "summary"):
        return None
    if texts.WHOLE_OF_IT.fullmatch(folded):
        return partial(_summary, words=summary_texts.WHOLE_WORDS, as_word=False)
    asked = texts.SUMMARY.match(folded)
    if asked is None:
        return None
    rest = texts.AROUND_PERIOD.sub("", folded[asked.end() :]).strip()
    if rest and periods.period_in(turn, rest) is None and len(periods.several(turn, rest)[0]) < 2:
        return None
    return partial(_summary, words=rest, as_word="word" in folded.split())


def _summary(turn: Turn, words: str, *, as_word: bool) -> Sequence[Reply]:
    """The summary of a period; a Word file is not made, which is said."""
    first, *others = summary.several(turn, words) or summary.show_of(turn, words)
    return [replace(first, text=f"{texts.no_word_file()}\n{first.text}") if as_word else first, *others]
