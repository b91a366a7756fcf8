"""Words beside a name that tell of it, without a word of state that is known: "nv54 trực đủ"."""

from __future__ import annotations

from bot.domain.reading.naming.merging import SEPARATORS
from bot.domain.reading.part import Part
from bot.domain.reading.vocabulary.courtesy import ADDRESSED, SPEAKERS
from bot.domain.reading.vocabulary.fillers import POLITE
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import words_of

WORDS = "words beside a task"
"""The rule of what only words tell: they are kept, and nothing is done or undone by them."""
_ASKED_FOR = frozenset(
    listed(
        """
        tien | do | han | nop | noi | dung | chi | tiet | tinh | hinh | ket | qua | thong | tin | phu |
        trach | can | cu | lich | su | so | lieu | bao | cao | yeu | cau | san | pham | moc | gi | nao |
        sao | dau | may | bao | nhieu | the | ai | xem | hoi | la | cua | ve | cho | biet
        """
    )
)
"""Folded words that ask for what an item's card shows."""
_ASKING = frozenset(
    ("xem", "hoi", "nhac", "giao", "huy", "sua", "xoa", "mo", "tam", "chuyen", "doi", "nho", "giup", "can")
)
_POINTING = frozenset(("nay", "kia", "do", "day", "di", "voi", "luon", "nua", "thi", "ma"))
_NOTHING = POLITE | SPEAKERS | ADDRESSED | _POINTING
_FRONT = _NOTHING | {"bao", "cao", "gui", "kinh", "thua", "va", ",", ":", ";", ".", "-", "+", "\n"}
_TELLING = 2
"""So many words at least tell something of a task that is called by its name."""


def tells(part: Part) -> bool:
    """Tell "nv54 trực đủ", "tuần tra thường xuyên" from "nv54", "nv54 tiến độ", "nv54 trực sẵn sàng"."""
    mention = part.segment.mention
    if mention is None or not _FRONT.issuperset(part.found.words(part.start, mention.start)):
        return False  # "giao nv20 cho anh Sơn"
    rest = [t.text for t in part.found.tokens[behind_name(part) : part.end] if t.is_word]
    said = [word for word in rest if word not in _NOTHING]
    if len(part.keys) == 1 and (not said or said[0] in _ASKING or _ASKED_FOR.issuperset(said)):
        return False
    if mention.strength == "code":
        return not any(_is_named(part, key, rest) for key in part.keys)
    if part.context.own.isdisjoint(part.keys):
        return False
    if len(part.keys) > 1:
        return _is_more_than_a_name(part)
    return len(said) >= _TELLING and not part.catalogue.every_word(part.keys[0]).issuperset(said)


def _is_more_than_a_name(part: Part) -> bool:
    """Tell "bchqs vững mạnh toàn diện", "lụt bão không thiệt hại" from "dân quân tự vệ" of two items."""
    said = [t.text for t in part.found.tokens[part.start : part.end] if t.is_word]
    return len(said) > _TELLING and not any(_is_named(part, key, said) for key in part.keys)


def _is_named(part: Part, key: str, rest: list[str]) -> bool:
    """Tell "nv54 trực sẵn sàng chiến đấu", which is only called, from "nv57 vững mạnh toàn diện"."""
    item = part.catalogue.items[key]
    names = (words_of(name) for name in (item.name, item.short_name, *item.aliases))
    return any(name[: len(rest)] == tuple(rest) for name in names)


def behind_name(part: Part) -> int:
    """Return the place behind the code, or behind the name: of "nv51 sdd" only "nv51" names the task."""
    mention, item = part.segment.mention, part.item
    if mention is None or item is None or mention.strength != "code":
        return mention.end if mention is not None else part.start
    code = next(
        (m for m in part.found.mentions if m.start == mention.start and m.strength == "code"), mention
    )
    names = (words_of(name) for name in (item.name, item.short_name, *item.aliases))
    said = tuple(word for word in part.found.words(code.end, mention.end) if word not in SEPARATORS)
    return mention.end if said in names else code.end
