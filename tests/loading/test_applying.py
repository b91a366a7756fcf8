"""Loading into the database: all or nothing, again without change, never over what people did."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.domain.targets import Target, from_json
from bot.domain.ward import Preset, WardRules
from bot.loading import applying
from bot.loading.items import MADE_IN_CHAT
from db.models import Audit, Base, Figure, Item, Person, Role, TargetRow, Ward
from db.session import Sessions
from tests.loading.plans import NOW, REGIMES, load, read, shipped, small


def item(session: Session, key: str) -> Item:
    return session.scalars(select(Item).where(Item.key == key)).one()


def targets(session: Session, key: str) -> list[tuple[date, Target]]:
    rows = session.scalars(
        select(TargetRow).where(TargetRow.item_id == item(session, key).id).order_by(TargetRow.id)
    )
    return [(row.valid_from, from_json(row.spec)) for row in rows]


def counts(session: Session) -> dict[str, int]:
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def report(session: Session, key: str, value: int, period: str = "2026-10") -> None:
    row = item(session, key)
    session.add(
        Figure(
            ward_id=row.ward_id,
            item_id=row.id,
            period=period,
            as_of=date(2026, 10, 14),
            value=Decimal(value),
            reported_at=NOW,
            at=NOW,
        )
    )
    session.flush()


def test_a_dry_run_tells_what_would_change_and_leaves_no_trace(sessions: Sessions) -> None:
    document = shipped("ngo-quyen")
    rules = WardRules("ngo-quyen", "Phường Ngô Quyền")
    with sessions.begin() as session:
        before = counts(session)
        planned = applying.plan_changes(session, rules, REGIMES, document, 2026, NOW)
        assert counts(session) == before
    with sessions.begin() as session:
        assert counts(session) == before
        done = applying.apply(session, rules, REGIMES, document, 2026, NOW)
        assert done.changes == planned.changes
        assert len(done.changes) > 100


def test_problems_leave_everything_as_it_was(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        before = counts(session)
        broken = small(tmp_path, ("tên: Rà soát hộ nghèo", "tên: Việc khác, đơn vị: khong-co"))
        assert load(session, broken).problems
        assert counts(session) == before
        assert item(session, "NV-001").name == "Rà soát hộ nghèo"


def test_what_changed_is_told_before_and_after_and_kept_in_the_audit_log(
    tmp_path: Path, sessions: Sessions
) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
    with sessions.begin() as session:
        moved = small(
            tmp_path,
            (
                "tên: Rà soát hộ nghèo, phụ trách: minh, hạn: quý I",
                "tên: Rà soát hộ nghèo, phụ trách: lan, hạn: 15/4",
            ),
            ("vai trò: văn phòng", "vai trò: văn phòng; quản trị"),
        )
        changes = load(session, moved).changes
        told = {
            (change.code, detail.heading, detail.before, detail.after)
            for change in changes
            for detail in change.details
        }
        assert told == {
            ("NV-001", "phụ trách", "minh", "lan"),
            ("NV-001", "hạn", "31/03/2026", "15/04/2026"),
            ("lan", "vai trò", "văn phòng", "quản trị; văn phòng"),
        }
        audit = session.scalars(select(Audit).where(Audit.action == "load.change")).all()
        assert {row.subject for row in audit} == {"tasks 2026 NV-001", "people 2026 lan"}
        assert session.scalars(select(Ward.revision)).one() == 3


def test_figures_that_people_reported_survive_a_reload(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        report(session, "CT01", 201)
    with sessions.begin() as session:
        changes = load(session, small(tmp_path, ("số đã có: 182", "số đã có: 190")))
        values = [row.value for row in session.scalars(select(Figure).order_by(Figure.id))]
        assert values == [Decimal(182), Decimal(201)]
        assert any("đã báo cáo" in warning for warning in changes.warnings)


def test_a_supplied_figure_that_was_wrong_is_corrected_by_a_new_row(
    tmp_path: Path, sessions: Sessions
) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        load(session, small(tmp_path, ("số đã có: 182", "số đã có: 183")), now=NOW + timedelta(hours=1))
        first, second = session.scalars(select(Figure).order_by(Figure.id))
        assert (first.value, second.value) == (Decimal(182), Decimal(183))
        assert second.corrects_id == first.id
        assert second.reported_at == first.reported_at


def test_a_figure_of_another_year_is_not_taken_for_one_of_this_plan(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        changes = load(session, small(tmp_path, ("14/10/2026", "14/10/2024")))
        assert session.scalars(select(Figure)).all() == []
        assert any("14/10/2024" in warning for warning in changes.warnings)


def test_a_changed_target_holds_from_today_and_the_older_one_stays(
    tmp_path: Path, sessions: Sessions
) -> None:
    raised = (("mức giao: 269", "mức giao: 280"),)
    with sessions.begin() as session:
        load(session, small(tmp_path))
    with sessions.begin() as session:
        changes = load(session, small(tmp_path, *raised))
        detail = changes.changes[0].details[0]
        assert (detail.heading, detail.before, detail.after) == ("mức giao", "269", "280")
        (since, old), (from_now, new) = targets(session, "CT01")
        assert (since, old.value) == (date(2026, 1, 1), Decimal(269))
        assert (from_now, new.value, new.last_year) == (NOW.date(), Decimal(280), Decimal(164))
        assert load(session, small(tmp_path, *raised)).changes == []


def test_a_target_that_no_figure_was_judged_by_is_mended_from_the_first_day(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        load(
            session,
            small(tmp_path, ("đánh giá: theo mức, so sánh: từ,", "đánh giá: theo mức, so sánh: trên,")),
        )
        assert [(since, target.comparator) for since, target in targets(session, "CT02")] == [
            (date(2026, 1, 1), ">="),
            (date(2026, 1, 1), ">"),
        ]


def test_what_was_set_by_chat_is_not_taken_back_by_a_blank_in_the_file(
    tmp_path: Path, sessions: Sessions
) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        lan = session.scalars(select(Person).where(Person.code == "lan")).one()
        item(session, "NV-002").owner_id = lan.id
        item(session, "NV-002").due_on = date(2026, 11, 30)
        item(session, "CT02").aliases = ["thẻ bảo hiểm"]
        assigned = Target("level", ">=", value=Decimal(95), unit="%", ends_on=date(2026, 12, 31))
        session.add(
            TargetRow(
                item_id=item(session, "CT02").id,
                valid_from=date(2026, 3, 1),
                spec=assigned.to_json(),
                document="QĐ 12/QĐ-UBND",
                entered_by_id=lan.id,
                entered_at=NOW,
            )
        )
    with sessions.begin() as session:
        changes = load(session, small(tmp_path))
        assert changes.changes == []
        assert item(session, "NV-002").due_on == date(2026, 11, 30)
        assert item(session, "CT02").aliases == ["thẻ bảo hiểm"]
        assert changes.lacks_target == []
        assert changes.lacks_owner == ["CT02"]


def test_a_plan_stops_what_it_no_longer_lists_save_what_was_made_by_chat(
    tmp_path: Path, sessions: Sessions
) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        made = item(session, "NV-002")
        session.add(
            Item(
                ward_id=made.ward_id,
                plan_id=made.plan_id,
                kind="task",
                key="GV-001",
                slug=f"{MADE_IN_CHAT}GV-001",
                sort=99,
                name="Việc giao qua tin nhắn",
                short_name="Việc giao",
            )
        )
    with sessions.begin() as session:
        shorter = small(tmp_path, ("  - {mã: NV-002, tên: Tuyên truyền bảo hiểm}\n", ""))
        stopped = [change.code for change in load(session, shorter).changes if change.action == "stop"]
        assert stopped == ["NV-002"]
        assert not item(session, "NV-002").active
        assert item(session, "GV-001").active
        load(session, small(tmp_path))
        assert item(session, "NV-002").active


def test_who_left_the_list_is_stopped_but_an_admin_is_not_locked_out(
    tmp_path: Path, sessions: Sessions
) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        ward = session.scalars(select(Ward)).one()
        session.add(Person(ward_id=ward.id, code="it", name="Quản trị", roles=[Role(name="admin")]))
    with sessions.begin() as session:
        lan = "  - {mã: lan, họ tên: Lê Lan, xưng hô: chị, vai trò: văn phòng}\n"
        changes = load(session, small(tmp_path, (lan, "")))
        assert [change.code for change in changes.changes if change.action == "stop"] == ["lan"]
        minh = session.scalars(select(Person).where(Person.code == "minh")).one()
        assert {role.name for role in minh.roles} == {"official"}


def test_a_file_without_a_plan_only_adds_people(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        one = read(tmp_path, "cán bộ:\n  - {mã: tam, họ tên: Lý Thị Tâm}\n")
        changes = load(session, one)
        assert [(change.action, change.code) for change in changes.changes] == [("add", "tam")]
        assert any("2 người không có trong tệp" in warning for warning in changes.warnings)


def test_a_line_with_a_code_and_a_number_amends_the_target_alone(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        amended = read(tmp_path, "chỉ tiêu:\n  - {mã: CT01, mức giao: 300}\n")
        (changed,) = load(session, amended).changes
        assert [(one.heading, one.before, one.after) for one in changed.details] == [
            ("mức giao", "269", "300")
        ]
        (_first, (_since, now)) = targets(session, "CT01")
        assert (now.value, now.last_year) == (Decimal(300), Decimal(164))
        assert (now.evaluation, now.unit) == ("cumulative", "người")
        assert load(session, amended).changes == []


def test_a_file_of_people_alone_leaves_the_plan_as_it_is(tmp_path: Path, sessions: Sessions) -> None:
    with sessions.begin() as session:
        load(session, small(tmp_path))
        amended = read(
            tmp_path,
            "chỉ tiêu:\n  - {mã: CT02, phụ trách: lan}\nsố đã có:\n  - {mã: CT02, năm trước: 93}\n",
        )
        changes = load(session, amended)
        assert not changes.problems
        assert {change.action for change in changes.changes} == {"change"}
        assert item(session, "CT02").owner_id is not None
        assert targets(session, "CT02")[-1][1].last_year == Decimal(93)
        assert load(session, amended).changes == []


def test_figures_of_the_year_before_are_kept_by_month_and_are_no_reports(
    tmp_path: Path, sessions: Sessions
) -> None:
    known = "số đã có:\n  - {mã: CT01, số đã có: 150, đến ngày: 14/11/2025}\n"
    more = known + "  - {mã: CT01, số đã có: 140, đến ngày: 14/10/2025}\n"
    with sessions.begin() as session:
        load(session, small(tmp_path))
        before = session.scalar(select(func.count()).select_from(Figure))
        changes = load(session, read(tmp_path, known))
        assert not changes.problems
        assert [(one.heading, one.before, one.after) for one in changes.changes[0].details] == [
            ("năm trước đến tháng 11", "", "150")
        ]
        load(session, read(tmp_path, more))
        assert targets(session, "CT01")[-1][1].last_year_by == {10: Decimal(140), 11: Decimal(150)}
        assert session.scalar(select(func.count()).select_from(Figure)) == before
        assert load(session, read(tmp_path, more)).changes == []
        assert load(session, small(tmp_path)).changes == []


def test_a_product_and_a_note_are_amended_one_at_a_time(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        for text, note, product in (
            ("ghi chú: phối hợp Mặt trận", "phối hợp Mặt trận", None),
            ("sản phẩm: Báo cáo", "phối hợp Mặt trận", "Báo cáo"),
            ("ghi chú: xong sớm", "xong sớm", "Báo cáo"),
        ):
            load(session, read(tmp_path, f"nhiệm vụ:\n  - {{mã: NV-001, {text}}}\n"))
            found = item(session, "NV-001")
            assert (found.note, found.product) == (note, product)


def test_a_task_has_what_makes_it_clear_who_does_what_by_when(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    line = (
        "{mã: NV-001, sản phẩm: Báo cáo, phối hợp: các tổ dân phố; Công an, căn cứ: 'KH số 112/KH-UBND', "
        "mốc: '15/10/2026: dự thảo; 1/3/2026: khảo sát', lãnh đạo phụ trách: minh, người duyệt: minh}"
    )
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        document = read(tmp_path, f"nhiệm vụ:\n  - {line}\n")
        load(session, document)
        found = item(session, "NV-001")
        assert found.coordinating == ["các tổ dân phố", "Công an"]
        assert found.basis == "KH số 112/KH-UBND"
        assert found.milestones == [
            {"on": "2026-03-01", "name": "khảo sát"},
            {"on": "2026-10-15", "name": "dự thảo"},
        ]
        assert found.leader_id is not None
        assert found.leader_id == found.decider_id
        assert load(session, document).changes == []


def test_a_task_that_names_its_period_comes_back_in_each(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        assert not item(session, "NV-002").recurring
        load(session, read(tmp_path, "nhiệm vụ:\n  - {mã: NV-002, kỳ báo cáo: tuần, hạn nộp: thứ Hai}\n"))
        assert item(session, "NV-002").recurring
        load(session, read(tmp_path, "nhiệm vụ:\n  - {mã: NV-002, ghi chú: hằng tuần}\n"))
        assert item(session, "NV-002").recurring


def test_later_files_are_laid_over_earlier_ones(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    over = read(
        tmp_path,
        "đơn vị:\n  - {mã: vhxh, tên: Phòng VH-XH}\n",
        "đơn vị:\n  - {mã: vhxh, tên: Phòng Văn hóa - Xã hội}\n",
    )
    assert [line.name for line in over.units] == ["Phòng Văn hóa - Xã hội"]


def test_blank_schedules_follow_the_ward_file_by_field(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    rules = WardRules(
        "phuong-x",
        "Phường X",
        presets={"bao_hiem": Preset("quarter", "calendar", "5")},
        task_preset=Preset("week", "nd09", "fri"),
    )
    document = small(tmp_path, ("{mã: CT02,", "{mã: CT02, kỳ báo cáo: tháng, hạn nộp: ngày 17,"))
    with sqlite_sessions.begin() as session:
        applying.apply(session, rules, REGIMES, document, None, NOW)
        found = {row.key: (row.frequency, row.regime, row.due_rule) for row in session.scalars(select(Item))}
        assert found == {
            "CT01": ("quarter", "calendar", "5"),
            "CT02": ("month", "calendar", "17"),
            "NV-001": ("none", "nd09", "fri"),
            "NV-002": ("week", "nd09", "fri"),
        }


def test_forgetting_the_year_does_not_make_a_second_plan(sqlite_sessions: Sessions) -> None:
    document = shipped("le-loi")
    with sqlite_sessions.begin() as session:
        load(session, document, 2026)
        changes = load(session, document)
        assert [problem.todo for problem in changes.problems] == [
            "nạp với --year 2026, hoặc đổi tên và năm kế hoạch"
        ]


def test_a_name_that_changes_altogether_is_pointed_out(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path))
        other = small(tmp_path, ("tên: BHXH tự nguyện 269 người", "tên: Trồng mới cây xanh đường phố"))
        assert any(warning.startswith("CT01") for warning in load(session, other).warnings)
