"""Words of a title that alone name no task."""

from __future__ import annotations

GENERAL = frozenset(
    ("bao", "cao", "ke", "hoach", "so", "lieu", "ket", "qua", "ho", "van", "ban", "tien", "chi", "quan", "ly")
)
