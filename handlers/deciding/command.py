"""/duyet, and decisions in words: which request is meant, then its kind carries the verdict out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading import read
from bot.domain.reading.dates import find_date, read_period
from bot.domain.reading.model import Context
from bot.domain.reading.words import fold
from bot.domain.reasons import judged
from db import outbox, people
from db.item_view import ItemView
from db.models import Question
from handlers import finding, reasoned
from handlers.deciding import freely, freely_said, together
from handlers.deciding.freely_said import other_day, verdict_in
from handlers.deciding.registry import KINDS, by_decider, counted, find, kind_of
from handlers.deciding.request import Request
from handlers.deciding.verdicts import SHOWN, check, choose, decide, decide_one, get, mine, one_of, with_rest
from handlers.standings.plan_year import in_plan_of
from handlers.texts.deciding import freely as freely_texts
from handlers.texts.deciding import together as together_texts
from handlers.texts.deciding import waiting as texts
from handlers.turn import Reply, Turn, UserError

CONSENTS = frozenset({texts.AGREE, texts.CONFIRM})


def show(turn: Turn) -> Sequence[Reply]:
    """/duyet lists what waits for this person; with a request's reference or item: shows or decides it."""
    first, _, rest = turn.words.partition(" ")
    if not first:
        return _listed(turn)
    if first.startswith("#"):
        request = find(turn.session, turn.ward, first[1:])
        if request is None:
            raise UserError(texts.unknown())
        return _about(turn, request, rest)
    if texts.ALL.fullmatch(fold(turn.words).strip(" .!")):
        return _decide_all(turn, texts.AGREE, mine(turn)) or _listed(turn)
    said = typed(turn)
    return said if said is not None else _listed(turn)


def _of_others(turn: Turn) -> list[str]:
    """For the clerk, who decides on no extension: what waits for whom."""
    if not turn.person.has("clerk"):
        return []
    rows = by_decider(turn.session, turn.ward, people.reachable(turn.session, turn.ward.id))
    each = [(turn.ward.people[key], counted(found)) for key, found in rows.items()]
    return [texts.waits_for_each(turn.person, [], each)] if each else []


def _listed(turn: Turn) -> Sequence[Reply]:
    found = mine(turn)
    if not found:
        return [Reply("\n".join([texts.nothing_waits(turn.person), *_of_others(turn)]))]
    if len(found) == 1:
        return [_shown(turn, found[0])]
    lines = [kind_of(one).line(turn.session, turn.ward, one) for one in found[:SHOWN]]
    return [Reply(texts.waiting(lines, counted(found)), choices=choose(turn, found))]


def _shown(turn: Turn, request: Request) -> Reply:
    with in_plan_of(turn, request.item):
        return kind_of(request).letter(turn, request, turn.person)


def _about(turn: Turn, request: Request, words: str) -> Sequence[Reply]:
    """Decide on one request, or show it again."""
    check(turn, request)
    verdict, rest = verdict_in(words)
    if verdict is None and request.open:
        return [_shown(turn, request)]
    return decide(turn, request, verdict or texts.AGREE, rest)


# --- in words ----------------------------------------------------------------------------------------


def typed(turn: Turn) -> Sequence[Reply] | None:
    """A decision in words; None when the text is none, or nothing that it fits waits for this person."""
    said = _together(turn)
    if said is None:
        said = freely_said.in_words(turn)
    if said is not None:
        return said
    verdict, words = verdict_in(turn.words)
    if verdict is None:
        return _nodded(turn)
    named, left = _named(turn, words)
    found = [one for one in named or mine(turn) if verdict in kind_of(one).UNDERSTOOD]
    found, left = _of_period(turn, found, left)
    if found and not named and verdict in CONSENTS and texts.ALL.fullmatch(fold(words).strip(" .!")):
        return _decide_all(turn, verdict, found)
    if not found:
        if verdict == texts.UNTIL and not named and (other := other_day(turn, words)) is not None:
            return other
        return [Reply(texts.nothing_waits(turn.person))] if _is_bare(verdict, words) else None
    if not named and verdict != texts.UNTIL and freely.names_another(turn, left, found):
        return [Reply(freely_texts.asked_by_nobody(), choices=choose(turn, found))]
    if verdict == texts.UNTIL and not named and turn.ward.catalogue.find(words).items:
        return None
    return one_of(turn, found, verdict, left)


def _of_period(turn: Turn, found: list[Request], words: str) -> tuple[list[Request], str]:
    """Of figures those of the period that "xác nhận tháng 11" names, and the words without it."""
    period = read_period(words, turn.now) if any(one.period for one in found) else None
    if period is None:
        return found, words
    start, end = period.span
    opens = not words[:start].strip(texts.AFTER) or fold(words[:start]).strip(texts.AFTER) in {"ky", "cua"}
    rest = words[end:].strip(texts.AFTER) if opens else words
    return [one for one in found if one.period in {"", period.key}], rest


def _nodded(turn: Turn) -> Sequence[Reply] | None:
    """ "Ok", "được", "không", "chưa được, còn 2 hộ", when a request was the last thing said here; of several
    it is asked which."""
    lacking = texts.not_yet_in(turn.words)
    verdict = texts.nod_in(turn.words) or (texts.REFUSE if lacking is not None else None)
    if verdict is None:
        return None
    replied = _replied_to(turn)
    below = turn.question.choices[0][1] if turn.question and turn.question.choices else ""
    found = [one for one in replied or mine(turn) if one.open and verdict in kind_of(one).UNDERSTOOD]
    if not found or not (replied or any(str(below).startswith(f"/duyet #{one.ref} ") for one in found)):
        # "Không được" after something else was said is no report: what waits is shown again.
        free = turn.question is None or turn.question.closed_at is not None
        refuses = verdict == texts.REFUSE and " " in turn.words.strip() and not lacking
        return _listed(turn) if found and free and refuses else None
    return one_of(turn, found, verdict, lacking or "")


def _decide_all(turn: Turn, verdict: str, found: Sequence[Request]) -> list[Reply]:
    """Consent to each; what lacks something still waits afterwards, and is counted. Empty: none waits."""
    receipts: list[Reply] = []
    letters: list[Reply] = []
    for one in found:
        first, *others = decide_one(turn, one, verdict, "")
        if not get(turn, one.ref).open:
            receipts.append(first)
            letters += others
    if not receipts:
        return [Reply(texts.none_at_once(turn.person), choices=choose(turn, found))] if found else []
    left = mine(turn)
    said = [one.text for one in receipts] + ([texts.left(counted(left))] if left else [])
    return [Reply("\n".join(said), items=tuple(key for one in receipts for key in one.items)), *letters]


def _together(turn: Turn) -> Sequence[Reply] | None:
    """ "Đồng ý hết, trừ NV-007": each as it is said; None for words about one request."""
    waiting = mine(turn)
    try:
        decided = together.decisions(turn, waiting)
    except together.UnclearError:
        return [Reply(together_texts.one_by_one(turn.person), choices=choose(turn, waiting))]
    if decided is None:
        return None
    agreed = [one for one in waiting if decided.get(one.ref) == texts.AGREE]
    refused = [one for one in waiting if decided.get(one.ref) == texts.REFUSE]
    said = list(_decide_all(turn, texts.AGREE, agreed)) if agreed else []
    if len(refused) == 1:
        return [*said, *decide(turn, refused[0], texts.REFUSE, "")]
    if refused:
        said.append(Reply(together_texts.one_by_one(turn.person), choices=choose(turn, refused)))
    return said or [Reply(texts.left(counted(waiting)))]


def _is_bare(verdict: str, words: str) -> bool:
    """True for a verdict and nothing else: it can only have meant a request."""
    return verdict != texts.UNTIL and (not words or words.startswith("#"))


def _named(turn: Turn, words: str) -> tuple[list[Request], str]:
    """The requests that the words or the message replied to are about, and the words without the item.

    What waits; else the last one decided, so that a second decision is told so.
    """
    first, _, rest = words.partition(" ")
    item, earlier = finding.by_code(turn.ward, first), _of_earlier(turn, first)
    if item is not None or earlier:
        about = _about_item(turn, item) if item is not None else []
        return [*(one for one in about if one.open or not earlier), *earlier], rest.strip(texts.AFTER)
    found = turn.ward.catalogue.find(words)
    waiting = {key for one in mine(turn) for key in one.keys}
    if len(found.items) == 1 and found.items[0].key in waiting:
        start, end = found.span
        left = f"{words[:start]} {words[end:]}".strip(texts.AFTER)
        return _about_item(turn, turn.ward.items[found.items[0].key]), left
    return _replied_to(turn), words


def _of_earlier(turn: Turn, code: str) -> list[Request]:
    """What waits of an item that had this code in last year's plan."""
    coded = {one.id for one in turn.ward.earlier.values() if finding.has_code(one, code)}
    return [one for one in mine(turn) if one.item.id in coded] if coded else []


def _replied_to(turn: Turn) -> list[Request]:
    address, reply_to = turn.message.address, turn.message.reply_to
    keys = outbox.about(turn.session, address.account, address.chat, reply_to) if reply_to else []
    known = len(keys) == 1 and keys[0] in turn.ward.items
    return _about_item(turn, turn.ward.items[keys[0]]) if known else []


def _about_item(turn: Turn, item: ItemView) -> list[Request]:
    found = [one for kind in KINDS for one in kind.about(turn.session, turn.ward, item)]
    decided = sorted((one for one in found if not one.open), key=lambda one: one.since)
    return [one for one in found if one.open] or decided[-1:]


# --- answers to what was asked -----------------------------------------------------------------------


def answer(turn: Turn, question: Question, place: int) -> Sequence[Reply]:
    """A choice was picked: which request was meant, or what its kind asked."""
    payload = question.payload
    if len(payload["requests"]) > 1:
        request = get(turn, payload["requests"][place - 1])
        return decide(turn, request, payload["verdict"], payload["words"])
    request = get(turn, payload["requests"][0])
    check(turn, request)
    data = str(question.choices[place - 1][1])
    with in_plan_of(turn, request.item):
        said = kind_of(request).picked(turn, request, payload, data)
    return with_rest(turn, request, said)


def answer_words(turn: Turn, question: Question) -> Sequence[Reply] | None:
    """What a kind asked was answered in words; None when the text is something else."""
    refs = question.payload["requests"]
    if len(refs) > 1 or _is_beside(turn):
        return None
    if (said := freely_said.in_words(turn)) is not None:
        question.closed_at = turn.now
        return said
    verdict, words = verdict_in(turn.words)
    if verdict is not None and _named(turn, words)[0]:
        question.closed_at = turn.now
        return typed(turn)
    request = get(turn, refs[0])
    check(turn, request)
    if verdict is None and not (_awaits_day(question) and _names_day(turn)):
        weighed = reasoned.weigh(turn, turn.words, opinion=True)
        if not weighed.is_reason:
            return weighed.replies
    with in_plan_of(turn, request.item):
        said = kind_of(request).answered(turn, request, question.payload)
    if said is None:
        return None
    question.closed_at = turn.now
    return with_rest(turn, request, said)


def _awaits_day(question: Question) -> bool:
    """True where the day is asked for, and not an opinion."""
    payload = question.payload
    return payload.get("verdict") == texts.UNTIL or bool(payload.get("reason"))


def _names_day(turn: Turn) -> bool:
    return find_date(turn.words, turn.now, expected=True) is not None


def _is_beside(turn: Turn) -> bool:
    """True for a question or a greeting: no decision, and no opinion either; "mưa đã hết" gives a cause."""
    readings = read(turn.words, turn.ward.catalogue, Context(now=turn.now))
    kinds = {one.kind for one in readings}
    if kinds == {"greeting"}:
        return verdict_in(turn.words)[0] is None and judged(turn.words) != "reason"
    return "question" in kinds
