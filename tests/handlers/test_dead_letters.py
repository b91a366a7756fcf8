"""What could not be sent: the clerk is told once, sees why, and has it sent again or lets it be."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.domain.message import Address, Outgoing
from db import dead_letters, outbox, sending
from db.models import Audit, Chat, Outbox, Ward
from db.session import Sessions
from tests.driver import Stage
from tests.handlers.desk import stage


@pytest.fixture
def played(sessions: Sessions, tmp_path: Path) -> Stage:
    """Minh reports at noon; his answer, and nothing else, could be lost."""
    played = stage(sessions, tmp_path, people="Lan, Minh")
    played.move_to("16/11/2026 12:00")
    return played


def lose(played: Stage, *, held: bool = False, reason: str = "bad_request", who: str = "Minh") -> int:
    """The last message to somebody did not go out."""
    with played.sessions.begin() as session:
        chat = played.chats[who]
        row = session.scalars(select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id.desc())).first()
        assert row is not None
        (sending.mark_held if held else sending.mark_failed)(session, row.id, reason)
        return row.id


def resent(played: Stage) -> list[Outbox]:
    with played.sessions() as session:
        return list(session.scalars(select(Outbox).where(Outbox.key.startswith("resent:"))))


def test_the_clerk_sees_to_whom_what_when_and_why(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    number = lose(played)
    ((_, said),) = played.say("Lan", "thư hỏng")
    assert said.startswith("Tin chưa gửi được đến anh Minh (trả lời, 12 giờ 00, 16/11/2026): “Đã ghi nhận")
    assert "Lý do: nền tảng chat không nhận nội dung này." in said
    assert f"THƯ HỎNG #{number} GỬI LẠI" in said


def test_sent_again_it_says_the_same_and_is_done_with(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    lose(played)
    played.say("Lan", "/thuhong")
    said = played.say("Lan", "1")
    assert [who for who, _text in said] == ["Minh", "Lan"]
    assert said[0][1].startswith("Đã ghi nhận")
    assert played.say("Lan", "thu hong") == [("Lan", "Không có tin nào chưa gửi được.")]
    with played.sessions() as session:
        assert list(session.scalars(select(Audit.action).where(Audit.action == "resend"))) == ["resend"]


def test_a_double_tap_sends_once(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    number = lose(played)
    first = played.say("Lan", f"/thuhong #{number} gui lai")
    second = played.say("Lan", f"/thuhong #{number} gui lai")
    assert [who for who, _text in first + second] == ["Minh", "Lan", "Lan"]
    assert "trước đó" in second[0][1]
    assert len(resent(played)) == 1


def test_two_processes_at_the_same_moment_send_it_once(postgres_sessions: Sessions, tmp_path: Path) -> None:
    played = stage(postgres_sessions, tmp_path, people="Lan, Minh")
    played.say("Minh", "bhxh 201")
    number = lose(played)
    both = threading.Barrier(2)

    def again() -> None:
        with played.sessions.begin() as session:
            row = session.get_one(Outbox, number)
            both.wait(timeout=5)
            if dead_letters.settle(session, number, played.clock.now()):
                to = Address(row.channel, row.account, row.chat)
                dead_letters.send_again(session, row, to, played.clock.now())

    threads = [threading.Thread(target=again) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(resent(played)) == 1


def test_the_key_lets_there_be_one_even_where_it_was_not_settled(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    number = lose(played)
    played.say("Lan", f"/thuhong #{number} gui lai")
    with played.sessions() as session:
        row = session.get_one(Outbox, number)
        to = Address(row.channel, row.account, row.chat)
        with pytest.raises(IntegrityError):
            dead_letters.send_again(session, row, to, played.clock.now())


def test_what_may_have_arrived_is_said_so(played: Stage) -> None:
    played.say("Lan", "tong hop")
    lose(played, held=True, reason="network", who="Lan")
    ((_, said),) = played.say("Lan", "tin chưa gửi được")
    assert ".xlsx" in said
    assert "có thể đã đến" in said
    assert "hỏi người nhận trước" in said


def test_a_file_that_is_gone_is_not_sent_as_words_alone(played: Stage, tmp_path: Path) -> None:
    played.say("Lan", "tong hop")
    number = lose(played, held=True, reason="network", who="Lan")
    for file in tmp_path.glob("*.xlsx"):
        file.unlink()
    ((_, said),) = played.say("Lan", f"thu hong #{number} gui lai")
    assert "Tệp gửi chị Lan không còn" in said
    assert resent(played) == []


def test_let_be_it_is_asked_about_no_more(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    lose(played)
    played.say("Lan", "thu hong")
    ((_, said),) = played.say("Lan", "2")
    assert said.startswith("Đã bỏ qua tin đến anh Minh")
    assert played.say("Lan", "thu hong") == [("Lan", "Không có tin nào chưa gửi được.")]


def test_several_are_listed_and_decided_together(played: Stage) -> None:
    for words in ("bhxh 201", "bhyt 99,2%"):
        played.say("Minh", words)
        lose(played)
    ((_, said),) = played.say("Lan", "thu hong")
    assert said.startswith("Có 02 tin của trợ lý chưa gửi được:")
    assert [who for who, _text in played.say("Lan", "thu hong gui lai tat ca")] == ["Minh", "Minh", "Lan"]


def test_what_was_withdrawn_or_cut_off_is_no_dead_letter(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    lose(played, reason=outbox.CUT)
    assert played.say("Lan", "thu hong") == [("Lan", "Không có tin nào chưa gửi được.")]


def test_a_reminder_of_a_day_that_is_over_is_not_sent_again(played: Stage) -> None:
    said = played.move_to("17/11/2026 07:30")
    assert "Minh" in {who for who, _text in said}
    number = lose(played)
    played.move_to("18/11/2026 09:00")
    ((_, answer),) = played.say("Lan", f"thu hong #{number} gui lai")
    assert "không còn đúng: chưa gửi lại" in answer
    assert resent(played) == []


def test_a_reminder_is_not_sent_again_to_who_has_no_chat(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    number = lose(played, reason="blocked")
    with played.sessions.begin() as session:
        chat = session.scalars(select(Outbox.chat).where(Outbox.id == number)).one()
    with played.sessions.begin() as session:
        session.scalars(select(Chat).where(Chat.chat == chat)).one().unreachable_at = played.clock.now()
    ((_, said),) = played.say("Lan", f"thu hong #{number} gui lai")
    assert "chưa có trò chuyện nào nhận được tin" in said


def test_the_clerk_is_told_once_a_day_and_only_of_new_ones(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    lose(played)
    played.say("Minh", "bhyt 99,2%")
    lose(played)
    told = [text for who, text in played.move_to("16/11/2026 14:00") if "chưa gửi được" in text]
    assert len(told) == 1
    assert told[0].startswith("Có 02 tin của trợ lý chưa gửi được đến người nhận.")
    assert not [text for _who, text in played.move_to("17/11/2026 09:00") if "chưa gửi được" in text]
    played.say("Minh", "sua bhxh 202")
    lose(played)
    told = [text for who, text in played.move_to("18/11/2026 09:00") if "chưa gửi được" in text]
    assert len(told) == 1


def test_that_somebody_is_unreachable_is_told_only_once(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    lose(played, reason="blocked")
    assert not [text for _who, text in played.move_to("16/11/2026 14:00") if "chưa gửi được" in text]


def test_another_wards_dead_letter_is_unknown_here(played: Stage) -> None:
    with played.sessions.begin() as session:
        other = Ward(code="le-loi", name="Phường Lê Lợi")
        session.add(other)
        session.flush()
        message = Outgoing(Address("sample", "console", "x"), "…")
        number = outbox.put(session, message, key="k", kind="reply", now=played.clock.now(), ward_id=other.id)
        sending.mark_failed(session, number, "bug")
    assert "Không có tin" in played.say("Lan", f"thu hong #{number}")[-1][1]


def test_after_two_weeks_it_is_forgotten(played: Stage) -> None:
    played.say("Minh", "bhxh 201")
    lose(played)
    with played.sessions() as session:
        later = played.clock.now() + timedelta(days=15)
        assert not dead_letters.waiting(session, 1, later)
