"""What the bot says looks right on Telegram, and a refusal says what it means."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from bot.channels import SendError
from bot.channels.telegram import Timing
from bot.domain.message import Address, Choice, Command, Outgoing
from tests.channels.conftest import FAST, TOKEN, OpenChannel
from tests.standin.telegram import Account, TelegramStandIn

# The library announces that `retry_after` will become a timedelta: both are read.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def _message(text: str, chat: str = "7", **fields: Any) -> Outgoing:
    return Outgoing(Address("telegram", "ward", chat), text, **fields)


def _send(channel: Any, *messages: Outgoing) -> list[str | None]:
    async def run() -> list[str | None]:
        try:
            return [await channel.send(message) for message in messages]
        finally:
            await channel.close()

    return asyncio.run(run())


def _failure(channel: Any, message: Outgoing | None = None) -> SendError:
    with pytest.raises(SendError) as raised:
        _send(channel, message or _message("x"))
    return raised.value


def test_the_first_of_several_lines_is_bold_and_everything_is_escaped(
    bot: Account, telegram: OpenChannel
) -> None:
    [number] = _send(telegram(), _message("Hộ <nghèo> & cận nghèo\nDưới 1%: 0 < 1"))
    assert bot.texts(7) == ["Hộ <nghèo> & cận nghèo\nDưới 1%: 0 < 1"]
    assert bot.sent[0].raw == "<b>Hộ &lt;nghèo&gt; &amp; cận nghèo</b>\nDưới 1%: 0 &lt; 1"
    assert number == str(bot.sent[0].message_id)


def test_a_single_line_is_not_bold(bot: Account, telegram: OpenChannel) -> None:
    _send(telegram(), _message("Đã ghi nhận."))
    assert bot.sent[0].raw == "Đã ghi nhận."


def test_choices_are_numbered_buttons_below_each_other(bot: Account, telegram: OpenChannel) -> None:
    choices = (Choice("Ghi 201/269 (74,7%)", "q5.1"), Choice("Gửi lại", "q5.2"))
    _send(telegram(), _message("Đề nghị kiểm tra.", choices=choices))
    assert bot.sent[0].buttons == ((("1. Ghi 201/269 (74,7%)", "q5.1"),), (("2. Gửi lại", "q5.2"),))


def test_short_choices_stand_two_in_a_row(bot: Account, telegram: OpenChannel) -> None:
    choices = tuple(Choice(label, label) for label in ("a", "b", "c"))
    _send(telegram(), _message("Chọn:", choices=choices))
    assert [len(row) for row in bot.sent[0].buttons] == [2, 1]


def test_choices_too_long_for_a_button_are_written_out(bot: Account, telegram: OpenChannel) -> None:
    long = "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều giai đoạn mới"
    _send(telegram(), _message("Chỉ tiêu nào?", choices=(Choice(long, "q1.1"), Choice("Khác", "q1.2"))))
    assert bot.texts(7) == [f"Chỉ tiêu nào?\n1. {long}\n2. Khác"]
    assert bot.sent[0].buttons == ((("1", "q1.1"), ("2", "q1.2")),)


def test_a_full_message_keeps_long_choices_on_its_buttons(bot: Account, telegram: OpenChannel) -> None:
    _send(telegram(), _message("x" * 4090, choices=(Choice("y" * 50, "q1.1"),)))
    assert bot.sent[0].buttons == (((f"1. {'y' * 50}", "q1.1"),),)


def test_a_person_is_offered_a_button_that_shares_his_number_and_a_group_is_not(
    bot: Account, telegram: OpenChannel
) -> None:
    ask: dict[str, Any] = {"request_contact": True}
    _send(telegram(), _message("Chào", **ask), _message("Chào", chat="-100", **ask))
    assert [sent.contact_button for sent in bot.sent] == ["Số của tôi", ""]


def test_a_document_goes_with_its_caption_and_silently_when_asked(
    bot: Account, telegram: OpenChannel, tmp_path: Path
) -> None:
    path = tmp_path / "Tổng hợp tháng 11.xlsx"
    path.write_bytes(bytes(range(256)) + b"\r\n--x\r\n")
    _send(telegram(), _message("Tổng hợp\ntháng 11", document=path, silent=True), _message("x"))
    first, second = bot.sent
    assert (first.document, first.content) == (path.name, path.read_bytes())
    assert (first.text, first.raw) == ("Tổng hợp\ntháng 11", "<b>Tổng hợp</b>\ntháng 11")
    assert (first.silent, second.silent) == (True, False)


def test_words_too_long_for_a_caption_follow_the_document(
    bot: Account, telegram: OpenChannel, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    _send(telegram(), _message("x" * 1025, document=path, choices=(Choice("a", "a"),)))
    assert [(sent.document, len(sent.text), len(sent.buttons)) for sent in bot.sent] == [
        ("a.xlsx", 0, 0),
        ("", 1025, 1),
    ]


def test_a_document_that_is_gone_is_rejected(telegram: OpenChannel, tmp_path: Path) -> None:
    error = _failure(telegram(), _message("x", document=tmp_path / "không có"))
    assert (error.reason, error.rejected) == ("no_file", True)


def test_what_telegram_cannot_format_goes_out_plain(bot: Account, telegram: OpenChannel) -> None:
    bot.fail("sendMessage", status=400, description="Bad Request: can't parse entities: byte offset 5")
    _send(telegram(), _message("a < b\nc"))
    assert [sent.raw for sent in bot.sent] == ["a < b\nc"]


def test_a_message_that_is_too_long_is_rejected_after_one_more_try(
    bot: Account, telegram: OpenChannel
) -> None:
    error = _failure(telegram(), _message("x" * 4097))
    assert (error.reason, error.rejected, error.permanent) == ("bad_request", True, False)
    assert bot.count("sendMessage", 400) == 2


REFUSALS = [
    (
        {"status": 403, "description": "Forbidden: bot was blocked by the user"},
        "blocked",
        {"permanent": True},
    ),
    ({"status": 400, "description": "Bad Request: chat not found"}, "not_found", {"permanent": True}),
    (
        {"status": 400, "description": "Bad Request: not enough rights to send text messages to the chat"},
        "blocked",
        {"permanent": True},
    ),
    ({"migrate_to": -1001234}, "moved", {"moved_to": "-1001234"}),
    ({"retry_after": 7}, "flood", {"retry_after": 7.0}),
    ({"status": 401, "description": "Unauthorized"}, "unauthorized", {}),
    ({"status": 404, "description": "Not Found"}, "no_such_method", {}),
    ({"status": 413, "description": "Request Entity Too Large"}, "too_large", {"rejected": True}),
    ({"status": 500}, "platform", {}),
    ({"status": 502, "description": "Bad Gateway"}, "platform", {}),
    ({"drop": True}, "network", {"maybe_sent": True}),
]


@pytest.mark.parametrize(("fault", "reason", "meaning"), REFUSALS)
def test_a_refusal_says_what_it_means(
    fault: dict[str, Any], reason: str, meaning: dict[str, Any], bot: Account, telegram: OpenChannel
) -> None:
    bot.fail("sendMessage", times=2, **fault)
    error = _failure(telegram())
    nothing = {
        "permanent": False,
        "rejected": False,
        "maybe_sent": False,
        "retry_after": None,
        "moved_to": None,
    }
    assert error.reason == reason
    assert {name: getattr(error, name) for name in nothing} == nothing | meaning


def test_an_answer_that_does_not_come_leaves_it_open_whether_the_message_arrived(
    bot: Account, telegram: OpenChannel
) -> None:
    bot.fail("sendMessage", delay=5)
    error = _failure(telegram(Timing(answer=0.2)))
    assert (error.reason, error.maybe_sent) == ("network", True)
    assert bot.texts(7) == ["x"]


def test_a_platform_that_cannot_be_reached_has_certainly_got_nothing(telegram: OpenChannel) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        error = _failure(telegram(FAST, f"http://127.0.0.1:{nobody.getsockname()[1]}"))
    assert (error.reason, error.maybe_sent) == ("network", False)


def test_a_chat_that_was_refused_rests_before_the_next_message(bot: Account, telegram: OpenChannel) -> None:
    bot.fail("sendMessage", retry_after=60)

    async def run() -> SendError:
        channel = telegram()
        with pytest.raises(SendError, match="flood"):
            await channel.send(_message("x"))
        with pytest.raises(SendError) as raised:
            await channel.send(_message("x"))
        await channel.send(_message("x", chat="8"))
        await channel.close()
        return raised.value

    error = asyncio.run(run())
    assert error.reason == "paced"
    assert error.retry_after == pytest.approx(60, abs=1)
    assert (bot.count("sendMessage"), bot.texts(8)) == (2, ["x"])


def test_forty_people_at_once_stay_below_the_limits(telegram: OpenChannel) -> None:
    with TelegramStandIn(limits=True) as api:
        bot = api.account(TOKEN)

        async def run() -> None:
            channel = telegram(FAST, api.url)
            await asyncio.gather(*(channel.send(_message("x", chat=str(person))) for person in range(1, 41)))
            await channel.close()

        asyncio.run(run())
        assert (bot.count("sendMessage", 200), bot.count("sendMessage", 429)) == (40, 0)


def test_menus_go_to_every_private_chat_or_to_one(bot: Account, telegram: OpenChannel) -> None:
    async def run() -> None:
        channel = telegram()
        await channel.show_menu([Command("viec", "Việc của tôi")])
        await channel.show_menu([Command("tinhhinh", "Tình hình")], chat="7")
        await channel.close()

    asyncio.run(run())
    assert bot.menus == {
        "all_private_chats": [{"command": "viec", "description": "Việc của tôi"}],
        "7": [{"command": "tinhhinh", "description": "Tình hình"}],
    }


def test_opening_asks_for_the_bots_name_once(bot: Account, telegram: OpenChannel) -> None:
    async def run() -> str:
        channel = telegram()
        await channel.open()
        name = await channel.username()
        await channel.close()
        return name

    assert asyncio.run(run()) == "giaoban_bot"
    assert bot.count("getMe") == 1


def test_a_refused_token_is_told_when_opening_and_never_shown(bot: Account, telegram: OpenChannel) -> None:
    bot.revoked = True
    with pytest.raises(SendError, match="unauthorized") as raised:
        asyncio.run(telegram().open())
    assert TOKEN not in f"{raised.value!r} {raised.value.__cause__!r}"


def test_no_log_line_holds_the_token(telegram: OpenChannel, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    _send(telegram(), _message("bí mật"))
    assert TOKEN not in caplog.text
    assert "bí mật" not in caplog.text
