"""Where words begin to tell of what stands in the way: "vướng", "gặp khó khăn về", "tồn tại:"."""

from __future__ import annotations

import re

# Poor people and places are called so: "hộ khó khăn", "hoàn cảnh khó khăn", "vùng đặc biệt khó khăn"
_CALLED = (
    r"(?:ho|canh|vung|dinh|tre|em|nguoi|sinh|ban|biet|tuong|vuc|xa|phuong|thon|vien|nu|gia|dien|hop|cu"
    r"|hs|sv|chau|be)"
)
_POOR = re.compile(rf"\b{_CALLED} $")
_IN_NEED = re.compile(rf"\b{_CALLED} (?:dang |con |bi |co |gap )+$")  # "hỗ trợ hộ gặp khó khăn"
_WITH = re.compile(r" (?:ve|do|vi|trong|khi|nhat|:)")
_OVER = re.compile(
    r"\b(?:khong|ko|het|chua(?: co| gap)?|bot|giam|vuot|vuot qua|thao go|khac phuc|chia se|giai quyet|xu ly"
    r"|go|go bo|chang|it|chua thay|khong thay)(?: co| gap| con| duoc| cac| nhung| mot so)? $"
)
_STILL = r"(?:(?:hien|dang|con|van|co|gap|bi|nhieu|mot so|cac|nhung) )*"
_TOLD = re.compile(
    rf"(?<!khong )(?<!het )(?<!ko )\b(?:vuong\b(?: mac,? (?:va )?kho khan\b)?"
    rf"|{_STILL}(?P<hard>kho khan\b(?:,? (?:va |hay )?vuong(?: mac)?\b)?|gap kho\b|tro ngai\b|bat cap\b)"
    r"|(?:con |mot so |nhung |cac )*(?:ton tai|han che)(?:,? (?:va )?(?:ton tai|han che))?"
    r"(?: ?:| (?:la|do|vi|ve|o cho)\b)"
    r"|chua (?:giai quyet|thuc hien|trien khai|lam|xu ly|van dong|thu)(?: duoc| xong)? (?:vi|do)\b)"
)


def troubles(folded: str) -> list[int]:
    """Return where in folded text trouble begins to be told; not of "hộ khó khăn", "không khó khăn gì"."""
    return [found.start() for found in _TOLD.finditer(folded) if not _is_none(folded, found)]


def is_in_need(before: str, after: str) -> bool:
    """Tell "12 hộ | khó khăn", "hộ gặp khó khăn" from "các hộ gặp khó khăn về vốn", by what stands around."""
    needy = _IN_NEED.search(before) is not None and _WITH.match(f" {after}") is None
    return needy or _POOR.search(before) is not None


def _is_none(folded: str, found: re.Match[str]) -> bool:
    begins = folded[: found.start("hard") if found["hard"] else found.start()]
    if _OVER.search(begins):
        return True
    if not found["hard"]:
        return False
    return is_in_need(begins, folded[found.end() :].lstrip())
