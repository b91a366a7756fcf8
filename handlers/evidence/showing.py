"""/minhchung: the photos and files of a task themselves."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import PurePath

from bot.domain.reading.words import fold
from db import evidence
from db.item_view import ItemView
from db.models import Evidence
from handlers import finding, rights
from handlers.deciding import completion, registry
from handlers.evidence.arrived import place
from handlers.evidence.taking import OFFERED
from handlers.standings.plan_year import back_for
from handlers.subject import take_item
from handlers.texts import common
from handlers.texts import evidence as texts
from handlers.turn import Reply, Turn, UserError

MOST = 10
"""Sent at once; the newest."""


def show(turn: Turn) -> Sequence[Reply]:
    """/minhchung <nhiệm vụ>: the photos and files themselves."""
    if texts.BARE.fullmatch(fold(finding.without_codes(turn.words))):
        codes = finding.codes_in(turn.words)
        if not codes:
            return _of_results(turn)
        turn.words = codes[0]
        _to_last_year(turn, codes[0])
    item, _rest = take_item(turn, "minhchung")
    if item is None:
        raise UserError(common.nothing_found(turn.words))
    decides = turn.person in rights.deciders(turn.ward, item)
    if not decides and not rights.within_reach(turn.ward, turn.person, item):
        raise UserError(texts.out_of_reach(item))
    rows = evidence.of_item(turn.session, item.id)
    if not rows:
        return [Reply(texts.nothing(item), items=(item.key,))]
    shown = rows[-MOST:]
    first = len(rows) - len(shown) + 1
    return [_sent(turn, item, row, first + place, len(rows)) for place, row in enumerate(shown)]


def _to_last_year(turn: Turn, code: str) -> None:
    """A finished task that did not go over when the year turned has its code in last year's plan."""
    before = [one for one in turn.ward.earlier.values() if finding.has_code(one, code)]
    if before and finding.by_code(turn.ward, code) is None:
        back_for(turn, before[0].id)


def is_asked(turn: Turn, words: str) -> bool:
    """ "Minh chứng …" and "xem ảnh, tệp NV-007"; not "xem anh Sơn làm đến đâu"."""
    if not fold(turn.words).startswith("xem"):
        return True
    return texts.BARE.fullmatch(fold(finding.without_codes(words))) is not None


def _of_results(turn: Turn) -> Sequence[Reply]:
    """Without a name: of the one result with photos or files that waits for this person's word."""
    mine = registry.waiting_for(turn.session, turn.ward, turn.person)
    items = {one.item.id: one.item for one in mine if one.mark == completion.MARK}
    kept = [items[key] for key in evidence.counted(turn.session, list(items))]
    if not kept:
        return [Reply(texts.usage())]
    if len(kept) > 1:
        return [finding.which(kept[:OFFERED], "minhchung")]
    turn.words = kept[0].key
    return show(turn)


def _sent(turn: Turn, item: ItemView, row: Evidence, number: int, total: int) -> Reply:
    """A copy under a name that says what it is."""
    name = f"{item.key}-{number:02d}{PurePath(row.name).suffix.lower() or '.jpg'}"
    copy = turn.out / "minh-chung" / str(row.sha256)[:12] / name
    original = place(turn.files, str(row.sha256))
    text = texts.caption(item, row, number, total, turn.ward.who(row.person_id))
    if not original.exists():
        return Reply(texts.missing(text), items=(item.key,))
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(original, copy)
    return Reply(text, document=copy, items=(item.key,))
