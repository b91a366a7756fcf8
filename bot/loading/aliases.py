"""The other names of an item: the file's, and those given by chat; what was taken away by chat stays away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from bot.domain.workdays import local
from bot.loading.cells import Day, folded
from bot.loading.document import ItemLine
from bot.loading.writer import Writer
from db import audit
from db.models import Item

BY_CHAT = "alias"
"""The action under which the log has what is given and taken away by chat: the names before and after."""


def aliases_of(writer: Writer, line: ItemLine, known: Item | None) -> list[str] | None:
    """What the item is called besides from now on; None where the file says nothing of it."""
    mine = list(line.aliases or ())
    if known is None:
        return mine
    gone = taken_away(writer).get(line.code, {}) if mine else {}
    for name in mine:
        if day := gone.get(folded(name)):
            writer.changes.warnings.append(
                f"{line.code}: tên khác “{name}” đã bỏ bằng tin nhắn ngày {Day().show(day)}, không ghi lại;"
                f" cần ghi lại thì nhắn trợ lý: TÊN KHÁC {line.code} {name}"
            )
    mine = [name for name in mine if folded(name) not in gone]
    return [*mine, *(alias for alias in known.aliases if alias not in mine)] if mine else None


def taken_away(writer: Writer) -> Mapping[str, Mapping[str, date]]:
    """By the item's code, folded names that were taken away by chat and not given again, and since when."""
    found: defaultdict[str, dict[str, date]] = defaultdict(dict)
    for line in reversed(audit.lines(writer.session, writer.ward.id, {BY_CHAT})):
        day = local(line.at).date()
        if day.year != writer.changes.year:
            continue  # a code of another year's plan
        before, after = _names(line.before), _names(line.after)
        found[line.subject] |= dict.fromkeys(before - after, day)
        for name in after:
            found[line.subject].pop(name, None)
    return found


def _names(told: str | None) -> set[str]:
    return {folded(name) for name in (told or "").split(";")} - {""}
