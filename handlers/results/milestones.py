"""Intermediate dates of a task: reported by name or number, "NV-022 mốc 1 xong", "NV-022 xong dự thảo"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.words import fold
from db import figures
from db.item_view import ItemView, Milestone
from handlers import rights
from handlers.deciding import declined
from handlers.reporting.hearing import heard
from handlers.reporting.recording import record_milestone
from handlers.texts import evidence as evidence_texts
from handlers.texts.deciding import declined as declined_texts
from handlers.texts.numbers import short_day
from handlers.texts.results import task as texts
from handlers.turn import Reply, Turn, UserError

_NAMES = re.compile(r"\bmoc\b(?: so)?(?: (\d{1,2})\b(?![/.-]\d))?")
_DONE = re.compile(r"\b(?:xong|hoan thanh|dat|da trinh|da lam)\b")
_NOT = re.compile(r"\b(?:chua|khong|ko|sap|gan|chac|hua|hen|se|du kien|phan dau|cam ket|co gang|mai)\b")
_FINISHED = r"(?:lam )?(?:xong|hoan thanh|hoan tat)"
_PART = r"(?:(?:phan|buoc|khau|viec|cai) )*"
_OVER = re.compile(
    r"(?:nv[ -]?\d{1,4}[ ,:-]*)?(?:(?:da|vua|moi|bao cao|em|toi|minh) )*"
    rf"(?:{_FINISHED}[ :]+{_PART}(?P<behind>.+?)"
    rf"|{_PART}(?P<front>.+?)(?: (?:da|vua|moi|duoc|cung|thi))*[ :]+{_FINISHED}"
    r"|da (?P<act>.+?))"
    r"(?:,? (?:xong|roi|r|a|nhe|em|anh|chi|hom nay|hom qua|sang nay|chieu nay))*[ .!]*"
)
"""Folded words, the whole of what is said of a task: one of its dates by name is over."""


def in_words(turn: Turn) -> Sequence[Reply] | None:
    """ "NV-022 mốc dự thảo đã xong"; None when the text says something else."""
    item = _item(turn) if _NAMES.search(fold(turn.words)) else None
    if item is not None and {one.item for one in heard(turn)} - {item.key, None}:
        return None  # of several items each is taken by itself: in_line
    return in_line(turn, item, turn.words) if item is not None else None


def in_line(turn: Turn, item: ItemView, line: str) -> Sequence[Reply] | None:
    """The answer to a line about a task that says one of its dates to be reached, and letters; else None."""
    folded = fold(line)
    if not item.milestones or _NOT.search(folded):
        return None
    named = _NAMES.search(folded) if _DONE.search(folded) else None
    called = _called_over(item, folded) if named is None else None
    if named is None and called is None:
        return None
    told = figures.latest_progress(turn.session, [item.id], turn.now).get(item.id)
    if told is not None and told.state == "done":
        return None
    if not rights.may_speak(turn.ward, turn.person, item):
        raise UserError(evidence_texts.not_own(item, turn.ward.people.get(item.owner_id or 0)))
    left = open_stones(turn, item)
    stone = _meant(item, left, folded, named[1]) if named else called
    if called is not None and called not in left:
        return [Reply(texts.stone_reached_before(item, called.name), items=(item.key,))]
    if stone is None:
        said = texts.which_stone(item, [_said(item, one) for one in left])
        return [Reply(said, items=(item.key,))]
    gone_on = record_milestone(turn, item, stone.name, line)
    after = [_said(item, one) for one in left if one != stone]
    said = texts.stone_reached(item, stone.name, after)
    if gone_on is None:
        return [Reply(said, items=(item.key,))]
    said = f"{said}\n{declined_texts.waits_no_more(item)}"
    return [Reply(said, items=(item.key,)), *declined.gone_on(turn, [gone_on])]


def open_stones(turn: Turn, item: ItemView) -> list[Milestone]:
    """Those that nobody has said to be reached, the earliest first."""
    reached = figures.milestones_reached(turn.session, [item.id], turn.now).get(item.id, set())
    return [one for one in item.milestones if one.name not in reached]


def _item(turn: Turn) -> ItemView | None:
    found = [turn.ward.items[one.key] for one in turn.ward.catalogue.find(turn.words).items]
    if not found and len(turn.context_items) == 1:
        found = [turn.ward.items[key] for key in turn.context_items if key in turn.ward.items]
    return found[0] if len(found) == 1 and found[0].milestones else None


def _meant(item: ItemView, left: Sequence[Milestone], folded: str, number: str | None) -> Milestone | None:
    """By its number in the plan, by its name, or the only one that is open."""
    if number is not None:
        place = int(number)
        wanted = item.milestones[place - 1] if 1 <= place <= len(item.milestones) else None
        return wanted if wanted in left else None
    called = [one for one in left if fold(one.name) in folded or _on(one).search(folded)]
    if len(called) == 1:
        return called[0]
    return left[0] if len(left) == 1 and not called else None


def _called_over(item: ItemView, folded: str) -> Milestone | None:
    """ "Đã xong dự thảo", "họp tổ xong rồi", "đã họp tổ", and nothing besides."""
    said = _OVER.fullmatch(folded)
    name = said and (said["behind"] or said["front"] or said["act"])
    found = [one for one in item.milestones if fold(one.name) == name]
    return found[0] if len(found) == 1 else None


def _on(stone: Milestone) -> re.Pattern[str]:
    """ "20/11", "ngày 4.12": the day of a date stands for its name."""
    return re.compile(rf"(?<!\d)0?{stone.on.day}[/.-]0?{stone.on.month}(?!\d)")


def _said(item: ItemView, stone: Milestone) -> str:
    return f"{item.milestones.index(stone) + 1}. {stone.name} ({short_day(stone.on)})"
