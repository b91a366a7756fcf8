"""A photo or a file that an order came with: it goes with the order, and is a file of its task."""

from __future__ import annotations

from dataclasses import asdict, replace

from bot.domain.directives import says_no_object
from bot.domain.message import SentFile
from handlers.directives.draft import Draft
from handlers.evidence import taking as evidence
from handlers.texts.directives import letters as texts
from handlers.turn import Turn


def added(turn: Turn, draft: Draft) -> Draft:
    """The draft with what it came with; "giao anh Sơn xử lý" is then about what is to be seen there."""
    file = turn.message.file
    if file is None or evidence.refused_of(turn, file) is not None:
        return draft
    turn.file_taken = True
    bare = bool(draft.what) and says_no_object(draft.what)
    what = texts.as_seen(draft.what, file.kind) if bare else draft.what
    return replace(draft, what=what, files=(asdict(file),))


def keep(turn: Turn, draft: Draft, item_id: int) -> None:
    """The task that the order made has the files."""
    for one in draft.files:
        evidence.add(turn, item_id, SentFile(**one))
