"""Numbers of what is lacking, to come or half-way, and their neighbours that report."""

from __future__ import annotations

import re

import pytest

from bot.domain.reading.doubts.unreached import unreached

NUMBER = re.compile(r"\d+(?: căn| can| người| em)?")


def told(text: str) -> str | None:
    return unreached(text, next(iter(NUMBER.finditer(text))).span(), "Nhà tình thương; sửa chữa cho hộ nghèo")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thiếu 3 dân quân cơ động chưa kiếm ra người", "lacking"),
        ("cần bổ sung 3 người", "lacking"),
        ("nhà tình thương còn nợ 1 căn", "lacking"),
        ("xklđ rớt visa 2 em", "lacking"),
        ("bị trả lại 2 căn", "lacking"),
        ("nha tinh thuong thieu 1 can", "lacking"),
        ("nhà tình thương sắp xây 3 căn", "halfway"),
        ("nhà tình thương: định cất 3 căn", "halfway"),
        ("nhà tình thương mai bàn giao 1 căn", "halfway"),
        ("nha tinh thuong sap xay 3 can", "halfway"),
        ("nhà tình thương khởi công 2 căn", "halfway"),
        ("nhà tình thương khảo sát 2 căn", "halfway"),
        ("chưa sửa được 2 căn nhà tình thương", "halfway"),
        ("nhà tình thương 2 căn chờ duyệt", "halfway"),
        ("nhà tình thương 2 căn chưa xong", "halfway"),
        ("xklđ có 2 em đang học tiếng", "halfway"),
        ("việc làm: mới có 2 trong số đó đi làm", "halfway"),
        ("nhà tình thương xong 2 căn", None),
        ("nhà tình thương xin được 3 căn", None),
        ("nhà tình thương 2 căn rồi, cần thêm kinh phí", None),
        ("nhà tình thương tính đến nay 3 căn", None),
        ("nhà tình thương sắp xếp lại 3 căn", None),
        ("anh Mai báo 2 căn nhà tình thương", None),
        ("cất 2 căn cho hộ nghèo", None),
        ("có 143 người chưa kể tổ 5", None),
        ("được 143 người chưa đạt kế hoạch", None),
        ("được 3 căn trong số đó 1 căn sửa", None),
        ("3 căn đang chờ đối chiếu", None),
        ("sửa chữa 2 căn", None),
    ],
)
def test_what_a_number_counts_that_is_not_there_yet(text: str, kind: str | None) -> None:
    assert told(text) == kind


def test_what_the_item_is_called_by_says_nothing() -> None:
    assert unreached("thiếu 3 hộ nước sạch", (6, 7), "Số hộ thiếu nước sạch") is None
