"""Income and spending in one message: a figure of each, by the one day that stands behind both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words.wards import OwnWard, Record

THU, CHI = Record("CT01a", "figure", "6850000000"), Record("CT01b", "figure", "6120000000")


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> OwnWard:
    folder: Path = tmp_path_factory.mktemp("ward")
    return OwnWard("le-loi", folder)


def test_each_side_is_recorded(ward: OwnWard) -> None:
    assert set(ward.hear("hoa", "Thu 6,85 tỷ; chi 6,12 tỷ").records) == {THU, CHI}


def test_the_day_behind_both_holds_for_both(ward: OwnWard) -> None:
    outcome = ward.hear("hoa", "Thu 6,85 tỷ, chi 6,12 tỷ tính đến 15/11")
    assert outcome.asks
    assert not outcome.records


@pytest.mark.parametrize("text", ["thu 6,85 tỷ chi 6,12 tỷ", "thu 6,85 tỷ, còn chi 6,12 tỷ"])
def test_what_cannot_be_told_apart_is_asked(ward: OwnWard, text: str) -> None:
    outcome = ward.hear("hoa", text)
    assert outcome.asks
    assert not outcome.records
