"""Text into tokens: one form of every letter, marks off, phone spellings undone. Offsets stay."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.reading.vocabulary.spelling import TEENCODE

# A message is a line or a list. What is longer is a document: reading stops at the last line that fits.
MAX_LENGTH = 2000

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u00ad"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\r\x0b\x0c"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_TIDY = {**_INVISIBLE, **_SPACES, **_DASHES}


_REPLACED = {"đ": "d", "Đ": "d", "|": "\t"}  # a table drawn with bars is one pasted with tabs


class _Fold(dict[int, str]):
    """Letter to letter without marks, one to one, filled as letters are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = _REPLACED.get(letter) or unicodedata.normalize("NFD", letter)[0].lower()
        self[code] = base if len(base) == 1 else letter
        return self[code]


_FOLD = _Fold()
_PER_MILLE = re.compile(r"%[0o](?!\w|[.,/]\d)|% [0o](?=\s*(?:$|[,;.)\n]))|0/00(?!\d)")
_TOKEN = re.compile(
    r"(?P<number>\d+ , ?\d{1,2}(?![\d/.,])|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[a-z]+)|(?P<line>\n)|(?P<sign>%+|\t|[^\s\da-z])"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|gh|gi|ch|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)
_TELEX_TONE = re.compile(r"(?<=[aeiouy])[sfrxj](?=(?:ng|nh|ch|[cmnpt])?$)|(?<=[aeiouycmnptgh])[sfrxj]$")


@dataclass(slots=True)
class Token:
    """One word, number or sign. `text` is folded and spelt out, `start` and `end` are offsets in the text."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True for letters."""
        return self.kind == "word"


def normalise(text: str) -> str:
    """Return the text in NFC without invisible characters, cut at MAX_LENGTH; spans count in this form.

    >>> normalise("ho\\u0300a gia\\u0309i")
    'hòa giải'
    """
    tidy = unicodedata.normalize("NFC", text[: 2 * MAX_LENGTH]).translate(_TIDY)
    if len(tidy) <= MAX_LENGTH:
        return tidy
    head = tidy[:MAX_LENGTH]
    return head[: head.rfind("\n")] if "\n" in head else head


def fold(text: str) -> str:
    """Return the text in small letters without marks, of the same length; %0, %o and 0/00 become ‰.

    >>> fold("Hộ CẬN nghèo: Đạt")
    'ho can ngheo: dat'
    """
    plain = text.translate(_FOLD).replace("\\", "/")
    if "%" in plain or "0/00" in plain:
        plain = _PER_MILLE.sub(lambda m: "‰".ljust(len(m[0])), plain)
    return plain


def tokenise(folded: str) -> list[Token]:
    """Cut a folded text into words, numbers, signs and line ends: "bhyt88,5%" → bhyt, 88,5, %."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup or "sign"
        start, end = match.span()
        text = match.group()
        if kind != "word":
            tokens.append(Token(kind, text.replace(" ", "") if kind == "number" else text, start, end))
            continue
        if text == "le" and tokens and tokens[-1].text == "ti":
            tokens[-1].text = "ty"  # "tỉ lệ"
        if text == "k" and _is_thousand(tokens, start):
            tokens.append(Token("word", "nghin", start, end))
            continue
        tokens += [Token("word", word, start, end) for word in TEENCODE.get(text, text).split()]
    return tokens


def _is_thousand(tokens: list[Token], start: int) -> bool:
    """Tell "312.500k" (nghìn) from "3 k phải 5" (không): it touches the number."""
    return bool(tokens) and tokens[-1].kind == "number" and tokens[-1].end == start


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether a folded word can be a Vietnamese syllable: "nghe" can, "sahc" and "bhyt" cannot."""
    return _SYLLABLE.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def undo_telex(word: str) -> str:
    """Return a word without what the Telex keyboard left in it.

    >>> undo_telex("ddajt"), undo_telex("chuwa"), undo_telex("lamf")
    ('dat', 'chua', 'lam')
    """
    plain = word.replace("dd", "d").replace("aa", "a").replace("ee", "e").replace("oo", "o")
    plain = plain.replace("uow", "uo").replace("uw", "u").replace("ow", "o").replace("aw", "a")
    if not is_syllable(plain):
        plain = _TELEX_TONE.sub("", plain)
    return plain if is_syllable(plain) else word


def words_of(text: str, *, commas: bool = False) -> tuple[str, ...]:
    """Return the folded words and numbers of a name or phrase, as the tables and indexes keep them."""
    tokens = tokenise(fold(normalise(text)))
    kept = (t for t in tokens if t.kind in ("word", "number") or (commas and t.text == ","))
    return tuple(in_names(t) for t in kept)


def in_names(token: Token) -> str:
    """Return a token as names are compared: "đề án 06" is "đề án 6"."""
    return token.text.lstrip("0") or "0" if token.text.isdigit() else token.text
