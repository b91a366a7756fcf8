"""How units are named: in full, as they are typed, and as what they are counted."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.reading.words import fold
from db.item_view import ItemView

JOINT = " – "
"""Between the name of an indicator and that of a unit, in the name of the unit's share."""
_KINDS = {
    "to dan pho": "tổ",
    "khu pho": "khu phố",
    "khom": "khóm",
    "thon": "thôn",
    "ap": "ấp",
    "lang": "làng",
    "truong": "trường",
}
_SHORT = {"Tổ dân phố số ": "TDP ", "Tổ dân phố ": "TDP ", "Khu phố ": "KP ", "Trường ": ""}


def unit_of(item: ItemView) -> str:
    """The unit's name of a share: "Tổ dân phố số 5"."""
    return item.short_name.rpartition(JOINT)[2]


def short_unit(item: ItemView) -> str:
    """The same as it is typed: "TDP 5"."""
    name = unit_of(item)
    long = next((one for one in _SHORT if name.startswith(one)), None)
    return f"{_SHORT[long]}{name.removeprefix(long)}" if long is not None else name


def noun(items: Iterable[ItemView]) -> str:
    """What units of this kind are counted as: "tổ", "trường"; of different kinds, "đơn vị"."""
    names = [f"{fold(unit_of(item))} " for item in items]
    kinds = {next((kind for kind in _KINDS if name.startswith(f"{kind} ")), "") for name in names}
    return _KINDS.get(kinds.pop(), "đơn vị") if len(kinds) == 1 else "đơn vị"


def called(item: ItemView) -> str:
    """What a sample answer names: a unit's share by its indicator and unit ("Thu gom rác TDP 5:")."""
    return f"{item.share_of} {short_unit(item)}:" if item.share_of else item.short_name
