"""A difficulty told beside a figure: whose it is, of several items in one line, and in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers import rights
from handlers.doubting.kept import NUMBERS
from handlers.obstacles import obstacle
from handlers.obstacles.trouble import items_told, of_another, of_nobody, words
from handlers.obstacles.trouble_lines import of_whom, telling
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import record_obstacle
from handlers.reporting.speaking import owner_spoken_for
from handlers.texts.obstacles.obstacle import SAYS_NOTHING
from handlers.texts.reporting import said as texts
from handlers.turn import Turn, UserError

_IS_HINDERED = re.compile(r"(?:con |van |hien )?dang (?:con |bi |gap )?(?:vuong|ket|kho khan|tro ngai)\b")


def only(reading: Reading) -> Reading:
    """ "Đang vướng chưa có mẫu" tells what hinders, and no state beside it."""
    if "obstacle" in reading.also and _IS_HINDERED.match(fold(reading.words)):
        return replace(reading, kind="obstacle", status=None, also=())
    return reading


def take_another(turn: Turn, reading: Reading, item: ItemView, outcome: Outcome) -> None:
    """Record what hinders another item than the one whose figure stands behind it, where there is one."""
    found = of_another(turn, reading, item)
    if found is None:
        return
    other, said = found
    outcome.items.append(other.key)
    try:
        owner = owner_spoken_for(turn, other, texts.not_own_item)
    except UserError as error:
        outcome.said.append(error.text)
        return
    told = replace(reading, kind="obstacle", item=other.key, words=said, also=(), doubts=())
    record(turn, told, other, owner, outcome)


def at_once(turn: Turn, reading: Reading, outcome: Outcome) -> None:
    """Record what hinders beside a figure that is asked about: it needs no answer, and none may come.

    Whether the figure is the item's at all may be what is asked; then only what hinders another is sure.
    """
    item = turn.ward.items.get(reading.item or "")
    if item is None or reading.kind not in NUMBERS:
        return
    take_another(turn, reading, item, outcome)
    own = all(one.item == item.key for doubt in reading.doubts for one in doubt.candidates)
    said = words(turn, reading, item) if own and reading.named else None
    told = replace(reading, kind="obstacle", words=said or "", also=(), doubts=())
    if said and not SAYS_NOTHING.fullmatch(fold(said)):
        record(turn, told, item, owner_spoken_for(turn, item, texts.not_own_item), outcome)


def ask_whose(turn: Turn, outcome: Outcome, apart: Sequence[str] = ()) -> list[str]:
    """Ask of which item that is what stands apart from the figures of several; return what is so told.

    `apart` are lines of their own, which are of the item where only one is told of.
    """
    known = [one.obstacle.words for one in outcome.recorded if one.obstacle is not None]
    told = [said for said in [*telling(apart), *of_nobody(turn)] if not any(said in words for words in known)]
    replied_to = turn.context_items if turn.message.reply_to and len(turn.context_items) == 1 else ()
    items = [turn.ward.items[key] for key in items_told(turn) or replied_to if key in turn.ward.items]
    own = [item for item in items if rights.may_speak(turn.ward, turn.person, item)]
    left = [said for said in told if not _is_of_one(turn, said, own, outcome, alone=len(items) == 1)]
    if left:
        words = "; ".join(left)
        called = [turn.ward.items[key] for key in of_whom(turn, words) if key in turn.ward.items]
        own += [one for one in called if one not in own and rights.may_speak(turn.ward, turn.person, one)]
        outcome.beside += obstacle.whose(turn, words, own or turn.ward.duties(turn.person.id))
    return [*(line for words in known for line in words.split("; ")), *told, *apart]


def _is_of_one(turn: Turn, said: str, items: Sequence[ItemView], outcome: Outcome, *, alone: bool) -> bool:
    """True for what hinders one item for certain, the only one told of or the one it names: recorded."""
    of = [item for item in items if alone or item.key in of_whom(turn, said)]
    if len(of) != 1:
        return False
    told = Reading("obstacle", of[0].key, words=said)
    record(turn, told, of[0], owner_spoken_for(turn, of[0], texts.not_own_item), outcome)
    return True


def record(turn: Turn, told: Reading, item: ItemView, owner: PersonView, outcome: Outcome) -> None:
    """Record it, unless it was while the figure was asked about, which is answered now."""
    recorded = record_obstacle(turn, told, item, owner)
    answered = turn.question is not None and turn.question.answer is not None
    if not (recorded.known and answered):
        outcome.recorded.append(recorded)
