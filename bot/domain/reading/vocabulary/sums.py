"""What is said in front of a total when something new is told beside it: "thêm 6, cộng cả cũ là 178"."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

_TOGETHER = listed(
    """
    ca cu | ca cu lan moi | ca cu va moi | ca cu ca moi | ca moi lan cu | ca moi va cu | cu lan moi |
    cu va moi | cu moi | cu cong moi | voi cu | voi so cu | so cu | cu
    """
)
_ADDING = listed(
    "cong | cong lai | cong chung | cong don | cong vao | cong them | gop | gop chung | tinh | ke"
)
_WHOLE = listed(
    """
    gop lai | gom lai | don lai | cong chung | cong het | cong het lai | gop het | gop het lai |
    cong nam nay | cong lai nam nay | cong ca nam nay | tong nam nay | tong cong nam nay
    """
)
_OLD_ALONE = frozenset(("voi cu", "voi so cu", "so cu", "cu"))
"""Without "cộng" in front these are what was before: "số cũ 172"."""
SUMMED: tuple[str, ...] = (
    *_WHOLE,
    *(phrase for phrase in _TOGETHER if phrase not in _OLD_ALONE),
    *(f"{adding} {phrase}" for adding in _ADDING for phrase in _TOGETHER if phrase not in _OLD_ALONE),
)
SUMMED_TO: tuple[str, ...] = tuple(
    f"{adding} {phrase} {link}"
    for adding in _ADDING
    for phrase in sorted(_OLD_ALONE)
    for link in ("la", "duoc", "thanh", "len")
)
"""With a link behind them they lead to the total: "cộng với số cũ là 178", but "cộng với số cũ 172"."""
