"""How it is said that somebody is away and somebody else acts."""

from __future__ import annotations

from datetime import date, timedelta

from db.item_view import ItemView
from db.models import Figure, Progress
from db.ward_view import PersonView, WardView
from handlers.texts.common import capital, named
from handlers.texts.numbers import count, short_day

SOON = 14
"""So many days ahead the clerk is shown who will be away."""


def on_behalf(item: ItemView, person: PersonView, ward: WardView) -> str:
    """ " (thay anh Minh)" after an item that somebody has only while its owner is away."""
    owner = ward.people.get(item.owner_id or 0)
    return f" (thay {named(owner)})" if owner is not None and owner.id != person.id else ""


def told_apart(person: PersonView, ward: WardView) -> str:
    """What tells a person from those who are addressed alike: the unit, else the full name; empty without any."""
    others = ward.namesakes.get(person.id, ())
    unit = ward.unit_name(person.unit_id)
    if not others or (unit and all(one.unit_id != person.unit_id for one in others)):
        return unit if others and unit else ""
    return person.name if all(one.name != person.name for one in others) else f"mã {person.code}"


def answers(item: ItemView, ward: WardView, *, inner: bool = False) -> str:
    """Who answers for an item: "anh Minh"; while he is away "chị Lan (thay anh Minh)", `inner` within brackets."""
    owner = ward.people.get(item.owner_id or 0)
    if owner is None:
        return named(owner)
    if owner.id not in ward.away:
        beside = told_apart(owner, ward)
        said = f", {beside}" if inner else f" ({beside})"
        return f"{named(owner)}{said if beside else ''}"
    acting = ward.substitute(owner.id)
    who, beside = (named(acting), f"thay {named(owner)}") if acting else (named(owner), "đang nghỉ")
    return f"{who}, {beside}" if inner else f"{who} ({beside})"


def gave(giver: PersonView, owner: PersonView | None, day: date, ward: WardView) -> str:
    """Who gave a figure: "anh Minh gửi", "chị Lan nhập thay anh Minh", as substitute "chị Lan (thay anh Minh) gửi"."""
    if owner is None or owner.id == giver.id:
        return f"{named(giver)} gửi"
    if any(one.person == owner.id and one.covers(day) for one in ward.absences):
        return f"{named(giver)} (thay {named(owner)}) gửi"
    return f"{named(giver)} nhập thay {named(owner)}"


def source(row: Figure | Progress, ward: WardView) -> str:
    """The same of a stored row: "anh Minh gửi", of what came with the plan "số nhập cùng kế hoạch"."""
    giver = ward.who(row.entered_by_id)
    if giver is None:
        return "số nhập cùng kế hoạch" if row.channel == "load" else "không rõ người gửi"
    return gave(giver, ward.who(row.person_id), row.at.date(), ward)


def in_name_of(by: PersonView, place: PersonView | None) -> str:
    """ "anh Tuấn (thay đồng chí Nga)" for who decided in somebody's place."""
    return f"{named(by)} (thay {named(place)})" if place is not None else named(by)


def is_away(person: PersonView, ward: WardView) -> str:
    """ "nghỉ đến 27/11, chị Lan thay"; empty for who is there."""
    absence = ward.away.get(person.id)
    if absence is None:
        return ""
    acting = ward.substitute(person.id)
    return (
        f"nghỉ đến {short_day(absence.last)}, {f'{named(acting)} thay' if acting else 'chưa có người thay'}"
    )


def leave_of(person: PersonView, ward: WardView) -> list[str]:
    """A person's leave that is not over: "Nghỉ 23/11–27/11, chị Lan thay"."""
    return [
        f"Nghỉ {short_stretch(one.first, one.last)}, {by_substitute(one.substitute, ward)}"
        for one in ward.absences
        if one.person == person.id and one.last >= ward.today
    ]


def away_before(person: PersonView, until: date | None, ward: WardView) -> list[str]:
    """Leave of who gets work due on a day: "Chị Minh nghỉ 17/11–20/11, anh Dũng thay."; without a day, soon."""
    last = until or ward.today + timedelta(days=SOON)
    said = [
        f"{short_stretch(one.first, one.last)}, {by_substitute(one.substitute, ward)}"
        for one in ward.absences
        if one.person == person.id and one.last >= ward.today and one.first <= last
    ]
    return [f"{capital(named(person))} nghỉ {'; '.join(said)}."] if said else []


def everybody_away(ward: WardView) -> list[str]:
    """A line for those who are away now, and one for those who will be within the fortnight."""
    now = [
        f"{named(ward.people[key])} {is_away(ward.people[key], ward)}"
        for key in ward.away
        if key in ward.people
    ]
    soon = [
        f"{named(ward.people[one.person])} {short_stretch(one.first, one.last)}, {by_substitute(one.substitute, ward)}"
        for one in ward.absences
        if one.person in ward.people and 0 < (one.first - ward.today).days <= SOON
    ]
    lines = [f"Đang nghỉ ({count(len(now))}): {'; '.join(now)}."] if now else []
    return lines + ([f"Sắp nghỉ ({count(len(soon))}): {'; '.join(soon)}."] if soon else [])


def short_stretch(first: date, last: date) -> str:
    """ "23/11–27/11"; of one day "23/11"."""
    return short_day(first) if first == last else f"{short_day(first)}–{short_day(last)}"


def by_substitute(person_id: int | None, ward: WardView) -> str:
    """ "chị Lan thay"."""
    return f"{named(ward.who(person_id))} thay" if person_id else "chưa có người thay"
