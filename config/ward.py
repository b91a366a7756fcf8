"""Reads a ward's own rules: ward.toml into `bot.domain.ward.WardRules`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bot.domain.ladder import Rung
from bot.domain.periods import Kind, Regime
from bot.domain.schedule import WEEKDAYS, is_due_rule
from bot.domain.sending import is_official_due
from bot.domain.ward import PeriodRules, Preset, Season, WardRules
from config.calendars import OFFICIAL_DUE
from config.errors import ConfigError
from config.strict import Strict, read_toml

EXAMPLE = Path(__file__).with_name("ward.example.toml")
OWN = Path(__file__).with_name("ward.toml")
_WEEKDAYS_SAID = dict(zip(("t2", "t3", "t4", "t5", "t6", "t7", "cn"), WEEKDAYS, strict=True))


def read_ward(path: Path, regimes: Mapping[str, Regime]) -> WardRules:
    """The rules that the file sets. ConfigError names every problem by file and key."""
    rules = read_toml(path, _Ward).rules()
    if problems := [f"{path.name}: {problem}" for problem in _problems(rules, regimes)]:
        raise ConfigError(problems)
    return rules


def read_wards(path: Path | None, regimes: Mapping[str, Regime]) -> dict[str, WardRules]:
    """The rules of every ward of an installation by code: one file, or each *.toml of a folder.

    Without a path: ward.toml beside this module, or else the example that ships.
    """
    path = path or (OWN if OWN.exists() else EXAMPLE)
    wards: dict[str, WardRules] = {}
    problems: list[str] = []
    for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
        try:
            rules = read_ward(file, regimes)
        except ConfigError as error:
            problems += error.problems
            continue
        if rules.code in wards:
            problems.append(f"{file.name}: code: phường {rules.code} đã có tệp khác")
        wards[rules.code] = rules
    if not wards and not problems:
        problems.append(f"WARD_FILE: thư mục {path} không có tệp .toml nào")
    if problems:
        raise ConfigError(problems)
    return wards


# --- how a value is written ----------------------------------------------------------------------


def _hour(said: object) -> time:
    found = re.fullmatch(r"(\d{1,2}):([0-5]\d)", str(said))
    if not found or int(found[1]) > 23:
        raise ValueError('cần giờ dạng "7:30"')
    return time(int(found[1]), int(found[2]))


def _window(said: object) -> tuple[time, time]:
    start, _, end = str(said).partition("-")
    window = _hour(start.strip()), _hour(end.strip())
    if window[0] >= window[1]:
        raise ValueError("giờ sau phải muộn hơn giờ trước")
    return window


def _in_turn(windows: list[tuple[time, time]]) -> tuple[tuple[time, time], ...]:
    if any(later[0] < earlier[1] for earlier, later in pairwise(windows)):
        raise ValueError("các khoảng giờ phải theo thứ tự và không chồng nhau")
    return tuple(windows)


def _year_day(said: object) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})", str(said))
    try:
        # A leap year has every day that a year may have.
        day = date(2024, int(found[2]), int(found[1])) if found else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError('cần ngày dạng "1/4"')
    return day.month, day.day


def _weekday(said: str) -> str:
    day = said.strip().lower()
    return _WEEKDAYS_SAID.get(day, day)


def _week_moment(said: str) -> tuple[int, time]:
    day, _, hour = said.partition(" ")
    if _weekday(day) not in WEEKDAYS:
        raise ValueError('cần thứ và giờ dạng "t6 16:00"')
    return WEEKDAYS.index(_weekday(day)), _hour(hour)


def _falling(days: list[int]) -> tuple[int, ...]:
    if any(later >= earlier for earlier, later in pairwise(days)) or any(day < 0 for day in days):
        raise ValueError("cần các số ngày giảm dần, ví dụ [7, 3, 1, 0]")
    return tuple(days)


def _decision(said: str) -> str:
    if said and not re.search(r"\d+/.*\d{1,2}/\d{1,2}/\d{4}", said):
        raise ValueError('cần số và ngày của quyết định, ví dụ "57/QĐ-UBND ngày 15/7/2026", hoặc bỏ trống')
    return said


_Hour = Annotated[time, BeforeValidator(_hour)]
_Window = Annotated[tuple[time, time], BeforeValidator(_window)]
_Windows = Annotated[list[_Window], Field(min_length=1), AfterValidator(_in_turn)]
_Stages = Annotated[list[int], AfterValidator(_falling)]
_YearDay = Annotated[tuple[int, int], BeforeValidator(_year_day)]
_Days = Annotated[int, Field(ge=1, le=365)]


class _Preset(Strict):
    """A preset as far as it is said; None is not said."""

    frequency: Literal[Kind, "none"] | None = None
    regime: str | None = None
    due_rule: Annotated[str, AfterValidator(_weekday)] | None = None
    due_time: _Hour | None = None

    def over(self, base: Preset) -> Preset:
        """What is said here, and the rest as in `base`."""
        return replace(base, **_said(self))


class _PeriodRules(Strict):
    """What is set for a kind of period; None is not said."""

    official_due: Annotated[str, AfterValidator(_weekday)] | None = None
    grace: Annotated[int, Field(ge=0, le=30)] = 0


class _Ladder(Strict):
    """Working days after the due day at which each is told; 0 for never."""

    unit_head: Annotated[int, Field(ge=0, le=365)] = 1
    leader: Annotated[int, Field(ge=0, le=365)] = 3
    chair: Annotated[int, Field(ge=0, le=365)] = 5

    def rungs(self) -> tuple[Rung, ...]:
        """Those who are told, from the bottom."""
        return tuple(Rung(who, after) for who, after in self if after)


class _Season(Strict):
    """Sending hours of a part of the year."""

    begins: Annotated[_YearDay, Field(alias="from")]
    ends: Annotated[_YearDay, Field(alias="to")]
    windows: _Windows

    def season(self) -> Season:
        return Season(self.begins, self.ends, tuple(self.windows))


_Recipient = Literal["chair", "leader", "clerk", "observer", "group"]


class _Ward(Strict):
    """The keys of ward.toml; None is not said."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
    name: Annotated[str, Field(min_length=1)]
    province: str | None = None
    office: str | None = None
    office_phone: str | None = None
    duty_phone: str | None = None
    windows: _Windows | None = None
    season: list[_Season] = Field(default_factory=list)
    digest_at: _Hour | None = None
    due_day_at: _Hour | None = None
    figure_stages: _Stages | None = None
    task_stages: _Stages | None = None
    soon_days: _Days | None = None
    ladder: _Ladder = _Ladder()
    escalate_at: _Hour | None = None
    decision_days: _Days | None = None
    explain_days: _Days | None = None
    confirm_completion: bool | None = None
    risk_percent: Annotated[int, Field(ge=1, le=100), AfterValidator(Decimal)] | None = None
    small_target: Annotated[int, Field(ge=0), AfterValidator(Decimal)] | None = None
    ceiling_exceeds: bool | None = None
    week_summary: Annotated[str, AfterValidator(_week_moment)] | None = None
    week_summary_days: _Days | None = None
    period_summary_days: _Days | None = None
    summary_to: Annotated[list[_Recipient], AfterValidator(tuple)] | None = None
    group_names: bool | None = None
    invitation_days: _Days | None = None
    question_hours: Annotated[int, Field(ge=1, le=720)] | None = None
    raw_text_days: Annotated[int, Field(ge=1, le=3650)] | None = None
    messages_a_minute: Annotated[int, Field(ge=5, le=100_000)] | None = None
    closed_fields: Annotated[list[str], AfterValidator(tuple)] | None = None
    defence_decision: Annotated[str, AfterValidator(_decision)] | None = None
    preset: _Preset = _Preset()
    task_preset: _Preset = _Preset()
    presets: dict[str, _Preset] = Field(default_factory=dict)
    periods: dict[Kind, _PeriodRules] = Field(default_factory=dict)

    def rules(self) -> WardRules:
        """What is said here, and the rest as in `WardRules`; the preset of a field starts from `preset`."""
        base = self.preset.over(Preset())
        said = _said(self)
        del said["season"]
        return WardRules(
            **said
            | {
                "seasons": tuple(one.season() for one in self.season),
                "ladder": self.ladder.rungs(),
                "preset": base,
                "task_preset": self.task_preset.over(Preset()),
                "presets": {field: preset.over(base) for field, preset in self.presets.items()},
                "periods": {kind: PeriodRules(**_said(one)) for kind, one in self.periods.items()},
            }
        )


def _said(table: Strict) -> dict[str, Any]:
    return {key: value for key, value in table if value is not None}


# --- what only shows when everything is together --------------------------------------------------


def _problems(rules: WardRules, regimes: Mapping[str, Regime]) -> Iterator[str]:
    hours = {"windows": rules.windows}
    hours |= {f"season.{place}.windows": one.windows for place, one in enumerate(rules.seasons, 1)}
    for name, windows in hours.items():
        moments = {key: getattr(rules, key) for key in ("digest_at", "due_day_at", "escalate_at")}
        for key, hour in (moments | {"week_summary": rules.week_summary[1]}).items():
            if not any(start <= hour < end for start, end in windows):
                yield f"{key}: phải nằm trong giờ gửi tin ({name})"
    yield from _overlaps(rules.seasons)
    if any(higher.after <= lower.after for lower, higher in pairwise(rules.ladder)):
        yield "ladder: trưởng đơn vị, lãnh đạo, Chủ tịch phải theo thứ tự số ngày tăng dần (0 là không báo)"
    yield from _wrong_presets(rules, regimes)
    for kind, one in rules.periods.items():
        if one.official_due is not None and not is_official_due(one.official_due, kind):
            yield f"periods.{kind}.official_due: {OFFICIAL_DUE}"


def _wrong_presets(rules: WardRules, regimes: Mapping[str, Regime]) -> Iterator[str]:
    named = {"preset": rules.preset, "task_preset": rules.task_preset}
    named |= {f"presets.{field}": preset for field, preset in rules.presets.items()}
    for key, preset in named.items():
        if preset.regime not in regimes:
            yield f"{key}.regime: cần một trong {', '.join(regimes)}"
        elif not regimes[preset.regime].allows(preset.frequency):
            yield f"{key}.frequency: chế độ {preset.regime} chỉ có week, month, half, year"
        if preset.frequency != "none" and not is_due_rule(preset.due_rule, preset.frequency):
            yield (
                f'{key}.due_rule: cần "+2" (số ngày làm việc sau ngày chốt), "17" (ngày 1 đến 28 trong tháng)'
                ' hoặc, với báo cáo tuần, "t6" (thứ)'
            )


def _overlaps(seasons: Sequence[Season]) -> Iterator[str]:
    year = [date(2024, 1, 1) + timedelta(days=step) for step in range(366)]
    for day in year:
        here = [place for place, one in enumerate(seasons, 1) if day in one]
        if len(here) > 1:
            yield f"season.{here[1]}: ngày {day.day}/{day.month} đã thuộc mùa thứ {here[0]}"
            return
