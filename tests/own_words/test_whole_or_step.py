"""What is done by everybody whose work it is, or was long ago, is the whole; another step is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words.wards import OwnWard


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> OwnWard:
    folder: Path = tmp_path_factory.mktemp("ward")
    return OwnWard("le-loi", folder)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("các trường chuẩn bị năm học xong lâu r em ơi", "done"),
        ("cac truong chuan bi nam hoc xong roi", "done"),
        ("cả 3 trường chuẩn bị năm học xong", "done"),
        ("chuẩn bị năm học xong lâu r", "done"),
        ("chuẩn bị năm học coi như hoàn thành", "done"),
        ("chuẩn bị năm học coi như gần xong", "words"),
        ("các trường họp phụ huynh chuẩn bị năm học xong", "words"),
        ("trường Lê Lợi chuẩn bị năm học xong rồi", "words"),
        ("các trường chuẩn bị năm học chưa xong", "words"),
        ("các trường chuẩn bị năm học gần xong", "words"),
    ],
)
def test_the_whole_or_a_step(ward: OwnWard, text: str, kind: str) -> None:
    assert [(one.code, one.kind) for one in ward.hear("loan", text).records] == [("NV-007", kind)]
