"""The words of an order behind its opening, and what is left of them as its work."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.domain.directives import vocabulary as say
from bot.domain.directives.edges import without_haste
from bot.domain.directives.opening import Opening
from bot.domain.directives.words import Word, phrase_at, words_in
from bot.domain.reading.words import fold

EDGE = " \t,.;:-–!()"
_DONE_WITH = frozenset(("xong", ",", "."))


@dataclass
class Rest:
    """The words of an order behind its opening; what has been read of them is cut out."""

    text: str
    words: list[Word]
    start: int
    cut: list[tuple[int, int]] = field(default_factory=list)

    @property
    def begins(self) -> int:
        """Where it begins in the text."""
        return self.words[self.start].start if self.start < len(self.words) else len(self.text)

    def left(self) -> str:
        """The text with what was cut out as blanks, so that places stay; nothing in front of the rest."""
        kept = list(" " * self.begins + self.text[self.begins :])
        for start, end in self.cut:
            kept[start:end] = " " * (end - start)
        return "".join(kept)

    def cut_words(self, start: int, end: int) -> None:
        """Cut from one word to another."""
        self.cut.append((self.words[start].start, self.words[end - 1].end))

    def take(self, pattern: re.Pattern[str]) -> str | None:
        """What a pattern says in the rest, cut out of it."""
        left = self.left()
        found = pattern.search(fold(left))
        if found is None:
            return None
        self.cut.append(found.span())
        return left[found.start("said") : found.end("said")].strip(EDGE) or None


def work_of(rest: Rest) -> str:
    """The words that are left, without politeness at their edges, as they were typed."""
    left = without_haste(" ".join(rest.left().split()).strip(EDGE))
    left = re.sub(r"\s+([,.;:])", r"\1", left)
    left = re.sub(r"([,;:.])[,;:. ]*(?=[,;:.]|$)", "", left)
    words = words_in(left)
    first, last = 0, len(words)
    while first < last and words[first].typed in say.LEFT_OVER | {",", ":", "-"}:
        first += 1
    while last > first and (words[last - 1].typed in say.PARTICLES | _DONE_WITH or _helps(words, last)):
        last -= 1
    kept = left[words[first].start : words[last - 1].end] if first < last else ""
    if all(word.text in say.NO_WORK for word in words[first:last]):
        return ""
    return kept[:1].upper() + kept[1:]


def work_with_front(rest: Rest, opening: Opening) -> str:
    """The work; of "chỗ này rác nhiều quá, giao anh Sơn xử lý" with what stands in front of the order."""
    what = work_of(rest)
    if not says_no_object(what) or not opening.start:
        return what
    said = [word for word in rest.words[: opening.start] if word.text.isalnum()]
    if not _says_what(said):
        return what
    if what and phrase_at(words_in(what), 0, say.ANY_WORK) == len(words_in(what)):
        what = ""
    front = " ".join(rest.text[: rest.words[opening.start].start].split()).strip(EDGE)
    front = front[:1].upper() + front[1:]
    return f"{front}: {what[:1].lower()}{what[1:]}" if what else front


def _says_what(words: list[Word]) -> bool:
    """False for what only calls or agrees: "Ok.", "đồng chí ơi"."""
    return (
        len([word for word in words if word.text not in say.LEADING | say.ADDRESSES | {"oi", "vang", "a"}])
        > 1
    )


def says_no_object(what: str) -> bool:
    """True for "xử lý", "kiểm tra ngay", of which the words do not say what it is about."""
    words = words_in(what)
    end = phrase_at(words, 0, say.OBJECTLESS) if words else 0
    return all(
        word.text in say.NO_WORK | {"lai", "xong", "dut", "diem", "toi", "giup"} for word in words[end:]
    )


def _helps(words: list[Word], last: int) -> bool:
    """ "… giúp anh": who is helped is no part of the work; nor is a "phải" of which the rest told the day."""
    said = words[last - 1].text
    if said == "phai":
        return last > 1 and words[last - 2].text != "ben"
    return said == "giup" or (last > 1 and said in say.SPEAKERS and words[last - 2].text == "giup")
