"""Reads the reporting regimes and the holidays of an installation: TOML files into the domain's values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, RootModel, field_validator, model_validator

from bot.domain.periods import MONTHS, Regime
from bot.domain.sending import is_official_due
from bot.domain.workdays import WorkCalendar
from config.strict import Strict, read_toml

REGIMES = Path(__file__).with_name("regimes.toml")
HOLIDAYS = Path(__file__).with_name("holidays.toml")
OFFICIAL_DUE = 'cần "+3" (từ 1 ngày làm việc trở lên sau ngày chốt) hoặc "20" (ngày 1 đến 28 trong tháng)'


class _Regime(Strict):
    name: str
    cut_off: int | str
    source: str = ""
    year_ends: int = Field(12, ge=1, le=12)
    half_ends: int = Field(6, ge=1, le=12)
    year_begins: int | None = Field(None, ge=1, le=12)
    official_due: dict[str, str] = Field(default_factory=dict)

    @field_validator("cut_off", mode="before")
    @classmethod
    def _is_a_day(cls, said: object) -> object:
        if said == "last" or (type(said) is int and 1 <= said <= 27):
            return said
        raise ValueError('phải là số từ 1 đến 27 hoặc "last"')

    @model_validator(mode="after")
    def _ends_twice(self) -> Self:
        if self.half_ends == self.year_ends:
            raise ValueError("half_ends và year_ends phải là hai tháng khác nhau")
        if self.year_begins is not None and (self.half_ends, self.year_ends) == (6, 12):
            raise ValueError("year_begins chỉ ghi ở chế độ có năm riêng, như năm học")
        return self

    @field_validator("official_due")
    @classmethod
    def _names_days(cls, said: dict[str, str]) -> dict[str, str]:
        for kind, rule in said.items():
            if kind not in MONTHS:
                raise ValueError(f"{kind}: chỉ nhận {', '.join(MONTHS)}")
            if not is_official_due(rule, kind):
                raise ValueError(f"{kind}: {OFFICIAL_DUE}")
        return said

    def regime(self, code: str) -> Regime:
        cut_off = self.cut_off if isinstance(self.cut_off, int) else None
        return Regime(
            code,
            self.name,
            cut_off,
            self.source,
            self.year_ends,
            self.half_ends,
            self.official_due,
            self.year_begins,
        )


class _Regimes(RootModel[dict[str, _Regime]]):
    """Every table of regimes.toml."""


class _Holiday(Strict):
    name: str
    start: date = Field(alias="from")
    to: date | None = None
    source: str = ""
    estimated: bool = False

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.to and self.to < self.start:
            raise ValueError("ngày to đứng trước ngày from")
        return self

    def days(self) -> Iterator[date]:
        length = ((self.to or self.start) - self.start).days + 1
        return (self.start + timedelta(days=n) for n in range(length))


class _Swap(Strict):
    name: str
    off: date
    work: date
    source: str = ""

    @model_validator(mode="after")
    def _trades_a_weekday_for_a_weekend(self) -> Self:
        if self.off.weekday() > 4:
            raise ValueError(f"{self.off:%d/%m/%Y}: thứ Bảy, Chủ nhật đã là ngày nghỉ")
        if self.work.weekday() < 5:
            raise ValueError(f"{self.work:%d/%m/%Y}: ngày làm bù phải là thứ Bảy hoặc Chủ nhật")
        return self


class _Holidays(Strict):
    known_until: date
    holiday: list[_Holiday] = Field(default_factory=list)
    swap: list[_Swap] = Field(default_factory=list)

    @model_validator(mode="after")
    def _no_day_is_both(self) -> Self:
        both = {day for holiday in self.holiday for day in holiday.days()} & {swap.work for swap in self.swap}
        if both:
            raise ValueError(f"{min(both):%d/%m/%Y}: vừa là ngày nghỉ vừa là ngày làm bù")
        return self

    def calendar(self) -> WorkCalendar:
        named = {day: holiday.name for holiday in self.holiday for day in holiday.days()}
        return WorkCalendar(
            off=frozenset(named) | {swap.off for swap in self.swap},
            work=frozenset(swap.work for swap in self.swap),
            names=named | {day: swap.name for swap in self.swap for day in (swap.off, swap.work)},
            estimated=frozenset(
                day for holiday in self.holiday if holiday.estimated for day in holiday.days()
            ),
            known_until=self.known_until,
        )


def load_regimes(path: Path = REGIMES) -> dict[str, Regime]:
    """The regimes of the file by code. ConfigError names every problem by file and key."""
    return {code: said.regime(code) for code, said in read_toml(path, _Regimes).root.items()}


def load_calendar(path: Path = HOLIDAYS) -> WorkCalendar:
    """The working calendar of the file. ConfigError names every problem by file and key."""
    return read_toml(path, _Holidays).calendar()
