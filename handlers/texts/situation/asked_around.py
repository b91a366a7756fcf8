"""What a clerk puts around a question about the ward: folded words that change nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.reading.words import fold
from handlers.texts.office.arranging_heard import CLAUSES

MONTHS = 12
_LEADS = re.compile(
    r"(?:(?:u|ua|a|da|em|e|chi|c|anh|minh|toi|oi|tro ly|bot|cho|giup|ho|gium|voi|nay|vay|hoi|biet|xin|in|xem|coi|lap"
    r"|xuat|dua|gui|nho|bua nay|hom nay|gio|bay gio|kiem tra|liet ke|the|con)[ ,:]+)+"
)
_PURPOSE = re.compile(
    r" de (?:em|e|chi|c|minh|toi|anh|con|ban giao|hoi|goi|bao cao|trinh|tien|biet|nhac|lam|gui|in)\b.*$"
    r"|(?: theo (?:tung )?(?:phong|don vi))$"
)
_TAILS = re.compile(
    r"(?:[ ,]+(?:em|e|chi|c|anh|a|oi|vay|the|nhi|ha|voi|giup|gium|di|nhe|nha|nghe|luon|day|roi|r|ta|he|nen))+$"
)
_SHORT = (
    (re.compile(r"(?<!\w)[tT](?=(?:1[0-2]|[89])(?![\w/]))"), "tháng "),
    (re.compile(r"(?<!\w)(?:ds|DS)(?!\w)"), "danh sách"),
)

_SHARE = re.compile(r"(?<![\d/])(\d+) ?/ ?(\d+)(?![\d/])|\d ?%")
_NONE_AT_ALL = re.compile(
    r"(?<!co )\b(?:khong|ko|k|hong|chang|cha) (?!biet|ro|con\b)(?:\w+ ){1,4}(?:nao|gi)(?: ca| het| a| nha| nhe)*$"
)


def reports(words: str) -> bool:
    """Tell "xếp loại: 20/21 hoàn thành tốt", "báo cáo đủ cả, ko trễ cái nào" from a question; no day is a share."""
    if "?" in words:
        return False
    folded = fold(words).strip(" .!")
    share = _SHARE.search(folded)
    told = share is not None and (share[2] is None or int(share[2]) > MONTHS)
    return told or _NONE_AT_ALL.search(folded) is not None


def bare(words: str) -> Iterator[str]:
    """The question without what is said around it: of the whole message, then of each of its clauses."""
    for said in (words, *CLAUSES.split(words)):
        for pattern, whole in _SHORT:
            said = pattern.sub(whole, said)
        said = said.strip(" .?!,;:")
        lead = _LEADS.match(fold(said))
        for start in dict.fromkeys((0, lead.end() if lead else 0)):
            yield _without_end(said[start:])


def _without_end(said: str) -> str:
    for pattern in (_PURPOSE, _TAILS, _PURPOSE):
        found = pattern.search(fold(said))
        said = said[: found.start()] if found else said
    return said.strip(" ,")
