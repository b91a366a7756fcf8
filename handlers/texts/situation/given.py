"""The words of the list of a leader's own orders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import fold, words_of
from db.models import Directive
from db.ward_view import PersonView, WardView
from handlers.standings.standing import Standing
from handlers.texts.common import capital, you
from handlers.texts.numbers import count, short_day
from handlers.texts.situation.short import short_item

LISTED = 20
TOLD = re.compile(
    r"\b(?:toi|tui|minh|anh|chi|co|chu|bac) (?:(?:da|vua|moi|co|tung|hom \w+|tuan \w+) )*(?:giao|chi dao|phan cong)\b(?! (?:ban|chi tieu|quan|thong|dich|duc))"
    r"|\b(?:viec|nhiem vu|muc|chi dao) (?:da |vua |moi )?giao (?:cho )?"
)
"""Folded words of what the speaker has ordered."""
HOW_FAR = re.compile(
    r"(?:\b(?:(?:toi|den) dau|sao|the nao|ra sao|(?:xong|lam|bao cao|tra loi|nhan|gi) chua|chua xong))"
    r"(?: (?:roi|nhi|vay|the|ta|a|em|ha|day|duoc|bao nhieu|khong|cai nao|chua))*$"
)
BESIDE = frozenset(
    listed(
        """
        viec | nhiem | vu | cai | muc | nhung | cac | may | bao | nhieu | gi | nao | roi | xong |
        chua | lam | duoc | thi | da | dang | nhi | vay | the | ta | a | em | ha | hom | truoc |
        qua | tuan | thang | nay | no | ay | kia | cho | con | dong | chi | do | ve | la | moi |
        vua | tat | ca | het
        """
    )
)
"""Words with which an order is asked about; with others it is given: "tôi giao Minh xem có hộ nào …"."""


def is_asked(folded: str, names: Sequence[str]) -> bool:
    """True of "việc tôi giao anh Minh tới đâu rồi", "tôi giao Sơn cái gì"."""
    told = TOLD.search(folded)
    if told is None:
        return False
    left = folded[told.end() :]
    for name in names:
        left = left.replace(fold(name), " ")
    return HOW_FAR.search(left) is not None or BESIDE.issuperset(words_of(left))


def given(
    orders: Sequence[tuple[Standing, Directive]], ward: WardView, person: PersonView, whom: str = ""
) -> str:
    """One line a task: how it stands, the day of the newest order, whether it was received; given to `whom`."""
    to = f" giao {whom}" if whom else ""
    see = f". Việc đang theo dõi: TÌNH HÌNH {whom.split(', ')[0].split()[-1]}" if whom else ""
    if not orders:
        return f"{capital(you(person))} chưa có chỉ đạo nào{to} được ghi trong thời gian này. Giao việc: GIAO + người + việc + hạn{see}"
    late = sum(one.task == "overdue" for one, _row in orders)
    done = sum(one.reported for one, _row in orders)
    head = f"{capital(you(person))} đã giao, đôn đốc{f' {whom}' if whom else ''} {count(len(orders))} nhiệm vụ: đã xong {count(done)}, quá hạn {count(late)}."
    lines = [head, *(f"- {short_item(one, ward)}; {_order(row)}" for one, row in orders[:LISTED])]
    if len(orders) > LISTED:
        lines.append(f"- … và {count(len(orders) - LISTED)} nhiệm vụ khác.")
    lines.append(
        f"Xem một nhiệm vụ: TÌNH HÌNH {orders[0][0].item.key}; đôn đốc: ĐÔN ĐỐC {orders[0][0].item.key}"
    )
    return "\n".join(lines)


def _order(row: Directive) -> str:
    day = short_day(row.at.date())
    if not row.made:
        return f"chỉ đạo {day}"
    return f"giao {day}, {'đã nhận' if row.accepted_at else 'chưa trả lời đã nhận'}"
