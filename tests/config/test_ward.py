"""ward.toml sets a ward's rules; what it leaves out is as the program has it, what it gets wrong is named."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.ward import PeriodRules, Preset, WardRules
from config.calendars import load_regimes
from config.errors import ConfigError
from config.ward import EXAMPLE, read_ward, read_wards

NAMED = 'code = "tan-an"\nname = "Phường Tân An"\n'


def ward(tmp_path: Path, text: str) -> WardRules:
    path = tmp_path / "ward.toml"
    path.write_text(text, encoding="utf-8")
    return read_ward(path, load_regimes())


def problems(tmp_path: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as error:
        ward(tmp_path, text)
    return error.value.problems


def test_a_ward_needs_only_a_code_and_a_name(tmp_path: Path) -> None:
    assert ward(tmp_path, NAMED) == WardRules("tan-an", "Phường Tân An")


def test_the_example_says_every_key_and_the_values_that_hold_without_it() -> None:
    example = read_ward(EXAMPLE, load_regimes())
    said = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert said.keys() | {"seasons"} == {field.name for field in fields(WardRules)}
    assert "#   [[season]]" in EXAMPLE.read_text(encoding="utf-8")
    assert set(example.periods.values()) == {PeriodRules()}
    named = WardRules(example.code, example.name, presets=example.presets, periods=example.periods)
    assert named == example


def test_every_key_can_be_set(tmp_path: Path) -> None:
    found = ward(
        tmp_path,
        NAMED
        + """
        windows = ["7:00-11:00", "13:00-16:30"]
        digest_at = "7:15"
        due_day_at = "13:00"
        figure_stages = [3, 1, 0]
        risk_percent = 75
        week_summary = "t5 15:30"
        group_names = true
        summary_to = ["chair", "group"]
        [preset]
        regime = "calendar"
        due_rule = "5"
        [presets.giao_duc]
        frequency = "quarter"
        [presets.moi_truong]
        frequency = "week"
        due_rule = "t6"
        due_time = "11:00"
        [periods.month]
        official_due = "+2"
        [periods.week]
        official_due = "t2"
        grace = 1
        """,
    )
    assert found.windows == ((time(7), time(11)), (time(13), time(16, 30)))
    assert found.figure_stages == (3, 1, 0)
    assert found.risk_percent == Decimal(75)
    assert found.week_summary == (3, time(15, 30))
    assert found.group_names is True
    assert found.summary_to == ("chair", "group")
    assert found.presets["giao_duc"] == Preset("quarter", "calendar", "5", time(16, 30))
    assert found.presets["moi_truong"] == Preset("week", "calendar", "fri", time(11))
    assert found.task_preset == Preset()
    assert found.periods == {"month": PeriodRules("+2"), "week": PeriodRules("mon", 1)}


def test_all_problems_are_told_at_once_by_key(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        """
        code = "Tân An"
        nam = "Phường Tân An"
        windows = ["11:30-7:30"]
        digest_at = "25:00"
        figure_stages = [0, 2]
        risk_percent = 180
        week_summary = "t9 16:00"
        group_names = "có"
        [presets.y_te]
        frequency = "daily"
        due_time = 16
        [periods.daily]
        grace = 1
        [periods.month]
        grace = -1
        """,
    )
    assert {line.split(": ")[1] for line in found} == {
        "code",
        "name",
        "nam",
        "windows.1",
        "digest_at",
        "figure_stages",
        "risk_percent",
        "week_summary",
        "group_names",
        "presets.y_te.frequency",
        "presets.y_te.due_time",
        "periods.daily",
        "periods.month.grace",
    }
    assert all(line.startswith("ward.toml: ") for line in found)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('digest_at = "12:00"', "digest_at: phải nằm trong giờ gửi tin"),
        ('week_summary = "t6 12:00"', "week_summary: phải nằm trong giờ gửi tin"),
        ('windows = ["7:00-12:00", "11:00-17:00"]', "windows: các khoảng giờ phải theo thứ tự"),
        ('[preset]\nregime = "lunar"', "preset.regime: cần một trong nd09, calendar"),
        ('[preset]\ndue_rule = "t6"', "preset.due_rule: cần"),
        ('[preset]\ndue_rule = "31"', "preset.due_rule: cần"),
        ('[presets.y_te]\ndue_rule = "soon"', "presets.y_te.due_rule: cần"),
        ('[presets.y_te]\nfrequency = "week"\ndue_rule = "15"', "presets.y_te.due_rule: cần"),
        ('[periods.month]\nofficial_due = "+0"', 'periods.month.official_due: cần "+3"'),
        ('[periods.year]\nofficial_due = "t6"', 'periods.year.official_due: cần "+3"'),
    ],
)
def test_values_that_do_not_go_together_are_refused(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in problems(tmp_path, NAMED + text)[0]


def test_an_item_that_is_not_reported_needs_no_due_rule(tmp_path: Path) -> None:
    found = ward(tmp_path, NAMED + '[presets.an_ninh]\nfrequency = "none"\ndue_rule = "t6"')
    assert found.presets["an_ninh"].frequency == "none"


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    assert problems(tmp_path, NAMED + "windows = [") == ("ward.toml: cuối tệp: không đúng dạng TOML",)


def test_a_folder_holds_one_file_for_each_ward(tmp_path: Path) -> None:
    for code in ("tan-an", "le-loi"):
        (tmp_path / f"{code}.toml").write_text(f'code = "{code}"\nname = "Phường"\n')
    assert list(read_wards(tmp_path, load_regimes())) == ["le-loi", "tan-an"]


def test_problems_of_all_wards_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('code = "a"\n')
    (tmp_path / "b.toml").write_text('name = "B"\n')
    (tmp_path / "c.toml").write_text('code = "c"\nname = "C"\n')
    (tmp_path / "d.toml").write_text('code = "c"\nname = "D"\n')
    with pytest.raises(ConfigError) as error:
        read_wards(tmp_path, load_regimes())
    assert [line.split(": ")[:2] for line in error.value.problems] == [
        ["a.toml", "name"],
        ["b.toml", "code"],
        ["d.toml", "code"],
    ]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="không có tệp"):
        read_wards(tmp_path, load_regimes())


def test_without_a_file_the_example_holds() -> None:
    assert list(read_wards(None, load_regimes()))


def test_security_and_defence_stay_closed_until_a_decision_with_number_and_date_is_entered(
    tmp_path: Path,
) -> None:
    assert ward(tmp_path, NAMED).closed == {"an_ninh", "quoc_phong"}
    assert read_ward(EXAMPLE, load_regimes()).closed == {"an_ninh", "quoc_phong"}
    decided = ward(tmp_path, NAMED + 'defence_decision = "57/QĐ-UBND ngày 15/7/2026"')
    assert decided.closed == set()
    assert "quyết định" in problems(tmp_path, NAMED + 'defence_decision = "đồng ý"')[0]


SUMMER = """
windows = ["7:00-11:30", "13:30-17:00"]
[[season]]
from = "1/10"
to = "31/3"
windows = ["7:30-11:30", "13:00-16:30"]
"""


def test_the_hours_of_a_season_stand_over_the_usual_ones(tmp_path: Path) -> None:
    found = ward(tmp_path, NAMED + SUMMER)
    winter, usual = ((time(7, 30), time(11, 30)), (time(13), time(16, 30))), found.windows
    days = {(9, 30): usual, (10, 1): winter, (12, 31): winter, (1, 1): winter, (3, 31): winter, (4, 1): usual}
    for (month, day), hours in days.items():
        assert found.windows_on(date(2026, month, day)) == hours


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('week_summary = "t6 16:45"' + SUMMER, "week_summary: phải nằm trong giờ gửi tin (season.1.windows)"),
        ('digest_at = "7:15"' + SUMMER, "digest_at: phải nằm trong giờ gửi tin (season.1.windows)"),
        (
            SUMMER + '[[season]]\nfrom = "15/3"\nto = "30/6"\nwindows = ["7:00-17:00"]',
            "season.2: ngày 15/3 đã thuộc mùa thứ 1",
        ),
        (SUMMER.replace("31/3", "31/4"), 'season.1.to: cần ngày dạng "1/4"'),
    ],
)
def test_what_is_wrong_with_a_season_is_named(tmp_path: Path, text: str, wrong: str) -> None:
    assert problems(tmp_path, NAMED + text) == (f"ward.toml: {wrong}",)


def test_a_school_year_has_no_quarters(tmp_path: Path) -> None:
    text = '[presets.giao_duc]\nregime = "nam_hoc"\nfrequency = "{}"\n'
    assert ward(tmp_path, NAMED + text.format("half")).presets["giao_duc"].regime == "nam_hoc"
    (wrong,) = problems(tmp_path, NAMED + text.format("quarter"))
    assert wrong.startswith("ward.toml: presets.giao_duc.frequency: chế độ nam_hoc chỉ có")
