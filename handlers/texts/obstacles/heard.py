"""What is heard in words of trouble: that they tell of some of the cases only, which the work goes on with."""

from __future__ import annotations

import re

from bot.domain.reading.words import fold

_REST = re.compile(
    r"\W*(?:va |nhung |chi )*(?:con(?: lai)?|rieng|tra lai|tra ve|tre|ton|sot)(?: (?:lai|khoang|tam|duoc|so))*"
    r" (?:\d+|mot|hai|ba|bon|may|vu|ho|nha|cai|thua|truong hop|ong|ba|chu|co|anh|chi)\b"
)
_BEGS = re.compile(
    r"\b(?:de nghi|kien nghi|nho|xin|mong|vuong|kho khan|ket|bi|kinh phi|ngan sach|nguon|thieu (?:nguoi|tien|xe|may"
    r"|von|can bo|nhan luc|quan)|khong (?:biet|sao|the)|bo tay|lanh dao)\b"
)


def is_rest_of_cases(words: str) -> bool:
    """ "Còn vụ bà Tư chưa chịu ký", "trả lại 4 hồ sơ thiếu trích đo" behind what was done: how far it is.

    Not where help is asked for, or what lacks is the ward's own.
    """
    folded = fold(words)
    return _REST.match(folded) is not None and _BEGS.search(folded) is None
