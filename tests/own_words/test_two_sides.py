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


@pytest.mark.parametrize("text", ["Thu 6,85 tỷ; chi 6,12 tỷ", "thu 6,85 tỷ, còn chi 6,12 tỷ"])
def test_each_side_is_recorded(ward: OwnWard, text: str) -> None:
    assert set(ward.hear("hoa", text).records) == {THU, CHI}


def test_the_day_behind_both_holds_for_both(ward: OwnWard) -> None:
    outcome = ward.hear("hoa", "Thu 6,85 tỷ, chi 6,12 tỷ tính đến 15/11")
    assert outcome.asks
    assert not outcome.records


def test_without_a_stop_between_them_it_is_asked(ward: OwnWard) -> None:
    outcome = ward.hear("hoa", "thu 6,85 tỷ chi 6,12 tỷ")
    assert outcome.asks
    assert not outcome.records
