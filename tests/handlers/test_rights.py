"""Who may do what: every role against every command, through the real router, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot.domain.tasks import STOPPED
from db.models import (
    Audit,
    Directive,
    Explanation,
    Extension,
    Figure,
    Item,
    Obstacle,
    Person,
    Progress,
    Question,
    Reopening,
    Role,
    SpecialDay,
    Ward,
)
from db.session import Sessions
from db.ward_loading import bump
from handlers.commands import COMMANDS
from handlers.rights import RIGHTS
from tests.handlers.desk import stage

ROLES = ("official", "unit_head", "leader", "chair", "clerk", "admin", "observer")
REFUSED = "chưa được phân quyền"

# The table of the product: a cross where the role may. Columns are ROLES, in that order.
TABLE = """
start        x x x x x x x
trogiup      x x x x x x x
viec         x x x x x x x
baocao       x x x x x x .
sua          x x x x x x .
giahan       x x x x x x .
vuong        x x x x x x .
hetvuong     x x x x x x .
nghi         x x x x x x .
dilamlai     x x x x x x .
giaitrinh    x x x x x x .
duyet        x x x x x x .
tinhhinh     . x x x x . x
chuabaocao   . x x x x . .
dondoc       . x x x x . .
quahan       x x x x x x x
chitieu      x x x x x x x
tomtat       . . x x . . .
tonghop      . . x x x . .
giaoviec     . . x x x . .
danhan       x x x x x x .
ykien        x x x x x x .
nhapthay     . x . . x . .
phancong     . x . . x . .
bangiao      x x x x x x .
tenkhac      . . . . x . .
botenkhac    . . . . x . .
giaochitieu  . . . . x . .
ngaynghi     . . . . x . .
ngaylambu    . . . . x . .
hoandoi      . . . . x . .
moky         . . x x . . .
dongky       . . x x . . .
lichsu       x x x x x x x
minhchung    x x x x x x x
kehoach      . . x x x x .
nguoi        . . . . x x .
nguoimoi     . . . . x x .
nguoicat     . . . . x x .
nguoithoi    . . . . x x .
xoa          . . . . x x .
thuhong      . . . . x x .
"""
ALLOWED = {
    (name, role): mark == "x"
    for name, *marks in map(str.split, TABLE.strip().splitlines())
    for role, mark in zip(ROLES, marks, strict=True)
}
SAMPLES = {
    "nhapthay": "minh bhxh 201",
    "phancong": "CT09 huong",
    "tenkhac": "CT07b bảo hiểm tự nguyện",
    "botenkhac": "CT07b bảo hiểm tự nguyện",
    "giaochitieu": "BHXH 300",
    "ngaynghi": "25/11",
    "ngaylambu": "28/11",
    "hoandoi": "25/11 sang 28/11",
    "nguoimoi": "minh",
    "nguoicat": "minh",
    "nguoithoi": "minh",
    "xoa": "minh",
    "thuhong": "gui lai",
    "dondoc": "minh",
    "tinhhinh": "bhyt",
    "lichsu": "bhyt",
    "giahan": "CT02 đến 25/11 vì chờ văn bản",
    "vuong": "CT02 chưa có kinh phí",
    "hetvuong": "CT02",
    "giaitrinh": "CT07b đến 25/11",
    "nghi": "từ 25/11 đến 26/11 nhờ chị Hương",
    "dilamlai": "",
    "bangiao": "cho chị Hương từ 01/12",
    "tomtat": "bật",
    "moky": "tháng 10 bổ sung số của tổ 3",
    "dongky": "",
    "duyet": "#1 dong y",
    "giaoviec": "Minh rà soát hộ nghèo trước 25/11",
    "danhan": "NV-020",
    "ykien": "NV-020 chưa rõ nội dung",
}
CHANGED = (Figure, SpecialDay, Audit, Extension, Explanation, Obstacle, Directive, Question, Reopening)


def cast(sessions: Sessions, role: str) -> None:
    """Tuấn, of the unit Phòng Văn hóa - Xã hội, has this one role."""
    with sessions.begin() as session:
        person = session.scalars(select(Person).where(Person.code == "tuan")).one()
        session.execute(delete(Role).where(Role.person_id == person.id))
        session.add(Role(person_id=person.id, name=role))
        bump(session, session.scalars(select(Ward.id)).one())


def test_the_table_has_a_row_for_every_command() -> None:
    assert {name for name, _role in ALLOWED} == {command.name for command in COMMANDS}
    assert {command.action for command in COMMANDS} <= set(RIGHTS)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(
    sqlite_sessions: Sessions, tmp_path: Path, role: str
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn")
    cast(sqlite_sessions, role)
    for command in COMMANDS:
        (_, said), *_rest = played.say("Tuấn", f"/{command.name}")
        assert (REFUSED not in said) == ALLOWED[command.name, role], f"/{command.name} by {role}: {said}"


@pytest.mark.parametrize("role", ROLES)
def test_a_refused_command_changes_nothing(sqlite_sessions: Sessions, tmp_path: Path, role: str) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn, Minh")
    cast(sqlite_sessions, role)
    before = rows(sqlite_sessions)
    for name, words in SAMPLES.items():
        if not ALLOWED[name, role]:
            said = played.say("Tuấn", f"/{name} {words}")
            assert [who for who, _text in said] == ["Tuấn"]
            assert REFUSED in said[0][1]
    assert rows(sqlite_sessions) == before


# What is said in words: NV-020 to NV-022 are of Tuấn's unit, the others are not.
WORDS = """
tạm dừng NV-020 vì trùng việc       . . . x x . .
tạm dừng NV-006 vì chờ kinh phí     . . . x x . .
phân công NV-022 phối hợp Công an   . x . . x . .
giao NV-022 cho chị Hương           . x . x x . .
giao NV-011 cho chị Hương           . . . x x . .
NV-007 hạn mới 30/11                . . . x . . .
"""
SAID = [(words[:36].strip(), words[36:].split()) for words in WORDS.strip().splitlines()]


@pytest.mark.parametrize("role", ROLES)
def test_a_task_is_changed_in_words_by_whom_the_table_says(
    sqlite_sessions: Sessions, tmp_path: Path, role: str
) -> None:
    """As a leader Tuấn is in charge of no field, and decides on nothing."""
    played = stage(sqlite_sessions, tmp_path, people="Tuấn")
    cast(sqlite_sessions, role)
    for words, marks in SAID:
        before = tasks(sqlite_sessions)
        played.say("Tuấn", words)
        changed = tasks(sqlite_sessions) != before
        assert changed == (marks[ROLES.index(role)] == "x"), f"“{words}” by {role}"


def tasks(sessions: Sessions) -> list[object]:
    """What those words change: states, who is in charge, who works along, deadlines."""
    with sessions() as session:
        rows = session.scalars(select(Item).where(Item.kind == "task").order_by(Item.id))
        known = [(row.owner_id, tuple(row.coordinating), row.due_on) for row in rows]
        moved = [row.decided_due for row in session.scalars(select(Extension))]
        said = [row.state for row in session.scalars(select(Progress)) if row.state in STOPPED]
        return [known, moved, said]


def test_an_observer_records_nothing_in_free_words(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn, Minh")
    cast(sqlite_sessions, "observer")
    before = rows(sqlite_sessions)
    for words in (
        "bhxh 201",
        "CT10a xong",
        "vướng kinh phí",
        "sửa bhxh 202",
        "[sửa tin] CT02 đang duy trì",
        "201",
    ):
        assert played.say("Tuấn", words)
    assert rows(sqlite_sessions) == before


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("/phancong CT01 huong", "trưởng đơn vị phân công đầu việc của đơn vị mình"),
        ("/phancong CT09 cuong", "trưởng đơn vị phân công đầu việc của đơn vị mình"),
        ("/nhapthay cuong ATTP NLTS 96,5", "số liệu chưa được ghi"),
        ("/dondoc cuong", "thuộc đơn vị khác"),
    ],
)
def test_a_unit_head_acts_within_the_own_unit(
    sqlite_sessions: Sessions, tmp_path: Path, words: str, refusal: str
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn, Cường")
    cast(sqlite_sessions, "unit_head")
    owners = owned(sqlite_sessions)
    before = rows(sqlite_sessions)
    said = played.say("Tuấn", words)
    assert [who for who, _text in said] == ["Tuấn"]
    assert refusal in said[0][1]
    assert (rows(sqlite_sessions), owned(sqlite_sessions)) == (before, owners)


def test_a_unit_head_sees_who_of_the_own_unit_is_missing(sqlite_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn")
    cast(sqlite_sessions, "unit_head")
    ((_, said),) = played.say("Tuấn", "/chuabaocao")
    assert "Anh Minh" in said
    assert "Anh Cường" not in said


@pytest.mark.parametrize(("role", "sees"), [("official", False), ("observer", True), ("leader", True)])
def test_history_of_others_items_is_for_who_sees_the_ward(
    sqlite_sessions: Sessions, tmp_path: Path, role: str, sees: bool
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn")
    cast(sqlite_sessions, role)
    ((_, said),) = played.say("Tuấn", "/lichsu CT01")
    assert said.startswith("Lịch sử CT01") == sees


# How far each role reaches, tried by a cell that acts: of Tuấn's own items, his unit's, another unit's. As a
# leader he is in charge of no field. Columns are ROLES.
REACH = """
/lichsu CT05b                          x x x x x x x
/lichsu CT07b                          . x x x x x x
/lichsu CT01                           . x x x x x x
/tinhhinh CT01                         . x x x x . x
/dondoc minh                           . x x x x . .
/dondoc ha                             . . x x x . .
/nhapthay minh bhxh 201                . x . . x . .
/nhapthay ha thu ngân sách 7,1 tỷ      . . . . x . .
/phancong CT07b huong                  . x . . x . .
/phancong CT01 huong                   . . . . x . .
/giaitrinh CT07b                       . . . x . . .
/giaitrinh CT01                        . . . x . . .
"""
REACHED = [(words[:38].strip(), words[38:].split()) for words in REACH.strip().splitlines()]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_as_far_as_the_table_says(
    sqlite_sessions: Sessions, tmp_path: Path, role: str
) -> None:
    played = stage(sqlite_sessions, tmp_path, people="Tuấn, Minh, Hà", begins="16/11/2026")
    played.move_to("tắt máy đến 16/11/2026 12:00")
    cast(sqlite_sessions, role)
    for words, marks in REACHED:
        before = state(sqlite_sessions)
        said = played.say("Tuấn", words)
        asks = words.startswith(("/lichsu", "/tinhhinh"))
        shown = asks and said[0][1].startswith(("Lịch sử", words.split()[1]))
        acted = state(sqlite_sessions) != before or any(who != "Tuấn" for who, _text in said)
        wanted = marks[ROLES.index(role)] == "x"
        assert (shown or acted) == wanted, f"{words} by {role}: {said}"


def state(sessions: Sessions) -> list[object]:
    """What these commands change: figures, requests for an explanation, who is in charge."""
    with sessions() as session:
        counts = [len(session.scalars(select(table)).all()) for table in (Figure, Explanation)]
    return [counts, owned(sessions)]


def rows(sessions: Sessions) -> list[int]:
    with sessions() as session:
        return [len(session.scalars(select(table)).all()) for table in CHANGED]


def owned(sessions: Sessions) -> dict[str, int | None]:
    with sessions() as session:
        return {item.key: item.owner_id for item in session.scalars(select(Item))}
