"""Whatever is typed, in whatever order: the database holds what the receipts said, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from bot.commands.sample_ward import WARD
from db.models import Figure, Item, Outbox, Question, Ward
from db.session import Sessions
from db.ward_loading import load
from db.ward_view import WardView
from handlers.texts.reporting.said import figure_words
from tests.driver import Stage
from tests.handlers.desk import stage

NAMES = {"bhxh": "BHXH tự nguyện", "bhyt": "BHYT", "viec lam": "Việc làm mới", "xkld": "XKLĐ"}
_RECEIPT = re.compile(r"(Đã ghi nhận|Đã sửa|Đã có từ trước, giữ nguyên): ([^,]+), [^,]+, số đến [\d/]+: (.*)")
_LINE = re.compile(r"- ([^:]+): (.*)")
_GROUP = "Đã ghi nhận 0"

COUNTS = st.integers(0, 400).map(str)
RATES = st.decimals(0, 110, places=1).map(lambda value: str(value).replace(".", ","))
FIGURES = st.one_of(
    st.tuples(st.sampled_from(["bhxh", "viec lam", "xkld"]), COUNTS).map(" ".join),
    st.tuples(st.just("bhyt"), RATES).map(" ".join),
    st.tuples(COUNTS, st.sampled_from(["269", "300"]), RATES).map(
        lambda p: f"bhxh {p[0]}/{p[1]} dat {p[2]}%"
    ),
)
WORDS = st.tuples(
    st.sampled_from(list(NAMES)),
    st.sampled_from(["không phát sinh", "không thay đổi", "vướng kinh phí", "xong"]),
).map(" ".join)
BARE = st.one_of(st.sampled_from(["1", "2", "3", "viec", "cảm ơn", "bhxh?", "hủy"]), COUNTS)
MESSAGES = st.one_of(
    FIGURES,
    FIGURES,
    st.lists(FIGURES, min_size=2, max_size=3).map("\n".join),
    FIGURES.map("sửa {}".format),
    FIGURES.map("[sửa tin] {}".format),
    FIGURES.map("[trả lời] {}".format),
    WORDS,
    BARE,
    BARE,
)


def receipts(answer: str) -> list[tuple[str, str, bool]]:
    """What an answer says was recorded: the item, the words, whether a row was added."""
    found, grouped = [], False
    for line in answer.splitlines():
        if single := _RECEIPT.fullmatch(line):
            found.append((single[2], single[3], not single[1].startswith("Đã có")))
        grouped = (grouped and line.startswith("- ")) or line.startswith(_GROUP)
        if grouped and (part := _LINE.fullmatch(line)):
            found.append((part[1], part[2], True))
    return found


def forget(office: Stage) -> None:
    """Back to the plan as it was loaded."""
    with office.sessions.begin() as session:
        session.execute(delete(Figure).where(Figure.inbox_id.is_not(None)))
        session.execute(delete(Question))
        session.execute(delete(Outbox))
    office._own_last.clear()
    office._shown = 0


def sent(office: Stage) -> Sequence[tuple[str, Figure]]:
    with office.sessions() as session:
        statement = select(Item.key, Figure).join(Item).where(Figure.inbox_id.is_not(None))
        return [(key, row) for key, row in session.execute(statement.order_by(Figure.id))]


def ward_of(office: Stage) -> WardView:
    with office.sessions() as session:
        calendar = office.app.offices[WARD].calendar
        return load(session, session.scalars(select(Ward.id)).one(), office.clock.now().date(), calendar)


def test_the_database_holds_what_the_receipts_said(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    office = stage(sqlite_sessions, tmp_path, "Minh")
    office.move_to("16/11/2026 12:00")
    ward = ward_of(office)

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(st.lists(MESSAGES, min_size=1, max_size=8))
    def play(messages: list[str]) -> None:
        forget(office)
        told: list[tuple[str, str]] = []
        for text in messages:
            office.clock.set(office.clock.now() + timedelta(seconds=2))
            answers = [answer for who, answer in office.say("Minh", text) if who == "Minh"]
            assert answers, f"no answer to {text}"
            assert not any("sự cố" in answer for answer in answers), text
            told += [(name, said) for one in answers for name, said, added in receipts(one) if added]
        rows = sent(office)
        shown = [(ward.items[key].short_name, figure_words(row, ward.items[key].target)) for key, row in rows]
        assert [name for name, _said in told] == [name for name, _words in shown]
        assert all(said.startswith(words) for (_, said), (_, words) in zip(told, shown, strict=True))

    play()
