"""People answer their own earlier message to correct a number: its item is what is meant."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from bot.commands.sample_ward import ACCOUNT
from bot.domain.message import Address, Incoming
from db.models import Figure, Item
from db.session import Sessions
from tests.driver import CHANNEL, Stage, parse

DIALOGUE = parse("@ người: Minh\n[16/11/2026 12:00]\n")


def test_a_number_under_an_own_message_corrects_what_that_message_reported(
    sqlite_sessions: Sessions, tmp_path: Path
) -> None:
    stage = Stage(sqlite_sessions, DIALOGUE, tmp_path)
    stage.move_to("16/11/2026 12:00")
    stage.say("Minh", "bhyt 99,5")
    stage.say("Minh", "bhxh 201")
    message = Incoming(
        key="r1",
        address=Address(CHANNEL, ACCOUNT, stage.chats["Minh"]),
        sender="minh",
        sent_at=stage.clock.now(),
        text="99,1",
        message_id="r1",
        reply_to="m1",
    )
    stage.app.accept(ACCOUNT, [message])
    stage.app.receive_waiting()
    with sqlite_sessions() as session:
        newest = session.scalars(select(Figure).order_by(Figure.id.desc()).limit(1)).one()
        assert session.get_one(Item, newest.item_id).key == "CT07a"
        assert str(newest.value) == "99.1"
