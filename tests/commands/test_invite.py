"""`invite` prints codes that link, and a sheet with one slip for each person who is not linked yet."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.__main__ import main
from bot.commands.installation import Installation
from bot.domain.message import Address
from db import people
from db.invitations import Redeemed, Refusal, redeem
from db.models import Audit, Person, Ward
from tests.commands.conftest import Say, add_people
from tests.standin.telegram import TelegramStandIn

CODE = re.compile(r"\b[2-9A-HJKMNP-TV-Z]{8}\b")
HERE = Address("telegram", "telegram", "7")


@pytest.fixture
def api() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as api:
        api.account("42:secret")
        yield api


def invite(installation: Installation, monkeypatch: pytest.MonkeyPatch, *said: str) -> int:
    monkeypatch.setattr("bot.__main__.Installation", lambda: installation)
    return main(["invite", *said])


def redeemed(installation: Installation, code: str, *, group: bool = False) -> Redeemed | Refusal:
    with installation.sessions.begin() as session:
        ward = session.scalars(select(Ward)).one()
        return redeem(session, code, ward.id, HERE, installation.clock.now(), group=group)


def person_id(installation: Installation, code: str) -> int:
    with installation.sessions() as session:
        return session.scalars(select(Person.id).where(Person.code == code)).one()


@pytest.mark.parametrize("said", ["minh", "Trần Văn Minh", "tran van minh", "MINH", "van minh"])
def test_a_person_is_invited_by_code_or_name(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    add_people(installation)
    assert invite(installation, monkeypatch, said) == 0
    (code,) = set(CODE.findall(capsys.readouterr().out))
    assert redeemed(installation, code) == Redeemed(1, person_id(installation, "minh"))


@pytest.mark.parametrize("said", ["tú", "n"])
def test_an_unknown_person_is_not_invited(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    add_people(installation)
    assert invite(installation, monkeypatch, said) == 1
    assert f"Không có ai tên hoặc mã là “{said}”" in capsys.readouterr().err


def test_of_two_with_the_same_name_the_code_decides(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        session.add(Person(ward_id=ward.id, code="minh2", name="Phạm Minh"))
        session.add(Person(ward_id=ward.id, code="minh3", name="Phạm Minh"))
    assert invite(installation, monkeypatch, "phạm minh") == 1
    assert "Phạm Minh (minh2), Phạm Minh (minh3). Chọn theo mã." in capsys.readouterr().err
    assert invite(installation, monkeypatch, "minh2") == 0


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("minh", "minh"),
        ("chị Minh", "minh2"),
        ("Trần Minh", "minh"),
        ("Hòa", "hoa2"),
        ("hoà", "hoa2"),
        ("hoa", "hoa"),
    ],
)
def test_namesakes_are_told_apart_as_in_chat(
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: str,
    meant: str,
) -> None:
    _add_namesakes(installation)
    assert invite(installation, monkeypatch, said) == 0
    (code,) = set(CODE.findall(capsys.readouterr().out))
    assert redeemed(installation, code) == Redeemed(1, person_id(installation, meant))


@pytest.mark.parametrize("said", ["Minh", "MINH", "Hoa"])
def test_a_name_that_may_be_anothers_gives_no_code(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    _add_namesakes(installation)
    assert invite(installation, monkeypatch, said) == 1
    told = capsys.readouterr()
    assert f"“{said}” có 2 người" in told.err
    assert not CODE.findall(told.out)


def _add_namesakes(installation: Installation) -> None:
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        for code, name, address in (
            ("minh2", "Nguyễn Thị Minh", "chị"),
            ("hoa", "Đặng Thị Hoa", "cô"),
            ("hoa2", "Bùi Văn Hòa", "bác"),
        ):
            session.add(Person(ward_id=ward.id, code=code, name=name, address=address))


def test_the_deep_link_names_the_bot(
    make_installation: Say,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    api: TelegramStandIn,
) -> None:
    installation = make_installation(TELEGRAM_TOKEN="42:secret", TELEGRAM_API_BASE=api.url)
    add_people(installation)
    assert invite(installation, monkeypatch, "minh") == 0
    assert re.search(r"https://t\.me/\w+\?start=[2-9A-Z]{8}\n", capsys.readouterr().out)
    assert invite(installation, monkeypatch, "--group") == 0
    assert re.search(r"https://t\.me/\w+\?startgroup=[2-9A-Z]{8}\n", capsys.readouterr().out)


def test_the_group_is_invited_with_a_code_of_its_own(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    assert invite(installation, monkeypatch, "--group") == 0
    (code,) = set(CODE.findall(capsys.readouterr().out))
    assert redeemed(installation, code, group=True) == Redeemed(1, None)


def test_the_first_admin_comes_before_everything_else(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert invite(installation, monkeypatch, "--admin") == 0
    (code,) = set(CODE.findall(capsys.readouterr().out))
    assert redeemed(installation, code) == Redeemed(1, person_id(installation, "quan-tri"))
    with installation.sessions() as session:
        assert session.scalars(select(Ward.code)).one() == "tan-an"


def test_the_admin_is_made_only_once(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    assert [invite(installation, monkeypatch, "--admin") for _ in range(2)] == [0, 0]
    with installation.sessions() as session:
        assert len(session.scalars(select(Person).where(Person.code == "quan-tri")).all()) == 1


def test_before_anything_is_loaded_the_operator_is_told_to_load(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert invite(installation, monkeypatch, "minh") == 1
    assert "./giaoban load" in capsys.readouterr().err


def test_the_sheet_has_a_slip_for_everybody_who_is_not_linked(
    make_installation: Say,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    api: TelegramStandIn,
) -> None:
    installation = make_installation(TELEGRAM_TOKEN="42:secret", TELEGRAM_API_BASE=api.url)
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        people.link(session, HERE, ward.id, person_id(installation, "lan"), installation.clock.now())
    assert invite(installation, monkeypatch, "--all") == 0
    (path,) = (installation.root / "out").iterdir()
    sheet = path.read_text(encoding="utf-8")
    assert str(path) in capsys.readouterr().out
    assert re.findall(r"<h2>(.*?)</h2>", sheet) == ["Lê Hùng", "Trần Văn Minh"]
    assert sheet.count("<svg") == sheet.count("<ol>") == 2
    assert sheet.count("<li>") == 6
    code = re.findall(r"<code>(.*?)</code>", sheet)[1]
    assert redeemed(installation, code) == Redeemed(ward.id, person_id(installation, "minh"))


def test_a_code_that_a_new_one_ends_is_told(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    invite(installation, monkeypatch, "--all")
    assert "hết hiệu lực" not in capsys.readouterr().out
    invite(installation, monkeypatch, "minh")
    said = capsys.readouterr().out
    assert "chưa dùng, nay hết hiệu lực: phiếu in trước đó bỏ đi." in said
    (code,) = set(CODE.findall(said))
    assert redeemed(installation, code) == Redeemed(1, person_id(installation, "minh"))
    invite(installation, monkeypatch, "minh")
    assert "hết hiệu lực" not in capsys.readouterr().out
    invite(installation, monkeypatch, "--all")
    assert "nay hết hiệu lực (3): " in capsys.readouterr().out


def test_a_sheet_without_qr_codes_says_so(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    invite(installation, monkeypatch, "--all")
    assert "phiếu chưa có mã QR và tên bot" in capsys.readouterr().out


@pytest.mark.skipif("sys.platform == 'win32'", reason="POSIX rights")
def test_only_its_owner_can_read_the_sheet(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_people(installation)
    invite(installation, monkeypatch, "--all")
    (path,) = (installation.root / "out").iterdir()
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600


def test_when_everybody_is_linked_there_is_no_sheet(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ward = add_people(installation)
    with installation.sessions.begin() as session:
        for number, person in enumerate(session.scalars(select(Person))):
            here = Address("telegram", "telegram", str(number))
            people.link(session, here, ward.id, person.id, installation.clock.now())
    assert invite(installation, monkeypatch, "--all") == 0
    assert "Mọi người đều đã kết nối" in capsys.readouterr().out


def test_invitations_are_noted_without_their_codes(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(installation)
    invite(installation, monkeypatch, "minh")
    (code,) = set(CODE.findall(capsys.readouterr().out))
    with installation.sessions() as session:
        line = session.scalars(select(Audit)).one()
    assert (line.action, line.subject) == ("invite", "Trần Văn Minh")
    assert code not in str(vars(line))
