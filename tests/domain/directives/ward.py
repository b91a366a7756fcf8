"""An invented ward for orders: units as wards have them since 2025, people who share names."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.directives import KnownPerson, KnownUnit, Roster
from bot.domain.workdays import WARD_ZONE

NOW = datetime(2026, 11, 16, 8, 5, tzinfo=WARD_ZONE)
"""Monday."""
UNITS = (
    KnownUnit(1, "Văn phòng HĐND và UBND"),
    KnownUnit(2, "Phòng Kinh tế, Hạ tầng và Đô thị"),
    KnownUnit(3, "Phòng Văn hóa - Xã hội"),
    KnownUnit(4, "Trung tâm Phục vụ hành chính công"),
    KnownUnit(5, "Trạm Y tế phường"),
    KnownUnit(6, "Công an phường"),
    KnownUnit(7, "Ban Chỉ huy Quân sự phường"),
    KnownUnit(8, "Tổ dân phố số 5"),
    KnownUnit(9, "Tổ dân phố số 7"),
    KnownUnit(10, "Trường Mầm non Hoa Sen"),
)
PEOPLE = (
    KnownPerson(1, "Đinh Quốc Hùng", "đồng chí", None),
    KnownPerson(2, "Ngô Tiến Dũng", "đồng chí", None, leads=True),
    KnownPerson(3, "Lương Thúy Nga", "đồng chí", None, leads=True),
    KnownPerson(4, "Hà Ngọc Lan", "chị", 1),
    KnownPerson(5, "Bùi Đức Minh", "anh", 3),
    KnownPerson(6, "Phan Thu Hương", "chị", 3, heads=True),
    KnownPerson(7, "Vi Anh Tuấn", "anh", 3),
    KnownPerson(8, "Mạc Hải Yến", "chị", 5, heads=True),
    KnownPerson(9, "Lục Mạnh Cường", "anh", 2, heads=True),
    KnownPerson(10, "Trần Anh Tú", "anh", 2),
    KnownPerson(11, "Doãn Tuyết Mai", "chị", 4, heads=True),
    KnownPerson(12, "Nông Hoàng Long", "anh", 6, heads=True),
    KnownPerson(13, "Thạch Trung Kiên", "anh", 7, heads=True),
    KnownPerson(14, "Lê Văn Tuân", "bác", 8, heads=True),
    KnownPerson(15, "Đỗ Thị Hương", "cô", 9, heads=True),
    KnownPerson(16, "Cao Thị Sen", "cô", 10, heads=True),
    KnownPerson(17, "Nguyễn Tú Anh", "chị", 2),
)
ROSTER = Roster(PEOPLE, UNITS)
NAMES = {one.id: one.name for one in PEOPLE}
UNIT_NAMES = {one.id: one.name for one in UNITS}


def workday(day: date) -> bool:
    return day.weekday() < 5
