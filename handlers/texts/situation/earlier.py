"""The words that set many indicators beside an earlier time, and how that is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers.standings.standing import Standing
from handlers.texts.numbers import count, moment
from handlers.texts.situation.short import figure

BEFORE, LAST_YEAR = "kỳ trước", "năm trước"
QUARTER = "quý"
MARKED = frozenset({"tuần", "tháng", QUARTER, "năm"})
"""Periods that may be somebody's name without their accents."""
SHOWN = 12
"""How many fit on one screen."""
ASKED = re.compile(
    r"(?:(?:the|con|vay|cho|toi|xem|tinh hinh|ket qua|so lieu|tien do|chung|phuong|minh|hien|nay|co|tang|giam|tot|hon|kem"
    r"|thay doi|khac|gi|nao|thang nay|ky nay|nam nay|chi tieu|cac|nhung|nhu the|khong|hay)[ ,]+)*"
    r"so (?:voi|sanh(?: voi)?) (?:(?P<year>cung ky(?: (?:nam )?(?:ngoai|truoc|roi))?|(?:cung ky )?nam (?:ngoai|truoc|roi|qua))"
    r"|(?P<quarter>quy (?:truoc|roi|vua qua|qua))|(?:thang|ky|lan) (?:truoc|roi|vua qua|qua))"
    r"(?:,? (?:thi|thay|the|nao|sao|ra|roi|co|tang|giam|hay|bao nhieu|khong|tot|hon|kem|a|nhi|gi|khac|thay doi|xau|di|len"
    r"|vay|nhu|chi tieu|duoc))*"
)


def beside(
    then: str, scope: str, now: datetime, rows: Sequence[Standing], lines: Mapping[str, str | None]
) -> str:
    """A line for each that can be compared; how many cannot."""
    known = [(one, line) for one in rows if (line := lines.get(one.item.key))]
    if not known:
        return f"Chưa có chỉ tiêu nào của {scope} có số {then} để so sánh.\nXem chung: TÌNH HÌNH"
    said = [f"So với {then}, {scope} đến {moment(now)}:"]
    said += [f"- {one.item.short_name}: {figure(one)}. {line}" for one, line in known[:SHOWN]]
    if len(known) > SHOWN:
        said.append(f"- … và {count(len(known) - SHOWN)} chỉ tiêu khác.")
    if len(known) < len(rows):
        said.append(f"Chưa có số {then} để so sánh: {count(len(rows) - len(known))} chỉ tiêu.")
    said.append(f"Xem một chỉ tiêu: TÌNH HÌNH {known[0][0].item.key}")
    return "\n".join(said)
