"""A post in words: what goes with it besides own items."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.ward_view import PersonView, WardView
from handlers.texts.common import ROLE_NAMES, named
from handlers.texts.numbers import count


def left_without_head(post: Mapping[str, Any] | None, taker: PersonView | None, ward: WardView) -> str:
    """What taking the post does to the unit that its taker heads now; empty where that keeps a head."""
    if not post or post["unit"] is None or taker is None or not taker.has("unit_head"):
        return ""
    heads = [one for one in ward.with_role("unit_head") if one.unit_id == taker.unit_id]
    if taker.unit_id in {None, post["unit"]} or len(heads) > 1:
        return ""
    return (
        f" Nhận chức vụ này, {named(taker)} chuyển sang {ward.unit_name(post['unit'])}; "
        f"{ward.unit_name(taker.unit_id)} không còn trưởng đơn vị."
    )


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
