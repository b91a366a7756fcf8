"""Loading a document into the database: what would change, and changing it, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.periods import Regime
from bot.domain.ward import WardRules
from bot.loading.carrying import open_tasks
from bot.loading.changes import Changes
from bot.loading.document import PlanDocument, Problem, moved
from bot.loading.doubtful import note_doubtful
from bot.loading.handed import note_handed_over
from bot.loading.items import write_items, write_plan
from bot.loading.lacks import note_lacks
from bot.loading.measures import write_known, write_targets
from bot.loading.people import write_fields, write_people, write_units
from bot.loading.references import check_references
from bot.loading.shares import check_shares, share_codes, write_shares
from bot.loading.writer import Writer
from db.models import Plan, Ward


def plan_changes(
    session: Session,
    rules: WardRules,
    regimes: Mapping[str, Regime],
    document: PlanDocument,
    year: int | None,
    now: datetime,
) -> Changes:
    """What `apply` would do now; nothing is kept. `year` moves the plan's dates, None leaves them."""
    with session.begin_nested() as savepoint:
        changes = _write(session, rules, regimes, document, year, now, None)
        savepoint.rollback()
    return changes


def apply(
    session: Session,
    rules: WardRules,
    regimes: Mapping[str, Regime],
    document: PlanDocument,
    year: int | None,
    now: datetime,
    *,
    actor_id: int | None = None,
) -> Changes:
    """Write the document over the ward, or nothing when there are problems. The caller commits.

    Loading twice changes nothing the second time. Figures that people reported are never touched.
    """
    with session.begin_nested() as savepoint:
        changes = _write(session, rules, regimes, document, year, now, actor_id)
        if changes.problems:
            savepoint.rollback()
    return changes


def _write(
    session: Session,
    rules: WardRules,
    regimes: Mapping[str, Regime],
    document: PlanDocument,
    year: int | None,
    now: datetime,
    actor_id: int | None,
) -> Changes:
    ward = _ward(session, rules, document)
    plan = _plan(session, ward, year or document.year)
    in_year = moved(document, year or document.year or (plan.year if plan else now.year))
    changes = Changes(ward=ward.name, year=in_year.year or now.year)
    writer = Writer(session, rules, regimes, in_year, now, actor_id, ward, plan, document.year, changes)
    changes.problems += [*_of_another_ward(writer), *_of_another_year(writer)]
    changes.problems += [*check_references(writer, share_codes(writer).values()), *check_shares(writer)]
    if not changes.problems:
        _write_all(writer)
    return changes


def _ward(session: Session, rules: WardRules, document: PlanDocument) -> Ward:
    """The ward of the rules; made when it is not there yet."""
    ward = session.scalars(select(Ward).where(Ward.code == rules.code)).one_or_none()
    if ward is None:
        ward = Ward(code=rules.code, name=rules.name or document.ward_name or rules.code)
        session.add(ward)
        session.flush()
    return ward


def _of_another_ward(writer: Writer) -> Iterator[Problem]:
    document, code = writer.document, writer.rules.code
    if document.ward_code not in {None, code}:
        todo = f"nạp tệp của phường {code}, hoặc sửa mã phường trong tệp cài đặt"
        yield Problem(document.at, "mã phường", f"tệp của phường “{document.ward_code}”", todo)


def _of_another_year(writer: Writer) -> Iterator[Problem]:
    """The same plan, loaded for another year before: forgetting --year must not make a second plan."""
    document = writer.document
    if writer.plan is not None or not document.title:
        return
    statement = select(Plan.year).where(
        Plan.ward_id == writer.ward.id, Plan.source_year == writer.source_year, Plan.title == document.title
    )
    if (loaded := writer.session.scalars(statement).first()) is not None:
        what = f"kế hoạch này đã nạp cho năm {loaded}"
        yield Problem(document.at, "năm", what, f"nạp với --year {loaded}, hoặc đổi tên và năm kế hoạch")


def _write_all(writer: Writer) -> None:
    write_units(writer)
    write_people(writer)
    write_fields(writer)
    write_plan(writer)
    write_items(writer)
    write_shares(writer)
    write_targets(writer)
    write_known(writer)
    writer.session.flush()
    note_lacks(writer)
    note_doubtful(writer)
    _note_open(writer)
    note_handed_over(writer)
    if writer.changes.changes:
        writer.ward.revision += 1
        writer.session.flush()


def _note_open(writer: Writer) -> None:
    """Say how many tasks of last year are open, when a whole plan is loaded."""
    year = writer.changes.year
    found = open_tasks(writer.session, writer.ward.id, year - 1, writer.now) if writer.document.title else []
    if found:
        writer.changes.warnings.append(
            f"{len(found)} nhiệm vụ của năm {year - 1} chưa xong; chuyển sang năm {year}: "
            f"./giaoban load --carry-over --year {year}"
        )


def _plan(session: Session, ward: Ward, year: int | None) -> Plan | None:
    """The plan of the year; without a year, the newest."""
    statement = select(Plan).where(Plan.ward_id == ward.id).order_by(Plan.year.desc())
    if year is not None:
        statement = statement.where(Plan.year == year)
    return session.scalars(statement).first()
