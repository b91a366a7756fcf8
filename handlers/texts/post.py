"""A post in words: what goes with it besides own items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.ward_view import WardView
from handlers.texts.common import ROLE_NAMES
from handlers.texts.numbers import count


def said(post: Mapping[str, Any], ward: WardView) -> str:
    """ "trưởng đơn vị Phòng Kinh tế; lĩnh vực Y tế, dân số; duyệt 02 mục".

    Names of fields have commas of their own: semicolons stand between them.
    """
    names = {one.id: one.name for one in ward.fields.values()}
    roles = [ROLE_NAMES[name] for name in ROLE_NAMES if name in post["roles"]]
    if post["fields"]:
        roles = [one.removesuffix(" phụ trách lĩnh vực") for one in roles]
    unit = ward.unit_name(post["unit"])
    fields = "; ".join(names[one] for one in post["fields"] if one in names)
    decided = len({*post["leads"], *post["decides"]})
    parts = [
        ", ".join(roles) + (f" {unit}" if unit else ""),
        f"phụ trách lĩnh vực {fields}" if fields else "",
        f"duyệt {count(decided)} mục" if decided else "",
    ]
    return "; ".join(filter(None, parts))
