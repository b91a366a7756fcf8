"""What a report becomes on both databases: its period and day, what it replaces, what is not written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.message import Address, Incoming
from bot.domain.targets import Target
from db.models import Audit, Figure, Item, Obstacle, Outbox, Progress, Question
from db.session import Sessions
from handlers.reporting.figure_row import reads_as
from tests.driver import Stage
from tests.handlers.desk import stage


@pytest.fixture
def office(sessions: Sessions, tmp_path: Path) -> Stage:
    """Monday 16/11/2026 at noon, the day before November's figures are due."""
    found = stage(sessions, tmp_path, "Minh, Lan, Long, Thảo, Tuấn, Kiên, Sơn")
    found.move_to("16/11/2026 12:00")
    return found


def said(office: Stage, who: str, text: str) -> str:
    """What the program answers."""
    return "\n".join(answer for name, answer in office.say(who, text) if name == who)


def sent(office: Stage, key: str) -> Sequence[Figure]:
    """The figures of an item that somebody sent, in order."""
    with office.sessions() as session:
        statement = select(Figure).join(Item).where(Item.key == key, Figure.inbox_id.is_not(None))
        return session.scalars(statement.order_by(Figure.id)).all()


def count(office: Stage, table: type) -> int:
    with office.sessions() as session:
        return len(session.scalars(select(table)).all())


# --- which figure replaces which -------------------------------------------------------------------


def test_a_correction_is_a_new_row_that_keeps_the_first_time_of_reporting(office: Stage) -> None:
    said(office, "Minh", "bhxh 201")
    office.move_to("18/11/2026 12:00")
    said(office, "Minh", "sửa bhxh 205")
    first, second = sent(office, "CT07b")
    assert (first.value, second.value) == (Decimal(201), Decimal(205))
    assert second.corrects_id == first.id
    assert second.reported_at == first.reported_at < second.at
    assert (second.period, second.as_of) == ("2026-11", date(2026, 11, 14))


def test_what_came_with_the_plan_is_not_corrected_by_a_report(office: Stage) -> None:
    answer = said(office, "Lan", "nhap thay Minh bhxh tháng 10 184 vì cộng sót")
    (row,) = sent(office, "CT07b")
    assert row.corrects_id is None
    assert answer.startswith("Đã sửa (thay anh Minh): BHXH tự nguyện, tháng 10/2026")
    assert "(số đã có: 182 người)" in answer


def test_the_same_figure_again_adds_no_row(office: Stage) -> None:
    said(office, "Minh", "bhxh 201")
    answer = said(office, "Minh", "bhxh tự nguyện 201 người")
    assert len(sent(office, "CT07b")) == 1
    assert answer.startswith("Đã có từ trước, giữ nguyên: BHXH tự nguyện")


def test_an_edited_message_may_become_a_report_of_another_item(office: Stage) -> None:
    said(office, "Minh", "bhxh 201")
    answer = said(office, "Minh", "[sửa tin] bhyt 99,5")
    assert [row.period for row in sent(office, "CT07a")] == ["2026-11"]
    assert [row.value for row in sent(office, "CT07b")] == [Decimal(201)]
    assert "của BHXH tự nguyện được giữ nguyên" in answer


def test_a_figure_for_a_later_day_of_the_period_is_no_correction(office: Stage) -> None:
    said(office, "Kiên", "tuyển quân 9")
    office.move_to("20/11/2026 12:00")
    answer = said(office, "Kiên", "tuyển quân 10")
    assert [(row.as_of.day, row.corrects_id) for row in sent(office, "CT10c")] == [(16, None), (20, None)]
    assert "(tăng 1 so với số trước)" in answer


# --- what is stored --------------------------------------------------------------------------------


def test_none_arose_keeps_the_total_of_a_flow_and_is_no_typed_zero(office: Stage) -> None:
    said(office, "Minh", "việc làm không phát sinh")
    said(office, "Long", "tnxh không phát sinh")
    said(office, "Long", "điểm nóng 0")
    (flow,), (none,), (zero,) = (sent(office, key) for key in ("CT08a", "CT08c", "CT10b"))
    assert (flow.state, flow.value) == ("none_arose", Decimal(131))
    assert (none.state, none.value) == ("none_arose", Decimal(0))
    assert (zero.state, zero.value) == ("value", Decimal(0))


def test_a_rate_keeps_its_two_counts_and_no_percentage(office: Stage) -> None:
    said(office, "Thảo", "sdd thấp còi 40/454 đạt 8,81%")
    (row,) = sent(office, "CT04e")
    assert (row.value, row.numerator, row.denominator) == (None, Decimal(40), Decimal(454))


def test_the_b_of_a_count_is_the_plan_s_and_is_not_stored(office: Stage) -> None:
    said(office, "Minh", "bhxh 201/269")
    (row,) = sent(office, "CT07b")
    assert (row.value, row.numerator, row.denominator) == (Decimal(201), None, None)


def test_an_estimate_is_marked(office: Stage) -> None:
    said(office, "Minh", "bhxh ước 201")
    assert [row.estimate for row in sent(office, "CT07b")] == [True]


def test_words_and_grades_are_kept_as_they_were_said(office: Stage) -> None:
    said(office, "Long", "antt ổn định")
    said(office, "Kiên", "dân quân đạt giỏi")
    assert [(row.state, row.words) for row in sent(office, "CT10a")] == [("words", "ổn định")]
    assert [(row.state, row.words) for row in sent(office, "CT10d")] == [("grade", "giỏi")]


def test_each_row_says_for_whom_by_whom_and_from_which_message(office: Stage) -> None:
    said(office, "Lan", "nhap thay Minh bhxh 201")
    (row,) = sent(office, "CT07b")
    with office.sessions() as session:
        note = session.scalars(select(Audit).where(Audit.action == "figure")).one()
    assert row.person_id != row.entered_by_id
    assert (note.person_id, note.subject, note.after) == (row.entered_by_id, "CT07b", "201")
    assert note.inbox_id == row.inbox_id


# --- what is not -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "text", "why"),
    [
        ("Minh", "bhxh tháng 10 190", "đã chốt"),
        ("Minh", "bhxh 203 đến 20/11", "chưa đến"),
        ("Minh", "thu ngân sách 7 tỷ", "do chị Hà phụ trách"),
        ("Minh", "bhxh 201/269 đạt 80%", "Số liệu chưa được ghi"),
        ("Minh", "bhxh 28", "Số liệu chưa được ghi"),
        ("Minh", "hủy", "chưa"),
        ("Minh", "bhxh tháng 11", "BHXH"),
        ("Minh", "x" * 4001, "dài quá"),
    ],
)
def test_what_cannot_be_taken_leaves_nothing_behind(office: Stage, who: str, text: str, why: str) -> None:
    figures, notes = count(office, Figure), count(office, Audit)
    assert why in said(office, who, text)
    assert (count(office, Figure), count(office, Audit)) == (figures, notes)
    assert count(office, Progress) == count(office, Obstacle) == 0


def test_a_refused_item_does_not_take_the_others_with_it(office: Stage) -> None:
    answer = said(office, "Minh", "bhxh 201; thu ngân sách 7 tỷ; bhyt tháng 10 99,9; việc làm 141")
    assert [row.value for row in sent(office, "CT07b")] == [Decimal(201)]
    assert [row.value for row in sent(office, "CT08a")] == [Decimal(141)]
    assert not sent(office, "CT01")
    assert not sent(office, "CT07a")
    assert "do chị Hà phụ trách" in answer
    assert "đã chốt" in answer


def test_never_more_than_one_question_is_open_in_a_chat(office: Stage) -> None:
    for text in ("bhxh 28", "bhyt 997", "việc làm 5; bhxh 3", "/baocao", "bhxh 201/269 đạt 80%"):
        said(office, "Minh", text)
        with office.sessions() as session:
            assert len(session.scalars(select(Question).where(Question.closed_at.is_(None))).all()) == 1


def test_a_choice_of_somebody_else_s_question_does_nothing(sessions: Sessions, tmp_path: Path) -> None:
    office = stage(sessions, tmp_path, "Minh, Tuấn")
    office.buttons = True
    office.move_to("16/11/2026 12:00")
    said(office, "Minh", "bhxh 28")
    with office.sessions() as session:
        question = session.scalars(select(Question)).one()
    pressed = Incoming(
        "stolen", Address("sample", "console", "tuan"), "tuan", office.clock.now(), choice=f"q{question.id}.1"
    )
    office.app.accept("console", [pressed])
    office.app.receive_waiting()
    with office.sessions() as session:
        last = session.scalars(select(Outbox).order_by(Outbox.id.desc())).first()
    assert last is not None
    assert (last.chat, last.text[:13]) == ("tuan", "Lựa chọn này ")
    assert not sent(office, "CT07b")


def test_done_closes_the_obstacles_of_the_task(office: Stage) -> None:
    said(office, "Sơn", "nv-006 vướng mặt bằng")
    said(office, "Sơn", "nv-006 xong")
    with office.sessions() as session:
        assert [row.closed_at is not None for row in session.scalars(select(Obstacle))] == [True]


# --- what a figure answers for ---------------------------------------------------------------------


def test_a_figure_from_the_middle_of_a_month_does_not_silence_its_reminder(
    sessions: Sessions, tmp_path: Path
) -> None:
    office = stage(sessions, tmp_path, "Hà", "5/11/2026".zfill(10))
    (digest,) = [text for who, text in office.move_to("05/11/2026 07:30") if who == "Hà"]
    assert "CT01 Thu ngân sách – 6,42 tỷ đồng, đến 14/10" in digest
    said(office, "Hà", "thu ngân sách 7,2 tỷ")
    assert not office.move_to("05/11/2026 13:30")


def test_a_running_figure_named_by_its_day_leaves_the_next_report_to_be_sent(
    sessions: Sessions, tmp_path: Path
) -> None:
    office = stage(sessions, tmp_path, "Thảo")
    office.move_to("16/11/2026 12:00")
    said(office, "Thảo", "sdd 10,4")
    said(office, "Thảo", "sdd tháng 12 10,3")
    (digest,) = [text for who, text in office.move_to("15/12/2026 07:30") if who == "Thảo" and "SDD" in text]
    assert "Số liệu tháng 12/2026" in digest


LEFT = Target("level", "<=", value=Decimal("8.06"), unit="%", reduce_low=Decimal("0.1"))
"""Form T13: a yearly step, and the level that it leads to."""


@pytest.mark.parametrize(
    ("target", "before", "reads"),
    [
        (LEFT, "sdd cân nặng ", "stock"),
        (LEFT, "sdd giảm ", "change"),
        (LEFT, "sdd giảm còn ", "stock"),
        (Target("vs_last_year", "reduce_by", unit="% so với năm trước"), "pphs ", "change"),
        (Target("year_end_review", "reduce_by", unit="hộ"), "hộ nghèo ", "change"),
    ],
)
def test_a_rate_is_its_level_unless_it_is_said_to_fall_by_it(target: Target, before: str, reads: str) -> None:
    assert reads_as(target, before) == reads


def test_a_difficulty_told_beside_a_figure_is_kept_with_it(office: Stage) -> None:
    answer = said(office, "Minh", "bhxh được 201, vướng kinh phí tuyên truyền")
    assert [row.value for row in sent(office, "CT07b")] == [Decimal(201)]
    with office.sessions() as session:
        (words,) = session.scalars(select(Obstacle.words)).all()
    assert "vướng kinh phí tuyên truyền" in words
    assert "Đã ghi nhận vướng mắc của CT07b BHXH tự nguyện" in answer


def test_small_talk_is_no_narrative(office: Stage) -> None:
    said(office, "Lan", "phan cong CT10a Long")
    said(office, "Long", "/baocao CT10a")
    said(office, "Long", "hôm nay họp ở đâu nhỉ")
    assert sent(office, "CT10a") == []
    said(office, "Long", "/baocao CT10a")
    said(office, "Long", "giữ vững, ổn định")
    assert [row.state for row in sent(office, "CT10a")] == ["words"]
