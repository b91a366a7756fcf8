"""Items by the code or name that follows a command, compound lines included; which one, when several fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.domain.message import Choice
from bot.domain.reading.words import fold, normalise, tokenise, words_of
from db.item_view import ItemView
from db.ward_view import PersonView, WardView
from handlers.texts import common
from handlers.turn import Reply

MOST = 8
LIKE, ENOUGH = 0.6, 3
"""So much of a name, or so many of its words, are said at least where words only resemble it."""
PASSING, BRIEF = 2, 8
"""So few words of a long name, in a text of more words, are there by chance."""
FEW = 4
"""What fits more items names none of them."""
JOINS = re.compile(r"[,;&+/]|\b(?:va|voi|cung|con|hay|hoac|lan|roi|so voi|cong)\b")
"""What stands between two names, in folded words."""
_CODE = re.compile(r"([A-Z]{1,4})-?0*(\d{1,4}(?:\.\d{1,3})?)([A-Z]?\d?)")
_IN_TEXT = re.compile(r"(?<!\w)(?:nv|ct)[ -]?\d{1,4}(?:\.\d{1,3})?(?:[a-z]\d?)?(?!\w)", re.IGNORECASE)


def by_code(ward: WardView, token: str) -> ItemView | None:
    """The item with this code: "CT07b", "ct7b", "nv001", "NV-1"."""
    wanted = _plain(token)
    return next((item for item in ward.items.values() if wanted and _plain(item.key) == wanted), None)


def has_code(item: ItemView, token: str) -> bool:
    """Whether this is the item's code, however it is written."""
    wanted = _plain(token)
    return wanted is not None and _plain(item.key) == wanted


def was_coded(item: ItemView, token: str) -> bool:
    """Whether this was the task's code in last year's plan."""
    return item.carried is not None and _plain(item.carried.key) == _plain(token)


def is_called(ward: WardView, item: ItemView, text: str) -> bool:
    """False where a text hits an item by common words alone.

    These are two in the middle of its long name, or words that resemble a name of which half is not said.
    """
    found = ward.catalogue.find(text)
    if codes_in(text) or item.key not in {one.key for one in found.items}:
        return True
    names = [fold(name) for name in (item.short_name, *item.aliases)]
    if any(_is_said(words_of(name), words_of(fold(text))) for name in names):
        return True
    hit = fold(text[slice(*found.span)]).strip()
    known = any(f" {hit} " in f" {name} " for name in names)
    return not found.guessed and (known or len(hit.split()) > PASSING or len(text.split()) <= BRIEF)


def _is_said(name: Sequence[str], said: Sequence[str]) -> bool:
    """Whether most of a name is said, or some words of a long one; slips of a letter included."""
    near = [word for word in name if any(OSA.distance(word, one) <= len(word) // 4 for one in said)]
    return len(near) >= ENOUGH or len(near) >= LIKE * len(name)


def codes_in(text: str) -> list[str]:
    """Everything in a text that can only be meant as an item's code: "NV-007", "ct7b"."""
    return [found[0] for found in _IN_TEXT.finditer(text)]


def code_first(text: str) -> str | None:
    """The code that a text begins with; None for other words."""
    found = _IN_TEXT.match(text)
    return found[0] if found else None


def without_codes(text: str) -> str:
    """The text without its codes: the digits of "NV 007 15/12" are no day."""
    return _IN_TEXT.sub(" ", text)


def blanked(text: str) -> str:
    """The same with blanks in their place, so that what is found in it stands where it does in the text."""
    return _IN_TEXT.sub(lambda code: " " * len(code[0]), text)


def looks_like_code(token: str) -> bool:
    """True for what can only be meant as a code, whether an item has it or not."""
    return _plain(token) is not None


def compound(ward: WardView, words: str) -> ItemView | None:
    """The compound line with this code or short name; the catalogue of messages knows only its parts."""
    found = by_code(ward, words)
    if found is None:
        said = fold(words).strip()
        found = next((one for one in ward.items.values() if one.parts and fold(one.short_name) == said), None)
    return found if found is not None and found.parts else None


def one_named(ward: WardView, words: str) -> ItemView | None:
    """The one item whose code or whole name the words hold."""
    if codes := codes_in(words):
        coded = [by_code(ward, code) for code in codes]
        return coded[0] if all(one == coded[0] for one in coded) else None
    found = ward.catalogue.find(words)
    return ward.items[found.sure.key] if found.sure is not None and not found.guessed else None


def meant(ward: WardView, person: PersonView, items: Sequence[ItemView]) -> list[ItemView]:
    """The items that a name fits: of one indicator's shares the person's own, else that indicator."""
    line = ward.line_of(items[0]) if items else None
    if line is None or any(one.parent != line.key for one in items) or len(items) == 1:
        return list(items)
    return [one for one in items if one.owner_id == person.id] or [line]


def listed(ward: WardView, person: PersonView, text: str) -> list[ItemView]:
    """The items that a text names one after the other: "bhyt với bhxh"; none where it names but one."""
    tidy = normalise(text)
    folded = fold(tidy)
    tokens = tokenise(folded)
    ward.catalogue.spell(tokens)
    found: dict[str, ItemView] = {}
    end, names = 0, 0
    for one in sorted(ward.catalogue.mentions(tokens, folded), key=lambda mention: mention.start):
        items = meant(ward, person, [ward.items[key] for key in one.keys])
        joined = JOINS.search(folded[end : tokens[one.start].start]) is not None
        if one.strength == "weak" or len(items) > FEW or (found and not joined):
            continue
        names += any(item.key not in found for item in items)
        found |= {item.key: item for item in items}
        end = tokens[one.end - 1].end
    return list(found.values()) if names > 1 else []


def with_figure(ward: WardView, words: str) -> bool:
    """True when the words name one item and say a number about it; the digits of its code do not count."""
    found = ward.catalogue.find(words)
    rest = words[: found.span[0]] + words[found.span[1] :]
    return found.sure is not None and any(letter.isdigit() for letter in rest)


def which(items: Sequence[ItemView], command: str, line: ItemView | None = None, suffix: str = "") -> Reply:
    """Ask which item (of a compound line, which part): picking one is as typing the command with its code,
    and with the `suffix`."""
    choices = [
        Choice(f"{item.key} {item.short_name}", f"/{command} {item.key} {suffix}".strip())
        for item in items[:MOST]
    ]
    return Reply(common.which_part(line) if line else common.which_item(), choices=tuple(choices))


def _plain(token: str) -> str | None:
    found = _CODE.fullmatch(token.strip(" .,;:").upper().replace(" ", ""))
    return "".join(found.groups()) if found else None
