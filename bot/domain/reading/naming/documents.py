"""Documents by which items are called, as they are shortened: "ct17" of "Chỉ thị 17", "KL 198", "NQ 02"."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.words import fold, normalise, words_of

KINDS: dict[str, tuple[str, ...]] = {
    "ct": ("chỉ thị", "chương trình"),
    "ctr": ("chương trình",),
    "kl": ("kết luận",),
    "nq": ("nghị quyết",),
    "kh": ("kế hoạch",),
    "qd": ("quyết định",),
    "nd": ("nghị định",),
    "da": ("đề án",),
    "tb": ("thông báo",),
    "tt": ("thông tư",),
    "hd": ("hướng dẫn",),
}
_SHORT = re.compile(rf"(?<![\w/.-])({'|'.join(KINDS)})[ .-]?(so )?0*(\d{{1,4}})(?![\w%]|[.,/-]\w)")

_WRITTEN_OUT = "|".join(sorted({fold(name) for names in KINDS.values() for name in names}))
_LONG = re.compile(rf"(?:{_WRITTEN_OUT}) (?:so )?\d{{1,4}}")


def is_document(folded: str) -> bool:
    """ "Chỉ thị 19" is a name by itself, whatever else the item is called by."""
    return _LONG.fullmatch(folded) is not None


def written_out(text: str, catalogue: Catalogue, own: Collection[str]) -> str:
    """The text with the documents in full that own items are called by, unless an own item has that code."""
    tidy = normalise(text)
    for match in reversed([*_SHORT.finditer(fold(tidy))]):
        if any(key in own for key in catalogue.codes.get(match[1] + match[3], ())):
            continue
        names = [long for long in KINDS[match[1]] if _is_in_name(catalogue, own, (*words_of(long), match[3]))]
        if len(names) == 1:
            number = tidy[match.start(2) if match[2] else match.start(3) :]
            tidy = f"{tidy[: match.start()]}{names[0]} {number}"
    return text if tidy == normalise(text) else tidy


def _is_in_name(catalogue: Catalogue, own: Collection[str], words: tuple[str, ...]) -> bool:
    said = f" {' '.join(words)} "
    return any(said in f" {' '.join(name)} " for name in _names(catalogue, own))


def _names(catalogue: Catalogue, own: Collection[str]) -> list[list[str]]:
    """The words of what own items are called, without the "số" of "Chỉ thị số 01"."""
    items = [catalogue.items[key] for key in own if key in catalogue.items]
    names = [name for item in items for name in (item.name, item.short_name, *item.aliases)]
    return [[word for word in words_of(name) if word != "so"] for name in names]
