"""Titles and grades on an ordinal scale ("khá trở lên", target form T24)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import words_of
from bot.domain.yardstick import Outcome

GRADES = frozenset(
    listed(
        """
        xuat sac | gioi | kha | tot | trung binh | yeu | kem | tien tien | tieu bieu | khong dat |
        vung manh | trong sach vung manh | quyet thang | don vi quyet thang | don vi tien tien |
        lao dong tien tien | tap the lao dong tien tien | tap the lao dong xuat sac | hoan thanh nhiem vu |
        hoan thanh tot nhiem vu | hoan thanh xuat sac nhiem vu | khong hoan thanh nhiem vu |
        hoan thanh tot | hoan thanh xuat sac | khong hoan thanh
        """
    )
)
"""What a body is graded as at the year's end, without marks; a plan may know others."""


def compare(wanted: str, got: str, scale: Sequence[str]) -> Outcome | None:
    """How a grade stands to the one wanted; `scale` runs from worst to best.

    None when the scale does not hold both: the plan rarely prints it, and another title is not a failure.
    """
    wanted, got = _folded(wanted), _folded(got)
    if wanted == got:
        return "met"
    steps = [_folded(step) for step in scale]
    if wanted not in steps or got not in steps:
        return None
    return "exceeded" if steps.index(got) > steps.index(wanted) else "missed"


def _folded(grade: str) -> str:
    return " ".join(grade.casefold().split())


def named_so(said: str, known: Iterable[str]) -> str | None:
    """The grade of `known` that words without marks name: "hoàn thành tốt" of "hoàn thành tốt nhiệm vụ"."""
    steps = {_plain(step): step for step in known}
    work = " nhiem vu"
    ways = [said, said + work, said.removesuffix(work)]
    ways += [way.removeprefix("hoan thanh ") for way in ways]
    return next((steps[way] for way in ways if way in steps), None)


def is_grade(said: str) -> bool:
    """Tell "tiên tiến", "không hoàn thành nhiệm vụ" from other words, given without marks."""
    return said in GRADES


def _plain(grade: str) -> str:
    return " ".join(words_of(grade))
