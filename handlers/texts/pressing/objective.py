"""The words about an objective reason of what was explained: confirmed, not accepted, taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.item_view import ItemView
from db.models import Explanation
from db.ward_view import PersonView
from handlers.texts.common import capital, named
from handlers.texts.numbers import moment
from handlers.texts.pressing.explain import charge

OBJECTIVE = re.compile(
    r"(?P<no>(?:khong|chua|ko)(?: phai)?(?: do| la| duoc)? |bo |huy |rut |thu hoi )?(?:do |la |ghi nhan |xac nhan )?"
    r"(?:nguyen nhan )?khach quan\b"
)
"""Folded words with which a leader confirms an objective reason, or denies it."""
JUDGES = re.compile(
    r"\b(?P<no>(?:(?:khong|chua|ko)(?: phai)?(?: do| la| duoc| dong y| chap nhan| cong nhan)?|bo|huy|rut|rut lai|thu hoi)"
    r" )?(?:(?:xac nhan|ghi nhan|cong nhan|chap nhan|dong y|danh dau)(?: la| do)? |(?:do|la) )?"
    r"(?:nguyen nhan |ly do )?khach quan\b"
)
"""The same anywhere in a message of a leader's that says nothing else."""
BESIDE = re.compile(
    r"\b(?:giai trinh|cho|doi voi|cua|voi|ve|la|do|thi|nay|muc|chi tieu|nhiem vu|viec|nhe|nha|a|dau|toi|thay|day|"
    r"duoc|dong y|ok|nhat tri|roi|thoi|vang|u)\b"
)
"""Folded words that may stand beside, and say nothing."""


def not_yours_to_judge(item: ItemView, deciders: Sequence[PersonView]) -> str:
    return (
        f"Nguyên nhân khách quan của {item.key} {item.short_name} do người yêu cầu giải trình, "
        f"{charge(deciders)} xem xét; chưa ghi."
    )


def nothing_to_confirm(item: ItemView) -> str:
    return f"{item.key} {item.short_name} chưa có giải trình nào để ghi nhận nguyên nhân khách quan."


def confirmed_before(item: ItemView, row: Explanation, by: PersonView | None) -> str:
    when = f" lúc {moment(row.objective_at)}" if row.objective_at else ""
    return (
        f"{capital(named(by))} đã ghi nhận nguyên nhân khách quan đối với {item.key} {item.short_name}{when}."
    )


def confirmed(item: ItemView, of: PersonView | None, *, reached: bool) -> str:
    knows = f" Đã báo {named(of)}." if reached else ""
    return f"Đã ghi: {item.key} {item.short_name} có nguyên nhân khách quan.{knows}"


def told_confirmed(item: ItemView, by: PersonView) -> str:
    return f"{capital(named(by))} ghi nhận nguyên nhân khách quan đối với {item.key} {item.short_name}. Hạn và số liệu không thay đổi."


def denied(item: ItemView, of: PersonView | None, *, withdrawn: bool, reached: bool) -> str:
    knows = f" Đã báo {named(of)}." if reached else ""
    head = "Đã bỏ ghi nhận" if withdrawn else "Đã ghi: chưa chấp nhận"
    return f"{head} nguyên nhân khách quan đối với {item.key} {item.short_name}; nội dung giải trình giữ nguyên.{knows}"


def told_denied(item: ItemView, by: PersonView, *, withdrawn: bool) -> str:
    verb = "bỏ ghi nhận" if withdrawn else "chưa chấp nhận"
    return (
        f"{capital(named(by))} {verb} nguyên nhân khách quan đối với {item.key} {item.short_name}; "
        "nội dung giải trình giữ nguyên."
    )
