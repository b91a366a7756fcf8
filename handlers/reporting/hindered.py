"""A difficulty told beside a figure: whose it is, of several items in one line, and in which words."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.reading.model import Reading
from bot.domain.reading.words import fold, tokenise
from db.item_view import ItemView
from db.ward_view import PersonView
from handlers.reporting.figure_row import line_of
from handlers.reporting.hearing import heard
from handlers.reporting.kept import NUMBERS
from handlers.reporting.outcome import Outcome
from handlers.reporting.recording import record_obstacle
from handlers.reporting.speaking import owner_spoken_for
from handlers.texts import report as texts
from handlers.texts.obstacle import SAYS_NOTHING
from handlers.turn import Turn, UserError

_VUONG = re.compile(r"(?<!khong )(?<!het )(?<!ko )\bvuong\b")
_BEGINS_ANEW = re.compile(r"[,;.]\s*(?:(?:va|con|rieng) )?$|\b(?:va|con|rieng) $")
_AROUND = " ,.;:-–"
_PAUSE = re.compile(r"[,;\n]\s|[,;\n](?!\d)")
_IS_HINDERED = re.compile(r"(?:con |van |hien )?dang (?:con |bi |gap )?(?:vuong|ket|kho khan|tro ngai)\b")


def words(turn: Turn, reading: Reading, item: ItemView) -> str | None:
    """What stands in the way of the item, as it was typed; None where nothing does.

    "Vướng" belongs to what was named last before it: in "nv021 vướng kinh phí, bhyt 99,8" to the task.
    """
    line = line_of(turn.words, reading)
    folded = fold(line)
    if _VUONG.search(folded) is None or of_another(turn, reading, item) is not None:
        return None
    tokens = tokenise(folded)
    named = [
        (tokens[one.start].start, item.key in one.keys)
        for one in turn.ward.whole_catalogue.mentions(tokens, folded)
    ]
    for said in _VUONG.finditer(folded):
        before = [(start, own) for start, own in named if start < said.start()]
        if not before or before[-1][1] or (reading.named and len(named) == 1):
            begins = before[-1][0] if before and len(named) > 1 else 0
            after = (start for start, own in named if start > said.end() and not own)
            ends = next((start for start in after if _BEGINS_ANEW.search(folded[:start])), len(line))
            return line[begins:ends].rstrip(_AROUND)
    return None


def of_another(turn: Turn, reading: Reading, item: ItemView) -> tuple[ItemView, str] | None:
    """Another item that a word in front of "vướng" calls, and what hinders it; None where none does.

    "Camera vướng mặt bằng, thu ngân sách 1 tỷ" hinders what has a camera in its name.
    """
    line = line_of(turn.words, reading)
    folded = fold(line)
    said = _VUONG.search(folded)
    ends = next((at.start() for at in _PAUSE.finditer(folded) if said and at.start() > said.end()), None)
    if said is None or ends is None:
        return None
    begins = max((at.end() for at in _PAUSE.finditer(folded) if at.end() <= said.start()), default=0)
    found = turn.ward.catalogue.find(line[begins : said.start()]).items
    keys = {one.key for one in found}
    if len(keys) != 1 or not keys.isdisjoint({item.key, *(one.item for one in heard(turn))}):
        return None
    return turn.ward.items[keys.pop()], line[begins:ends].strip(_AROUND)


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


def record(turn: Turn, told: Reading, item: ItemView, owner: PersonView, outcome: Outcome) -> None:
    """Record it, unless it was while the figure was asked about, which is answered now."""
    recorded = record_obstacle(turn, told, item, owner)
    answered = turn.question is not None and turn.question.answer is not None
    if not (recorded.known and answered):
        outcome.recorded.append(recorded)
