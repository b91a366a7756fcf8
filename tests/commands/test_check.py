"""`check` says line by line what is right, what to look at and what is broken."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import SetClock
from bot.commands import check, host, status
from bot.commands.backup import back_up
from bot.commands.installation import Installation
from bot.commands.people import state_of
from bot.domain.message import Address, Outgoing
from bot.domain.watch import NAMES, Name, News
from config.errors import ConfigError
from db import alarms, integrity, outbox, people, pulse, schema
from db.backup import STAMP
from db.models import Chat, Field, Inbox, Person, Ward
from tests.commands.conftest import Say, add_people
from tests.standin.telegram import TelegramStandIn
from tests.wards import migrate

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def api() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as api:
        api.account("42:secret")
        yield api


@pytest.fixture
def offline(make_installation: Say) -> Installation:
    """Nothing answers; the database is ready."""
    installation = make_installation(TELEGRAM_API_BASE=NOWHERE)
    migrate(installation.engine)
    return installation


def states(installation: Installation) -> dict[str, str]:
    """The worst state of each part."""
    found: dict[str, str] = {}
    for finding in check.findings(installation):
        found[finding.part] = max(
            found.get(finding.part, ""), finding.state, key=["", "tốt", "cần xem", "lỗi"].index
        )
    return found


def words(installation: Installation, part: str) -> str:
    return "\n".join(finding.words for finding in check.findings(installation) if finding.part == part)


def test_a_new_installation_is_told_its_next_steps(
    make_installation: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.run(argparse.Namespace(), make_installation(TELEGRAM_API_BASE=NOWHERE)) == 1
    shown = capsys.readouterr().out
    assert "[tốt]      Thiết lập: Phường Tân An; 0 tài khoản bot" in shown
    assert f"[lỗi]      Cấu trúc dữ liệu: chưa có, cần {schema.HEAD}: ./giaoban migrate" in shown
    assert "[cần xem]  Tài khoản bot: chưa có" in shown


def test_an_installation_that_works_is_all_good(
    make_installation: Say, api: TelegramStandIn, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "forgets", lambda path: None)
    monkeypatch.setattr(
        host, "clock", lambda settings, newest: host.against_platform(clock.now(), clock.now())
    )
    installation = make_installation(TELEGRAM_TOKEN="42:secret", TELEGRAM_API_BASE=api.url)
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        for number, person in enumerate(session.scalars(select(Person))):
            people.link(
                session, Address("telegram", "telegram", str(number)), ward.id, person.id, clock.now()
            )
        pulse.beat(session, "tick", clock.now())
        pulse.beat(session, "poll:telegram", clock.now())
    back_up(installation)
    assert set(states(installation).values()) == {"tốt"}
    assert check.run(argparse.Namespace(), installation) == 0


def test_every_problem_of_the_settings_has_its_line(make_installation: Say) -> None:
    installation = make_installation(LOG_LEVEL="LOUD", BOT_NOW="soon")
    found = list(check.findings(installation))
    assert [(finding.state, finding.part) for finding in found] == [("lỗi", "Thiết lập")] * 2


def test_a_wrong_ward_file_is_broken(make_installation: Say, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text('code = "x"\n')
    assert "name: chưa ghi" in words(make_installation(WARD_FILE=str(tmp_path / "wrong.toml")), "Thiết lập")


@pytest.mark.parametrize(("official_due", "late"), [("+2", True), ("+3", False), ("24", True), ("25", False)])
def test_a_summary_that_comes_after_the_official_due_is_pointed_at(
    make_installation: Say, tmp_path: Path, official_due: str, late: bool
) -> None:
    """It comes on the third working day after the cut-off; around Tết that is 25/2."""
    text = f'code = "x"\nname = "Phường X"\n[periods.month]\nofficial_due = "{official_due}"\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    installation = make_installation(WARD_FILE=str(tmp_path / "own.toml"), TELEGRAM_API_BASE=NOWHERE)
    assert ("Phường X: tổng hợp tháng" in words(installation, "Hạn gửi cấp trên")) is late


def test_an_account_whose_ward_is_unknown_is_broken(make_installation: Say) -> None:
    installation = make_installation(BOT_ACCOUNTS='[{"name": "a", "ward": "le-loi", "token": "1:a"}]')
    assert "tài khoản a: ward cần một trong tan-an" in words(installation, "Thiết lập")


def test_a_mistyped_setting_is_pointed_at(make_installation: Say) -> None:
    installation = make_installation(TELEGRAM_TOKE="1:a", TELEGRAM_API_BASE=NOWHERE)
    assert "TELEGRAM_TOKE trong .env" in words(installation, "Thiết lập")


def test_a_demonstration_clock_is_shouted_about(make_installation: Say) -> None:
    installation = make_installation(BOT_NOW="2026-11-16T07:30", TELEGRAM_API_BASE=NOWHERE)
    assert "BOT_NOW ĐANG BẬT" in words(installation, "Đồng hồ")


def test_a_database_that_does_not_answer_is_broken_and_its_password_kept(make_installation: Say) -> None:
    installation = make_installation(
        DATABASE_URL="postgresql://a:pass-word@127.0.0.1:9/x", TELEGRAM_API_BASE=NOWHERE
    )
    assert states(installation)["Cơ sở dữ liệu"] == "lỗi"
    assert "pass-word" not in words(installation, "Cơ sở dữ liệu")


def test_a_refused_token_is_broken_and_not_shown(make_installation: Say, api: TelegramStandIn) -> None:
    api.account("43:revoked").fail("getMe", status=401, description="Unauthorized")
    installation = make_installation(TELEGRAM_TOKEN="43:revoked", TELEGRAM_API_BASE=api.url)
    shown = words(installation, "Bot telegram")
    assert "bị từ chối" in shown
    assert "revoked" not in shown


def test_a_platform_that_cannot_be_reached_is_broken(make_installation: Say) -> None:
    installation = make_installation(TELEGRAM_TOKEN="42:secret", TELEGRAM_API_BASE=NOWHERE)
    assert f"không nối được tới {NOWHERE}" in words(installation, "Bot telegram")


def test_a_program_that_does_not_run_is_noticed(offline: Installation, clock: SetClock) -> None:
    assert "chưa lần nào" in words(offline, "Trợ lý")
    with offline.sessions.begin() as session:
        pulse.beat(session, "tick", clock.now())
    assert states(offline)["Trợ lý"] == "tốt"
    clock.advance(timedelta(minutes=10))
    assert "10 phút trước" in words(offline, "Trợ lý")


def test_a_bot_that_hears_nothing_while_the_program_runs_is_broken(
    make_installation: Say, clock: SetClock
) -> None:
    installation = make_installation(TELEGRAM_TOKEN="42:secret", TELEGRAM_API_BASE=NOWHERE)
    with installation.sessions.begin() as session:
        pulse.beat(session, "poll:telegram", clock.now() - timedelta(minutes=5))
        pulse.beat(session, "tick", clock.now())
    assert states(installation)["Nhận tin telegram"] == "lỗi"


def test_a_program_that_has_just_started_may_not_have_heard_anything_yet(
    make_installation: Say, clock: SetClock
) -> None:
    installation = make_installation(TELEGRAM_TOKEN="42:secret", TELEGRAM_API_BASE=NOWHERE)
    with installation.sessions.begin() as session:
        pulse.beat(session, "awake", clock.now())
        pulse.beat(session, "tick", clock.now())
    assert states(installation)["Nhận tin telegram"] == "cần xem"
    clock.advance(timedelta(minutes=4))
    with installation.sessions.begin() as session:
        pulse.beat(session, "tick", clock.now())
    assert states(installation)["Nhận tin telegram"] == "lỗi"


def test_an_old_backup_is_noticed(offline: Installation) -> None:
    copy = back_up(offline)
    assert states(offline)["Sao lưu"] == "tốt"
    three_days_ago = copy.at - timedelta(days=3)
    copy.path.rename(copy.path.with_name(f"giaoban-{three_days_ago:{STAMP}}.db"))
    assert states(offline)["Sao lưu"] == "cần xem"


def test_a_message_that_does_not_go_out_is_noticed(offline: Installation, clock: SetClock) -> None:
    ward = add_people(offline)
    with offline.sessions.begin() as session:
        message = Outgoing(Address("telegram", "telegram", "1"), "chào anh")
        outbox.put(session, message, key="1", kind="reply", now=clock.now(), ward_id=ward.id)
    assert states(offline)["Tin chờ gửi"] == "tốt"
    clock.advance(timedelta(minutes=16))
    assert "07:29 16/11/2026: kiểm tra mạng" in words(offline, "Tin chờ gửi")


@pytest.mark.parametrize("name", NAMES)
def test_each_alarm_that_was_told_has_its_line_until_it_is_over(
    offline: Installation, clock: SetClock, name: Name
) -> None:
    ward = add_people(offline)
    news = News(name, clock.now(), clock.now())
    with offline.sessions.begin() as session:
        alarms.note(session, ward.id, news)
    assert words(offline, "Cảnh báo") == f"Phường Tân An: {check.ALARMS[name]}, từ 07:29 16/11/2026"
    with offline.sessions.begin() as session:
        alarms.note(session, ward.id, replace(news, over=True))
    assert words(offline, "Cảnh báo") == ""


def test_a_damaged_file_is_broken(offline: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "damage", lambda session: "row 3 missing from index")
    assert states(offline)["Toàn vẹn dữ liệu"] == "lỗi"


def test_people_who_are_not_linked_or_not_reached_are_counted(offline: Installation, clock: SetClock) -> None:
    ward = add_people(offline)
    with offline.sessions.begin() as session:
        ids = session.scalars(select(Person.id)).all()
        people.link(session, Address("telegram", "telegram", "1"), ward.id, ids[0], clock.now())
        chat = people.link(session, Address("telegram", "telegram", "2"), ward.id, ids[1], clock.now())
        chat.unreachable_at = clock.now()
    assert words(offline, "Cán bộ").startswith("3 người, 1 chưa kết nối, 1 không gửi được")


def test_a_second_chat_that_works_makes_a_person_reached(clock: SetClock) -> None:
    blocked, open_ = Chat(channel="telegram", unreachable_at=clock.now()), Chat(channel="zalo")
    assert state_of([]) == "chưa kết nối"
    assert state_of([blocked]) == "không gửi được từ 16/11/2026"
    assert state_of([blocked, open_]) == "zalo"


def test_messages_that_failed_are_counted(offline: Installation, clock: SetClock) -> None:
    with offline.sessions.begin() as session:
        session.add(
            Inbox(
                account="telegram",
                key="1",
                chat="7",
                payload={},
                received_at=clock.now(),
                state="failed",
            )
        )
    assert words(offline, "Tin nhắn").startswith("7 ngày qua: 1 tin đến lỗi")


# --- the machine ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "kind", "why"),
    [
        ({}, "ext4", None),
        ({}, "tmpfs", "ổ đĩa kiểu tmpfs không giữ lại"),
        ({}, "overlay", "ổ đĩa kiểu overlay không giữ lại"),
        ({"DYNO": "web.1"}, "ext4", "ổ đĩa của Heroku không giữ lại"),
        ({"K_SERVICE": "x"}, "ext4", "ổ đĩa của Cloud Run không giữ lại"),
    ],
)
def test_a_disk_that_does_not_last_is_known(
    tmp_path: Path, environ: dict[str, str], kind: str, why: str | None
) -> None:
    place = str(tmp_path).replace(" ", "\\040")
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/sda / btrfs rw 0 0\n/dev/sdb {place} {kind} rw 0 0\nproc {place}/data/x tmpfs rw 0 0\n"
    )
    assert host.forgets(f"{tmp_path}/data/giaoban.db", environ, mounts) == why


def test_a_clock_that_is_off_is_broken(clock: SetClock) -> None:
    now = clock.now()
    assert host.against_platform(now, now - timedelta(seconds=90)).state == "tốt"
    assert "nhanh 60 phút" in host.against_platform(now, now - timedelta(hours=1)).words
    assert "chậm 7 phút" in host.against_platform(now, now + timedelta(minutes=7)).words


def test_without_a_platform_the_newest_row_shows_a_clock_that_went_back(clock: SetClock) -> None:
    now = clock.now()
    assert host.against_newest(now, None).state == "cần xem"
    assert host.against_newest(now, now - timedelta(days=2)).state == "cần xem"
    assert "chậm ít nhất 1440 phút" in host.against_newest(now, now + timedelta(days=1)).words


def test_a_ward_under_another_code_than_that_of_the_settings_is_broken(installation: Installation) -> None:
    add_people(installation)
    with installation.sessions.begin() as session:
        session.scalars(select(Ward)).one().code = "tan-binh"
    assert "phường mã tan-binh đã nạp" in words(installation, "Phường Tân An")
    with pytest.raises(ConfigError, match="tan-binh"):
        status.run(argparse.Namespace(ward=None, json=False), installation)


def test_a_field_of_defence_that_is_not_closed_is_told(installation: Installation) -> None:
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        session.add(Field(ward_id=ward.id, code="quoc_phong", name="Quốc phòng"))
        session.add(Field(ward_id=ward.id, code="qp", name="Quốc phòng, quân sự"))
    assert words(installation, "Phường Tân An").count("closed_fields") == 2
    assert "“qp”" in words(installation, "Phường Tân An")
