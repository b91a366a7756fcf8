"""Grades as people name them, without marks, against those that a plan knows."""

from __future__ import annotations

import pytest

from bot.domain import grades

OF_STAFF = (
    "không hoàn thành nhiệm vụ",
    "hoàn thành nhiệm vụ",
    "hoàn thành tốt nhiệm vụ",
    "hoàn thành xuất sắc nhiệm vụ",
)
OF_MILITIA = ("không hoàn thành", "hoàn thành", "tốt", "xuất sắc")


@pytest.mark.parametrize(
    ("said", "scale", "grade"),
    [
        ("hoan thanh tot", OF_STAFF, "hoàn thành tốt nhiệm vụ"),
        ("khong hoan thanh nhiem vu", OF_STAFF, "không hoàn thành nhiệm vụ"),
        ("hoan thanh nhiem vu", OF_MILITIA, "hoàn thành"),
        ("hoan thanh tot nhiem vu", OF_MILITIA, "tốt"),
        ("khong hoan thanh nhiem vu", OF_MILITIA, "không hoàn thành"),
        ("xuat sac", OF_STAFF, None),
        ("kha", OF_MILITIA, None),
    ],
)
def test_a_grade_is_named_in_short_and_in_full(said: str, scale: tuple[str, ...], grade: str | None) -> None:
    assert grades.named_so(said, scale) == grade


def test_what_no_scale_holds_is_a_grade_all_the_same() -> None:
    assert grades.is_grade("tien tien")
    assert not grades.is_grade("xong")
