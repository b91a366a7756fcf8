"""What people do on Telegram arrives in the form that every channel shares, and nothing is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels import SendError
from bot.domain.message import Address, Contact, Incoming
from tests.channels.conftest import FAST, NOW, OpenChannel, Stored, receive, receiving
from tests.standin.telegram import Account

HOOK = "https://giaoban.example.vn/telegram/ward"


def test_a_text_arrives_with_who_where_and_when(bot: Account, telegram: OpenChannel) -> None:
    number = bot.say(7, "bhxh 201")
    [message] = receive(telegram())
    assert message == Incoming(
        key="update:1002",
        address=Address("telegram", "ward", "7"),
        sender="7",
        sent_at=message.sent_at,
        text="bhxh 201",
        sender_name="Người 7",
        message_id=str(number),
    )
    assert message.sent_at.tzinfo is UTC


def test_a_message_in_a_group_is_marked_and_names_its_sender(bot: Account, telegram: OpenChannel) -> None:
    bot.say(-100, "tinh hinh", sender=7)
    [message] = receive(telegram())
    assert (message.group, message.address.chat, message.sender) == (True, "-100", "7")


def test_a_command_loses_the_name_of_this_bot_and_one_for_another_bot_is_ignored(
    bot: Account, telegram: OpenChannel
) -> None:
    bot.say(-100, "/start@another_bot X", sender=7)
    bot.say(-100, "/start@GiaoBan_bot AB12CD34", sender=7)
    [message] = receive(telegram())
    assert message.text == "/start AB12CD34"


def test_a_reply_names_the_message_it_answers(bot: Account, telegram: OpenChannel) -> None:
    first = bot.say(7, "một")
    bot.say(7, "hai", reply_to=first)
    assert [message.reply_to for message in receive(telegram(), 2)] == [None, str(first)]


def test_a_forwarded_message_is_marked(bot: Account, telegram: OpenChannel) -> None:
    bot.say(7, "bhxh 201")
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": "Anh Dũng"}
    sender = {"id": 7, "is_bot": False, "first_name": "Minh"}
    chat = {"id": 7, "type": "private"}
    forwarded = {"message_id": bot.number(), "date": 0, "chat": chat, "from": sender, "text": "bhxh 260"}
    bot.push({"message": forwarded | {"forward_origin": origin}})
    assert [message.forwarded for message in receive(telegram(), 2)] == [False, True]


def test_an_edited_message_keeps_its_number(bot: Account, telegram: OpenChannel) -> None:
    number = bot.say(7, "bhxh 21")
    bot.edit(7, number, "bhxh 201")
    first, second = receive(telegram(), 2)
    assert (first.edit, second.edit, second.text) == (False, True, "bhxh 201")
    assert first.message_id == second.message_id == str(number)
    assert first.key != second.key


def test_a_pressed_button_arrives_as_a_choice_and_stops_waiting(bot: Account, telegram: OpenChannel) -> None:
    asked = bot.number()
    bot.messages[7, asked] = {"message_id": asked, "date": 0, "chat": {"id": 7, "type": "private"}}
    query = {"id": "q1", "from": {"id": 7, "is_bot": False, "first_name": "Minh"}, "data": "q:5:1"}
    bot.push({"callback_query": query | {"message": bot.messages[7, asked], "chat_instance": "1"}})

    async def run() -> Incoming:
        async with receiving(telegram()) as stored:
            await stored.until(lambda: bool(stored.messages))
            await asyncio.to_thread(bot.wait, lambda: bot.count("answerCallbackQuery") == 1)
            return stored.messages[0]

    message = asyncio.run(run())
    assert (message.choice, message.text, message.reply_to) == ("q:5:1", "", str(asked))
    assert message.sent_at == NOW


def test_a_contact_is_its_senders_own_only_where_telegram_says_so(
    bot: Account, telegram: OpenChannel
) -> None:
    bot.share_contact(7, "+84901234567", user_id=7)
    bot.share_contact(7, "0907654321", user_id=8)
    bot.share_contact(7, "0907654321")
    own, other, unknown = receive(telegram(), 3)
    assert own.contact == Contact("+84901234567", own=True)
    assert other.contact == unknown.contact == Contact("0907654321", own=False)


def test_a_file_comes_with_its_caption_and_its_name(bot: Account, telegram: OpenChannel) -> None:
    bot.attach(7, "Số liệu.xlsx", "bhxh 201")
    [message] = receive(telegram())
    assert (message.text, message.attachment) == ("bhxh 201", "Số liệu.xlsx")


def test_a_picture_without_words_still_arrives(bot: Account, telegram: OpenChannel) -> None:
    size = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
    bot.push({"message": _message(photo=[size])})
    [message] = receive(telegram())
    assert (message.text, message.attachment) == ("", "photo")


def _message(**fields: object) -> dict[str, object]:
    sender = {"id": 7, "is_bot": False, "first_name": "Minh"}
    return {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "from": sender} | fields


UNREADABLE: list[dict[str, Any]] = [
    {"message": {"text": "không có người gửi"}},
    {"message": _message(text="sai ngày", date="hôm qua")},
    {"message": _message(text="sai số", message_id={})},
    {"message": _message(text="số quá lớn", chat={"id": 10**400, "type": "private"})},
    {"message": "không phải tin nhắn"},
    {"message": _message(new_chat_title="Nhóm mới")},
    {"message": _message(text=12345)},
    {"callback_query": {"id": 5}},
    {
        "callback_query": {
            "id": "1",
            "from": {"id": 7, "is_bot": False, "first_name": "M"},
            "chat_instance": "1",
        }
    },
    {"update_id": "một", "message": _message(text="không có số")},
    {"message_from_the_future": {"text": "x"}},
    {},
]


def test_what_cannot_be_read_is_passed_over_and_acknowledged(bot: Account, telegram: OpenChannel) -> None:
    for update in UNREADABLE:
        bot.push(update)
    bot.say(7, "bhxh 201")

    async def run() -> list[Incoming]:
        async with receiving(telegram()) as stored:
            await stored.until(lambda: bool(stored.messages))
            await asyncio.to_thread(bot.wait, lambda: bot.waiting() == 0)
            return stored.messages

    with capture_logs() as logged:
        assert [message.text for message in asyncio.run(run())] == ["bhxh 201"]
    assert {line["event"] for line in logged} == {"update_not_readable"}
    assert "sai ngày" not in str(logged)


def test_letters_that_a_database_refuses_are_taken_out(bot: Account, telegram: OpenChannel) -> None:
    bot.say(7, "bhxh\x00 201 \ud83d")
    [message] = receive(telegram())
    assert message.text == "bhxh 201 "


def test_a_message_is_acknowledged_only_when_it_is_stored(bot: Account, telegram: OpenChannel) -> None:
    bot.say(7, "bhxh 201")

    async def run() -> tuple[int, int]:
        async with receiving(telegram(), refusals=2) as stored:
            await stored.until(lambda: stored.batches == 2)
            before = bot.waiting()
            await asyncio.to_thread(bot.wait, lambda: bot.waiting() == 0)
            assert [message.text for message in stored.messages] == ["bhxh 201"]
            return before, bot.waiting()

    assert asyncio.run(run()) == (1, 0)


def test_a_poll_that_brings_nothing_is_told_too(telegram: OpenChannel) -> None:
    async def run() -> list[Incoming]:
        async with receiving(telegram(replace(FAST, poll=0))) as stored:
            await stored.until(lambda: stored.batches == 1)
            return stored.messages

    assert asyncio.run(run()) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 502, "description": "Bad Gateway"},
        {"drop": True},
        {"status": 404, "description": "Not Found"},
        {"status": 409, "description": "Conflict: terminated by other getUpdates request"},
    ],
)
def test_polling_goes_on_after(fault: dict[str, object], bot: Account, telegram: OpenChannel) -> None:
    bot.fail("getUpdates", times=3, **fault)
    bot.say(7, "bhxh 201")
    assert [message.text for message in receive(telegram())] == ["bhxh 201"]


def test_polling_starts_although_the_platform_was_away(bot: Account, telegram: OpenChannel) -> None:
    bot.fail("getMe", times=2, drop=True)
    bot.say(7, "bhxh 201")
    assert len(receive(telegram())) == 1


def test_an_answer_that_is_lost_brings_the_same_messages_again(bot: Account, telegram: OpenChannel) -> None:
    bot.fail("getUpdates", drop=True, done=True)
    bot.say(7, "bhxh 201")
    assert [message.text for message in receive(telegram())] == ["bhxh 201"]


def test_a_forgotten_webhook_is_removed(bot: Account, telegram: OpenChannel) -> None:
    bot.webhook = True
    bot.say(7, "bhxh 201")
    assert len(receive(telegram())) == 1
    assert bot.count("deleteWebhook") == 1


def test_it_is_told_when_telegram_does_not_get_through(bot: Account, telegram: OpenChannel) -> None:
    def failed(seconds: int) -> None:
        bot.not_brought_at = int(NOW.timestamp()) - seconds

    async def play() -> None:
        channel = telegram()
        await channel.open()
        try:
            await channel.subscribe(HOOK)
            bot.say(7, "bhxh 201")
            await channel.subscribe(HOOK)
            failed(30)
            with pytest.raises(SendError, match="not_brought"):
                await channel.subscribe(HOOK)
            failed(3600)
            await channel.subscribe(HOOK)
            bot.updates.clear()
            failed(30)
            await channel.subscribe(HOOK)
        finally:
            await channel.close()

    asyncio.run(play())
    assert bot.count("setWebhook") == 1


def test_a_revoked_token_ends_the_polling(bot: Account, telegram: OpenChannel) -> None:
    bot.revoked = True
    with pytest.raises(SendError, match="unauthorized"):
        asyncio.run(telegram().receive(Stored().accept))


def test_dates_are_the_platforms(bot: Account, telegram: OpenChannel) -> None:
    bot.push({"message": _message(text="x", date=1_763_253_000)})
    assert receive(telegram())[0].sent_at == datetime.fromtimestamp(1_763_253_000, UTC)
