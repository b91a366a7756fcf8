"""The stand-in of Telegram refuses what Telegram refuses: otherwise it would prove nothing."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.channels.conftest import TOKEN
from tests.standin.telegram import Account, TelegramStandIn


def _call(api: TelegramStandIn, method: str, **fields: Any) -> dict[str, Any]:
    reply: dict[str, Any] = httpx.post(f"{api.url}/bot{TOKEN}/{method}", json=fields, trust_env=False).json()
    return reply


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"text": " "}, "text is empty"),
        ({"text": "😀" * 2049}, "too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't find end tag"),
        ({"text": "1 <2", "parse_mode": "HTML"}, "unescaped <"),
        ({"text": "<hộ>", "parse_mode": "HTML"}, "unsupported start tag"),
        ({"text": "<span>x</span>", "parse_mode": "HTML"}, "unsupported start tag"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "đ" * 33}]]}},
            "DATA",
        ),
    ],
)
def test_malformed_messages_are_refused(api: TelegramStandIn, fields: dict[str, Any], why: str) -> None:
    reply = _call(api, "sendMessage", chat_id=7, **fields)
    assert reply["ok"] is False
    assert why in reply["description"]


def test_updates_come_again_until_an_offset_acknowledges_them(api: TelegramStandIn, bot: Account) -> None:
    bot.say(7, "một")
    bot.say(7, "hai")
    first = _call(api, "getUpdates")["result"]
    assert first == _call(api, "getUpdates")["result"]
    left = _call(api, "getUpdates", offset=first[0]["update_id"] + 1)["result"]
    assert [update["message"]["text"] for update in left] == ["hai"]
    assert bot.waiting() == 1


def test_a_second_poll_ends_the_first(api: TelegramStandIn, bot: Account) -> None:
    with ThreadPoolExecutor() as threads:
        first = threads.submit(_call, api, "getUpdates", timeout=20)
        second = threads.submit(_call, api, "getUpdates", timeout=20)
        bot.wait(lambda: bot.count("getUpdates", 409) == 1)
        bot.say(7, "xin chào")
        assert sorted(poll.result()["ok"] for poll in (first, second)) == [False, True]


def test_limits_are_enforced_where_asked(bot: Account) -> None:
    with TelegramStandIn(limits=True) as api:
        to_one = [_call(api, "sendMessage", chat_id=7, text="x") for _ in range(8)]
        to_group = [_call(api, "sendMessage", chat_id=-100, text="x") for _ in range(21)]
    assert [reply["ok"] for reply in to_one][:5] == [True] * 5
    assert to_one[-1]["parameters"] == {"retry_after": 1}
    assert to_group[-1]["error_code"] == 429


def test_another_process_can_play_the_people(api: TelegramStandIn, bot: Account) -> None:
    url = f"{api.url}/standin/{TOKEN}"
    httpx.post(f"{url}/say", json={"chat": 7, "text": "xin chào"}, trust_env=False)
    assert json.loads(httpx.post(f"{url}/waiting", json={}, trust_env=False).text) == 1
    assert bot.waiting() == 1
