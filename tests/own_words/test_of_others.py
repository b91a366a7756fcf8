"""Words that are the whole name of somebody else's item are not told of an own one that is like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_words import wards


def test_the_whole_name_of_anothers_item_is_no_report_of_a_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = (wards.HERE / "le-loi.people.yaml").read_text(encoding="utf-8")
    for code in ("CT09", "NV-012"):
        people = people.replace(f"{{mã: {code}, phụ trách: dat}}", f"{{mã: {code}, phụ trách: khoa}}")
    (tmp_path / "le-loi.people.yaml").write_text(people, encoding="utf-8")
    monkeypatch.setattr(wards, "HERE", tmp_path)
    ward = wards.OwnWard("le-loi", tmp_path)
    assert ward.hear("dat", "ANCT, TTATXH dang lam").records == ()
    assert [one.code for one in ward.hear("khoa", "ANCT, TTATXH dang lam").records] == ["CT09"]
