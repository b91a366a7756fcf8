"""Politeness around a message, taken off before it is read: "dạ em báo cáo anh …", "… ạ", "… em cảm ơn"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary import PHRASES
from bot.domain.reading.vocabulary.courtesy import ADDRESSED, CLOSINGS, NOT_ADDRESSED, OPENINGS, PARTICLES
from bot.domain.reading.vocabulary.units import ONLY_NUMBERS
from bot.domain.reading.words import Token

_OPENINGS = Phrases.of({True: OPENINGS})
_CLOSINGS = Phrases.of({True: CLOSINGS})
_HEARING = frozenset(("khong", "chua", "chiu", "nguoi", "luot", "dan", "ba", "con"))
_SAID_BEFORE_VAY = frozenset(("van", "nhu", "cung", "cho", "von", "duoc"))  # "vẫn vậy", "cho vay"
# What an unmarked "da" is "đã" in: "da nop", but "da tuần sau"
_DONE = Phrases.of({True: [phrase for phrase in PHRASES if phrase.startswith("da ")]})
_PAUSES = frozenset((",", ".", ":", "!", "-", "\n", "…", "~"))


def message_itself(tokens: Sequence[Token], text: str, mentions: Sequence[Mention]) -> tuple[int, int]:
    """Return the places between which the message itself stands; all of it when it is only politeness.

    `text` is what the tokens were cut from, with its marks: "dạ" is polite, "đã" is not. The name of an item
    is never politeness: "dạ chi ngân sách".
    """
    first = mentions[0].start if mentions else len(tokens)
    last = mentions[-1].end if mentions else 0
    start = _opening(tokens, text, first)
    end = _closing(tokens, text, max(start, last))
    return (start, end) if start < end else (0, len(tokens))


def _opening(tokens: Sequence[Token], text: str, stop: int) -> int:
    words = [t.text for t in tokens[:stop]]
    place = 0
    while place < len(words):
        hit = _OPENINGS.at(words, place)
        end = _addressed(tokens, text, hit[1]) if hit is not None else place
        if end > place and _is_meant(tokens, text, place, end):
            place = end
        elif place and words[place] in _PAUSES and words[place] != "-":
            place += 1
        else:
            break
    return place


def _addressed(tokens: Sequence[Token], text: str, end: int) -> int:
    """Return the end of an opening without a last "chi" that is no "chị": "dạ chỉ tiêu …" begins a report."""
    last, following = tokens[end - 1], tokens[end].text if end < len(tokens) else ""
    typed = text[last.start : last.end].lower()
    other = last.text == "chi" and (typed not in ("chị", "chi", "chí") or following in NOT_ADDRESSED)
    return end - 1 if other else end


def _is_meant(tokens: Sequence[Token], text: str, start: int, end: int) -> bool:
    """Tell "dạ" from "đã", and "anh ơi" from "anh" who does something."""
    first = tokens[start]
    typed = text[first.start : first.end].lower()
    following = tokens[end].text if end < len(tokens) else ""
    if first.text == "da" and end == start + 1:
        if typed == "da" and following == "co":  # "đã có quyết định", unless it is "dạ cô ơi"
            return end + 1 < len(tokens) and tokens[end + 1].text in _PAUSES | {"oi", "a"}
        words = [t.text for t in tokens[start : start + 8]]
        return typed == "dạ" or (typed == "da" and (following in ADDRESSED or _DONE.at(words, 0) is None))
    if first.text in ADDRESSED and end == start + 1:
        return following in _PAUSES and following != "-"
    return True


def _closing(tokens: Sequence[Token], text: str, start: int) -> int:
    words = [t.text for t in tokens]
    end = len(tokens)
    for place in range(max(start, 1), len(tokens)):
        after_pause = words[place - 1] in _PAUSES
        if after_pause and _CLOSINGS.at(words, place) and all(t.kind != "number" for t in tokens[place:]):
            end = place
            break
    while end > start and _is_particle(tokens, text, end - 1, start):
        end -= 1
    return end


def _is_particle(tokens: Sequence[Token], text: str, place: int, start: int) -> bool:
    token = tokens[place]
    if token.text in _PAUSES:
        return True
    typed = text[token.start : token.end].lower()
    if token.text == "vay" and place > start and tokens[place - 1].text in _SAID_BEFORE_VAY:
        return False  # "vẫn vậy chị ạ" says something
    if token.text == "nghe" and place > start and tokens[place - 1].text in _HEARING:
        return False  # "nhắc hoài không nghe", "150 lượt người nghe"
    counted = place > start and _is_number(tokens[place - 1], text)  # "96 em" counts children
    meant = token.text in ADDRESSED - {"thua", "vang"} or token.text == "ha"
    return typed in PARTICLES and not (counted and meant)


def _is_number(token: Token, text: str) -> bool:
    return token.kind == "number" or text[token.start : token.end].lower() in ONLY_NUMBERS
