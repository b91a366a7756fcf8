"""Reads the reporting regimes and the holidays of an installation: TOML files into the domain's values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails

from bot.domain.periods import Regime
from bot.domain.workdays import WorkCalendar
from config.errors import ConfigError

REGIMES = Path(__file__).with_name("regimes.toml")
HOLIDAYS = Path(__file__).with_name("holidays.toml")

WRONG = {
    "missing": "chưa ghi",
    "extra_forbidden": "không có khóa này",
    "date_type": "phải là ngày, ví dụ 2026-11-24",
    "string_type": "phải là chữ trong ngoặc kép",
    "bool_type": "phải là true hoặc false",
    "list_type": "phải viết thành bảng [[…]]",
    "model_type": "phải là một bảng",
}
PLACE = re.compile(r"at line (\d+), column (\d+)")


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Regime(_Strict):
    name: str
    cut_off: int | str
    source: str = ""

    @field_validator("cut_off", mode="before")
    @classmethod
    def _is_a_day(cls, said: object) -> object:
        if said == "last" or (isinstance(said, int) and 1 <= said <= 27):
            return said
        raise ValueError('phải là số từ 1 đến 27 hoặc "last"')

    def regime(self, code: str) -> Regime:
        return Regime(code, self.name, self.cut_off if isinstance(self.cut_off, int) else None, self.source)


class _Regimes(RootModel[dict[str, _Regime]]):
    """Every table of regimes.toml."""


class _Holiday(_Strict):
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


class _Swap(_Strict):
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


class _Holidays(_Strict):
    known_until: date
    holiday: list[_Holiday] = []
    swap: list[_Swap] = []

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
    return {code: said.regime(code) for code, said in _read(path, _Regimes).root.items()}


def load_calendar(path: Path = HOLIDAYS) -> WorkCalendar:
    """The working calendar of the file. ConfigError names every problem by file and key."""
    return _read(path, _Holidays).calendar()


Shape = TypeVar("Shape", bound=BaseModel)


def _read(path: Path, shape: type[Shape]) -> Shape:
    try:
        return shape.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ConfigError([f"{path}: không đọc được tệp ({error.strerror})"]) from error
    except UnicodeDecodeError as error:
        raise ConfigError([f"{path.name}: tệp phải ghi bằng mã UTF-8"]) from error
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        where = place.expand(r"dòng \1, cột \2") if place else "cuối tệp"
        raise ConfigError([f"{path.name}: {where}: không đúng dạng TOML"]) from error
    except ValidationError as error:
        raise ConfigError(_problem(path, found) for found in error.errors()) from error


def _problem(path: Path, found: ErrorDetails) -> str:
    """One line like "holidays.toml: holiday 3, from: phải là ngày…"; tables of a list are counted from 1."""
    where = ", ".join(f"{part + 1}" if isinstance(part, int) else part for part in found["loc"])
    what = WRONG.get(found["type"]) or str(found.get("ctx", {}).get("error", found["msg"]))
    return ": ".join(filter(None, (path.name, where, what)))
