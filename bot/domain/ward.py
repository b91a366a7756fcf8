"""What a ward sets for itself once: names, hours, stages, thresholds, presets. All of it is data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from bot.domain.ladder import Rung
from bot.domain.reading.words import fold


@dataclass(frozen=True, slots=True)
class Preset:
    """How often an item is reported and when it is due inside the ward.

    `frequency`: week, month, quarter, half, nine_months, year or none. `regime`: "nd09" or "calendar".
    `due_rule`: "+2" (working days after the cut-off), "17" (day of the month of the cut-off, or of the next
    month when that day is already past), "fri" (that weekday of the week that is reported).
    """

    frequency: str = "month"
    regime: str = "nd09"
    due_rule: str = "+2"
    due_time: time = time(16, 30)


@dataclass(frozen=True, slots=True)
class PeriodRules:
    """What a ward sets for a kind of period: see `bot.domain.sending`.

    `official_due`: by when its report goes upwards, a due rule; None: as the regime says. `grace`: working
    days after the internal due in which a report is still in time.
    """

    official_due: str | None = None
    grace: int = 0


Windows = tuple[tuple[time, time], ...]


@dataclass(frozen=True, slots=True)
class Season:
    """Sending hours from one day of the year (month, day) to another, both included; also over New Year."""

    begins: tuple[int, int]
    ends: tuple[int, int]
    windows: Windows

    def __contains__(self, day: date) -> bool:
        here = day.month, day.day
        if self.begins <= self.ends:
            return self.begins <= here <= self.ends
        return here >= self.begins or here <= self.ends


@dataclass(frozen=True, slots=True)
class WardRules:
    """One ward's settings (ward.toml). Day counts are working days; `windows` are the sending hours, but
    for the days of `seasons` (provinces set working hours by season): ask `windows_on`.

    `presets` are keyed by field code; `preset` is for every other indicator, `task_preset` for tasks without
    a date. `risk_percent` and `small_target` are the thresholds of "nguy cơ" (product: a cumulative flow of
    12 or more below 80 % of its phased or pro-rated target). `ceiling_exceeds`: a value below a ceiling is
    "vượt", not "đạt" (some wards say so). `week_summary` is (weekday, time), Monday = 0.
    `ladder` is who is told after the person that something is overdue, at `escalate_at`; who decides on an
    request is reminded after `decision_days`, an explanation without a day is due after `explain_days`.
    `confirm_completion`: a task said to be done waits for a yes of who decides on it.
    The words of messages are kept for `raw_text_days`; a chat may send `messages_a_minute`.
    `closed_fields` (codes) are off until `defence_decision` holds the number and date of the chairman's
    written decision: security and defence figures may be state secrets.
    `summary_to` are the roles to whom summaries of periods go, and "group" for the ward's group chat.
    `periods` are keyed by kind of period.
    A missed summary is still worth sending for `week_summary_days` (longer periods: `period_summary_days`).
    """

    code: str
    name: str
    province: str = ""
    office: str = "Văn phòng HĐND và UBND"
    office_phone: str = ""
    duty_phone: str = ""
    windows: Windows = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
    seasons: tuple[Season, ...] = ()
    digest_at: time = time(7, 30)
    due_day_at: time = time(13, 30)
    figure_stages: tuple[int, ...] = (2, 0)
    task_stages: tuple[int, ...] = (7, 3, 1, 0)
    soon_days: int = 3
    ladder: tuple[Rung, ...] = (Rung("unit_head", 1), Rung("leader", 3), Rung("chair", 5))
    escalate_at: time = time(13, 30)
    decision_days: int = 1
    explain_days: int = 2
    confirm_completion: bool = True
    risk_percent: Decimal = Decimal(80)
    small_target: Decimal = Decimal(12)
    ceiling_exceeds: bool = False
    preset: Preset = Preset()
    task_preset: Preset = Preset()
    presets: Mapping[str, Preset] = field(default_factory=dict)
    periods: Mapping[str, PeriodRules] = field(default_factory=dict)
    week_summary: tuple[int, time] = (4, time(16, 0))
    week_summary_days: int = 1
    period_summary_days: int = 5
    summary_to: tuple[str, ...] = ("chair", "leader", "clerk", "group")
    group_names: bool = False
    invitation_days: int = 14
    question_hours: int = 48
    raw_text_days: int = 90
    messages_a_minute: int = 60
    closed_fields: tuple[str, ...] = ("an_ninh", "quoc_phong")
    defence_decision: str = ""

    def windows_on(self, day: date) -> Windows:
        """The sending hours of a working day: those of its season, else the usual ones."""
        return next((season.windows for season in self.seasons if day in season), self.windows)

    @property
    def closed(self) -> frozenset[str]:
        """Codes of the fields that are off: nothing in them is asked, taken, or shown."""
        return frozenset() if self.defence_decision else frozenset(self.closed_fields)

    def is_open_by_code(self, code: str, name: str) -> bool:
        """True for a field that is about security or defence by its name, and open without a decision: its
        code in the plan is another one than those of `closed_fields`."""
        is_secret = re.search(r"\b(?:an ninh|quoc phong|quan su|cong an)\b", fold(name)) is not None
        return is_secret and bool(self.closed) and code not in self.closed
