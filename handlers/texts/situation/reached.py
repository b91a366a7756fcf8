"""How it is asked how much of the plan is reached, and the numbers: folded words."""

from __future__ import annotations

import re

from bot.domain.periods import Period
from bot.domain.reading.vocabulary.listed import listed
from handlers.situation.overview import Overview
from handlers.texts.common import capital
from handlers.texts.numbers import count
from handlers.texts.periods import period_words
from handlers.texts.situation import of_several

_REACHED = r"(?:dat|hoan thanh|xong|vuot|thuc hien)"
ASKS = re.compile(
    rf"\b{_REACHED}\b.*\b(?:bao nhieu|may|bn)(?: (?:cai|muc))? ?(?:phan tram|%|chi tieu|ct)"
    r"|\b(?:chi tieu|ct)\b.*\b(?:tong cong|tong so|bao nhieu|may)\b|\b(?:bao nhieu|may|tong so) (?:cai )?(?:chi tieu|ct)\b"
    r"|\bdat (?:duoc )?(?:het|du|tat ca|toan bo)\b.*\b(?:khong|ko|k|chua)\b"
    rf"|\b(?:bao nhieu|may|bn) (?:phan tram|%|chi tieu|ct)\b.*\b{_REACHED}\b|\bty le {_REACHED}\b.*\b(?:bao nhieu|may|bn|the nao)\b"
)
OTHERWISE = re.compile(r"\bchua co\b|\bso giao\b|\b(?:chi tieu|ct|cai|muc) nao\b|\bliet ke\b")
"""With these a list is asked for."""
OF_ALL = re.compile(r"\b(?:phuong|minh|ta|chung|ca nam|quy|may chi tieu|bao nhieu chi tieu|\d thang)\b")
"""What asks of everything, whatever was spoken of."""
AROUND = of_several.AROUND | frozenset(
    listed(
        """
        may | chi | tieu | ct | ke | hoach | kh | hoan | thanh | xong | vuot | ty | le | thuc | hien | nam | nay | dau
        | cuoi | bn | % | da | co | moi | tinh | hien | den | gio | bay | luc | tong | so | tat | theo | lai | moc | doan | het
        | giao | cong | kha | nang | du | toan | bo | ko | k | noi
        """
    )
)
"""Words beside a period and a part, where nothing else is named."""


def reached(state: Overview, size: int, without: int, period: Period | None) -> str:
    """How many of the indicators are reached, how many stand badly, of how many there is no figure."""
    total = state.indicators.total
    when = capital(period_words(period.key)) if period else "Đến nay"
    if not total:
        return f"{when}: không có chỉ tiêu; nhiệm vụ không tính tỷ lệ."
    met = state.indicators.of("met") + state.indicators.of("exceeded")
    bad = state.indicators.of("at_risk") + state.indicators.of("not_met")
    of_period = " của kỳ này" if period else ""
    return (
        f"{when}: đạt {count(met)}/{count(total)} chỉ tiêu, nguy cơ hoặc không đạt {count(bad)}; chưa có số{of_period} "
        f"{count(without)}/{count(size)} (tính cả chỉ tiêu thành phần). Không cộng thành một tỷ lệ chung."
    )
