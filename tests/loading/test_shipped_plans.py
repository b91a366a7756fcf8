"""The four real plans that ship: complete, readable, judged, loaded."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from sqlalchemy import func, select

from bot.domain.progress import Line, judge_plan
from bot.domain.targets import Target, from_json
from bot.domain.verdict import Known
from bot.loading.cells import folded
from db.models import Figure, Item, Person, Plan, TargetRow, Ward
from db.session import Sessions
from tests.loading.plans import COUNTS, NOW, PLANS, SOURCES, load, rules_of, shipped


def _source(name: str) -> dict[str, Any]:
    path = SOURCES / f"{name}.yaml"
    if not path.exists():
        pytest.skip("the analysed plans are not here")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", COUNTS)
def test_a_shipped_plan_has_every_indicator_and_task(name: str) -> None:
    document = shipped(name)
    assert (len(document.indicators), len(document.tasks)) == COUNTS[name]
    assert {line.field for line in document.items} <= {line.code for line in document.fields}


@pytest.mark.parametrize("name", COUNTS)
def test_a_shipped_plan_says_what_the_document_says(name: str) -> None:
    document, source = shipped(name), _source(name)
    said = {line.slug: folded(line.name or "") for line in document.items}
    for item in (*source["indicators"], *source["tasks"]):
        assert said[item["id"]].startswith(folded(item["text"]).rstrip(" .;"))
    targets = {line.slug: line.target for line in document.indicators}
    for item in source["indicators"]:
        target = targets[item["id"]]
        assert target is not None
        assert target.evaluation == item["evaluation"]
        if item["comparator"] in {">", ">=", "<", "<="} and item["evaluation"] != "composite":
            assert target.comparator == item["comparator"]
            assert target.value == (item["target"] and Decimal(item["target"]))


@pytest.mark.parametrize("name", COUNTS)
def test_a_shipped_plan_names_no_real_leader(name: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in PLANS.glob(f"{name}*.yaml"))
    for leader in _source(name)["ward"]["leaders"]:
        assert leader["name"] not in text
    assert not re.search(r"\b(?:ông|bà) [A-ZĐ]", text)


@pytest.mark.parametrize("name", COUNTS)
def test_every_target_is_judged_at_mid_year_and_after_the_year(name: str) -> None:
    lines = {line.code: line for line in shipped(name).indicators}
    figures = (
        Known(),
        Known(state="value", value=Decimal(50)),
        Known(state="held"),
        Known(state="none_arose"),
    )
    for known in figures:
        for day in (date(2024, 6, 30), date(2025, 1, 5)):
            judged = judge_plan(
                [Line(code, _ending(line.target), known, line.parent) for code, line in lines.items()],
                day,
                rules_of(shipped(name)),
            )
            assert judged.keys() == lines.keys()


def _ending(target: Target | None) -> Target:
    assert target is not None
    return replace(target, ends_on=target.ends_on or date(2024, 12, 31))


@pytest.mark.parametrize("name", COUNTS)
def test_a_shipped_plan_loads_and_loading_it_again_changes_nothing(name: str, sessions: Sessions) -> None:
    document = shipped(name)
    with sessions.begin() as session:
        first = load(session, document, 2026)
        assert not first.problems
        assert all(change.action == "add" for change in first.changes)
    with sessions.begin() as session:
        kinds = session.scalars(select(Item.kind)).all()
        assert (kinds.count("indicator"), kinds.count("task")) == COUNTS[name]
        assert session.scalar(select(func.count()).select_from(TargetRow)) == COUNTS[name][0]
        revision = session.scalars(select(Ward.revision)).one()
        second = load(session, document, 2026)
        assert second.changes == []
        assert session.scalars(select(Ward.revision)).one() == revision


@pytest.mark.parametrize("name", COUNTS)
def test_moved_to_2026_only_the_dates_of_the_plan_move(name: str, sqlite_sessions: Sessions) -> None:
    document = shipped(name)
    with sqlite_sessions.begin() as session:
        load(session, document, 2026)
        plan = session.scalars(select(Plan)).one()
        assert (plan.year, plan.source_year, plan.title) == (2026, 2024, document.title)
        rows = {item.key: item for item in session.scalars(select(Item))}
        for line in document.items:
            assert rows[line.code].name == line.name
        for task in document.tasks:
            moved = task.due_on and task.due_on.replace(year=2026)
            assert rows[task.code].due_on == moved
        for target in session.scalars(select(TargetRow)):
            assert target.valid_from == date(2026, 1, 1)
            assert from_json(target.spec).ends_on == date(2026, 12, 31)


def test_of_177_tasks_those_with_a_date_in_the_text_are_due_then(sqlite_sessions: Sessions) -> None:
    due = {
        (name, line.code): line.due_on
        for name in ("le-loi", "phuong-2-cao-lanh", "phuong-2-tay-ninh")
        for line in shipped(name).tasks
        if line.due_on
    }
    assert due == {("phuong-2-tay-ninh", "NV-068"): date(2024, 12, 31)}
    assert next(line.due_on for line in shipped("ngo-quyen").tasks if line.code == "NV-004") == date(
        2024, 3, 31
    )


def test_ngo_quyen_has_a_whole_office_and_leaves_six_items_to_assign(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        changes = load(session, shipped("ngo-quyen"), 2026)
        roles: dict[str, int] = {}
        for person in session.scalars(select(Person)):
            for role in person.roles:
                roles[role.name] = roles.get(role.name, 0) + 1
        assert roles == {"chair": 1, "leader": 2, "clerk": 1, "official": 12, "unit_head": 6, "observer": 1}
    assert changes.lacks_owner == ["CT10a", "CT11b", "NV-001", "NV-003", "NV-029", "NV-032"]
    assert changes.lacks_target == ["CT01", "CT06a1", "CT06a2", "CT10c"]
    assert "NV-004" not in changes.lacks_due
    assert "NV-001" in changes.lacks_due


def test_ngo_quyen_starts_with_what_it_has(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, shipped("ngo-quyen"), 2026)
        item = session.scalars(select(Item).where(Item.key == "CT07b")).one()
        figure = session.scalars(select(Figure).where(Figure.item_id == item.id)).one()
        assert (figure.value, figure.as_of, figure.period) == (Decimal(182), date(2026, 10, 14), "2026-10")
        assert figure.supplied
        spec = session.scalars(select(TargetRow).where(TargetRow.item_id == item.id)).one().spec
        assert from_json(spec).last_year == Decimal(164)


def test_a_compound_line_counts_once_and_is_reported_by_its_parts(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, shipped("phuong-2-cao-lanh"), 2026)
        items = {item.key: item for item in session.scalars(select(Item).where(Item.kind == "indicator"))}
        assert sum(item.listed for item in items.values()) == 14  # "14 chỉ tiêu chủ yếu"
        assert items["CT02"].frequency == "none"
        assert items["CT02c"].parent_id == items["CT02"].id


def test_the_plan_of_another_ward_is_refused(sqlite_sessions: Sessions) -> None:
    from bot.loading import applying
    from tests.loading.plans import REGIMES

    with sqlite_sessions.begin() as session:
        rules = rules_of(shipped("le-loi"))
        changes = applying.apply(session, rules, REGIMES, shipped("ngo-quyen"), None, NOW)
        assert [problem.column for problem in changes.problems] == ["mã phường"]
        assert session.scalars(select(Ward)).all() == []
