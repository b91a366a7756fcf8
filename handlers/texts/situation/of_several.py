"""What is said of several items or several periods at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.periods import Period
from bot.domain.reading.vocabulary.listed import listed
from handlers.situation.overview import Overview
from handlers.standings.standing import Standing
from handlers.texts.common import capital
from handlers.texts.numbers import count
from handlers.texts.periods import period_span, period_words
from handlers.texts.situation.short import figure
from handlers.texts.situation.totals import counts

SHOWN = 12

AROUND = frozenset(
    listed(
        """
        so | sanh | voi | va | giua | thi | nao | the | sao | ra | tinh | hinh | ket | qua | tong | hop | cho
        | xem | toi | minh | hon | kem | tot | khac | gi | bao | cao | thay | doi | cua | trong | cac | nhu |
        lieu | chung | phuong | toan | ca | ky | roi | a | nhi | vay | em | di | nhe | tu | den | duoc | nhieu |
        bao | phan | tram | dat | ta | duoc | kha | len | di | xuong | tut | lui | te | xau | giam | tang | tien | bo | cai
        | thien | on | lai | la | ben | khong | ko | chua | giup | may
        """
    )
)
"""Words beside periods that are compared, where nothing else is named."""
ASKS = re.compile(
    r"\?|\b(?:so sanh|so voi|the nao|ra sao|sao|bao nhieu|tinh hinh|ket qua|khac gi|hon kem|hon|kem)\b"
)
"""What makes a question of several periods, in folded words."""
OF_ALL = re.compile(
    r"(?:(?:cho|xem|toi|bao cao) )*(?:tinh hinh|ket qua|tong hop)\b|.*\b(?:phuong|phuong minh|minh) (?:da |duoc )*dat\b"
)
"""What asks of everything, whatever was spoken of."""
COMPARES = re.compile(r"(?:(?:cho|xem|toi|xin|de nghi|hay|em|lap) )*so sanh\b")
"""What is no report, whatever numbers are in it."""


def period_counts(found: Overview, period: Period) -> list[str]:
    """The totals of one period among others."""
    return [f"{capital(period_span(period))}:", *(f"- {line}" for line in counts(found))]


def head(periods: Sequence[Period], scope: str) -> str:
    return f"So sánh {' và '.join(period_words(one.key) for one in periods)}, {scope}:"


def difference(last: Period, first: Period, change: str) -> str:
    """ "Tháng 10/2026 so với tháng 9/2026: tăng 19."."""
    return f"{capital(period_words(last.key))} so với {period_words(first.key)}: {change}."


def how_to_see(last: Period) -> str:
    return f"Xem một kỳ: TÌNH HÌNH {period_words(last.key)}; một chỉ tiêu: TÌNH HÌNH + tên + kỳ"


def without_indicators(scope: str) -> str:
    return f"{capital(scope)} không có chỉ tiêu; nhiệm vụ không có số để so sánh."


def figures(shown: Sequence[tuple[Standing, str]], unknown: int) -> list[str]:
    """How far each figure of a part moved; how many have none of both periods."""
    lines = [
        f"- {one.item.key} {one.item.short_name}: {figure(one)}, {moved}" for one, moved in shown[:SHOWN]
    ]
    lines += [f"- … và {count(len(shown) - SHOWN)} chỉ tiêu khác."] if len(shown) > SHOWN else []
    lines += [f"Chưa so được, chưa có số của cả hai kỳ: {count(unknown)} chỉ tiêu."] if unknown else []
    return lines
