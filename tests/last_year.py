"""Dialogues between two years: what last year's plan left behind, and the plan of the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from bot.commands.sample_ward import FILES, sample_office
from bot.loading.applying import apply
from bot.loading.carrying import carry_over, want
from bot.loading.document import moved
from bot.loading.reading import read_documents
from db.models import Item, Person, Plan, Progress, Ward
from db.session import Sessions

NEXT = 2027
"""The year after the one that dialogues are about."""
PLANS = Path(__file__).parent / "plans"


def other_years(
    sessions: Sessions, now: datetime, directives: Mapping[str, str], files: Sequence[Path]
) -> None:
    """What a dialogue's head says of the year before and of the year after."""
    if "việc năm trước" in directives:
        carry_last_year(sessions, now)
    if (named := directives.get("kế hoạch năm sau")) is not None:
        load_next_year(sessions, now, (PLANS / f"{named}.yaml",) if named else files)
    if "chuyển hết" in directives:
        want_everything(sessions, now)


def carry_last_year(sessions: Sessions, now: datetime) -> None:
    """Two tasks of the year before, one of them done; what is open goes over into this year's plan."""
    last = now.year - 1
    with sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        owner = session.scalars(select(Person).where(Person.code == "son")).one()
        model = session.scalars(select(Item).where(Item.key == "NV-007")).one()
        plan = Plan(ward_id=ward.id, year=last, title="", source_year=last, loaded_at=now)
        session.add(plan)
        session.flush()
        for key, name in (("NV-021", "Cắm biển cấm đỗ xe"), ("NV-022", "Lắp camera giao thông")):
            task = Item(
                ward_id=ward.id, plan_id=plan.id, kind="task", key=key, slug=key, sort=1, name=name,
                short_name=name, owner_id=owner.id, field_id=model.field_id, frequency="none",
                due_on=date(last, 11, 30),
                milestones=[
                    {"on": f"{last}-10-15", "name": "dự thảo"},
                    {"on": f"{now.year}-01-29", "name": "nghiệm thu"},
                ],
            )  # fmt: skip
            session.add(task)
        session.flush()
        said = {"period": f"{last}-12", "reported_at": now, "at": now}
        session.add(Progress(ward_id=ward.id, item_id=task.id, state="done", **said))
        session.flush()
        carry_over(session, ward.id, now.year, now, sample_office().rules.task_preset)


def want_everything(sessions: Sessions, now: datetime) -> None:
    """As `load --carry-over` does while this year's plan is still worked by."""
    with sessions.begin() as session:
        want(session, session.scalars(select(Ward.id)).one(), NEXT, now)


def load_next_year(sessions: Sessions, now: datetime, files: Sequence[Path] = FILES) -> None:
    """A plan for the year after, in which nothing is known yet; as a rule the same plan once more."""
    office = sample_office()
    document, problems = read_documents(list(files))
    assert not problems
    with sessions.begin() as session:
        new = replace(moved(document, NEXT), known=())
        found = apply(session, office.rules, office.regimes, new, NEXT, now)
        assert not found.problems, found.problems
