"""Who is called by name anywhere in a message, told apart from words and places that are spelt alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.directives import vocabulary as say
from bot.domain.directives.model import Who
from bot.domain.directives.names import title_at
from bot.domain.directives.roster import Roster
from bot.domain.directives.words import Word, phrase_at, words_in

_STOPS = frozenset((".", "!", "?", ";", "\n", ":", "-", ","))
_PLACES = frozenset(
    ("duong", "pho", "cho", "truong", "hem", "khu", "cau", "tu", "ngo", "kenh", "nga", "ho", "phuong", "xa")
)
"""In front of a name that is a place's: "đường Hùng Vương", "ngã tư Sơn Tây"."""
_TYPED_PLACES = frozenset(
    (
        *("đường", "phố", "chợ", "trường", "hẻm", "khu", "cầu", "tư", "ngõ"),
        *("kênh", "ngã", "hồ", "phường", "xã"),
    )
)
"""The same as they are typed with marks: "cho Sơn", "từ Minh" lead to people."""


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is called, from word `start` (with his title) to word `end`."""

    who: Who
    start: int
    end: int


def called(text: str, roster: Roster, words: Sequence[Word] | None = None) -> Iterator[Called]:
    """Everybody whom a text calls: "anh Sơn", "Phòng VHXH", "Tuấn" with a capital letter.

    A bare name in small letters is as often another word ("lan", "mai"), a name between two others with
    capital letters a street's, "phối hợp" no Phòng.
    """
    words = words_in(text) if words is None else words
    place = 0
    while place < len(words):
        who = roster.who(words, place)
        title = title_at(words, place)
        if who is None or who.end <= place or (not title and phrase_at(words, place, say.DOING)):
            place += 1
            continue
        titled = title > 0 or who.unit is not None or who.end - place > 1
        if who.people and (titled or _is_named(text, words, place)):
            yield Called(who, place, who.end)
        place = who.end


def _is_named(text: str, words: Sequence[Word], place: int) -> bool:
    """True for a bare name typed as a name, and no part of a longer one."""
    if place == 0 and not any(one.marked for one in words) and text.islower():
        return words[0].text not in say.ALSO_WORDS and phrase_at(words, 1, say.DOING) > 0
    if not _capital(text, words, place) or _runs_on(text, words, place + 1):
        return False
    before = words[place - 1] if place else None
    opens = before is None or before.text in _STOPS
    if opens or before is None:
        return words[place].text not in say.ALSO_WORDS or (
            words[place].text == "minh" and _acts(words, place)
        )
    marked = any(one.marked for one in words)
    is_place = before.typed in _TYPED_PLACES if marked else before.text in _PLACES
    return not is_place and not (_capital(text, words, place - 1) and not _opens(words, place - 1))


def _acts(words: Sequence[Word], place: int) -> bool:
    if place + 1 < len(words) and words[place + 1].text in {"bao", "gui", "cho", "lam", "ra", "oi"}:
        return True
    return any(one.marked for one in words) and phrase_at(words, place + 1, say.DOING) > 0


def _opens(words: Sequence[Word], place: int) -> bool:
    return place == 0 or words[place - 1].text in _STOPS


def _capital(text: str, words: Sequence[Word], place: int) -> bool:
    return text[words[place].start].isupper()


def _runs_on(text: str, words: Sequence[Word], place: int) -> bool:
    """ "Hùng Vương": a further word with a capital letter right behind; "Sơn CA" is none."""
    if place >= len(words) or words[place].start - words[place - 1].end > 1:
        return False
    typed = text[words[place].start : words[place].end]
    return typed[:1].isupper() and typed[1:2].islower()
