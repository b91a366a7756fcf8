"""A stand-in of Telegram over HTTP: what people write goes in, what the bot did can be read.

In a test: `with TelegramStandIn() as api: bot = api.account(TOKEN); bot.say(7, "xin chào")`, and the bot
under test talks to `api.url`. On its own: `python -m tests.standin.telegram --port 8081`; then each public
function of an Account is a POST with JSON fields: `/standin/<token>/say {"chat": 7, "text": "xin chào"}`.
"""

from __future__ import annotations

import argparse
import asyncio
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Self
from urllib.parse import unquote

from tests.standin.http import Answer, Fields, HttpServer
from tests.standin.telegram_api import BotApi, Fault, Json, chat_json, now
from tests.standin.telegram_limits import Limits


class Account(BotApi):
    """One bot, with the people who write to it, what goes wrong, and a look at what it did."""

    def say(self, chat: int, text: str, *, sender: int | None = None, reply_to: int | None = None) -> int:
        """A person writes; the message's number. Chats below 0 are groups."""
        return self._write(chat, {"text": text}, sender, reply_to)

    def edit(self, chat: int, message_id: int, text: str) -> None:
        """A person changes a message that was written before."""
        message = self.messages[chat, message_id] | {"text": text, "edit_date": now()}
        self.messages[chat, message_id] = message
        self.push({"edited_message": message})

    def press(self, chat: int, label: str, *, sender: int | None = None) -> None:
        """A person presses the newest button whose label contains this text; LookupError without one."""
        for sent in reversed(self.sent):
            keys = [data for row in sent.buttons for shown, data in row if label in shown]
            if keys and sent.chat == chat:
                query = {"id": str(self.number()), "from": _user(sender or chat), "chat_instance": "1"}
                message = self.messages[chat, sent.message_id]
                self.push({"callback_query": query | {"data": keys[0], "message": message}})
                return
        raise LookupError(f"no button {label!r} in chat {chat}")

    def share_contact(self, chat: int, phone: str, user_id: int | None = None) -> int:
        """A person shares a phone number; `user_id` is the Telegram user it belongs to, if any."""
        card = {"phone_number": phone, "first_name": "Minh"} | ({"user_id": user_id} if user_id else {})
        return self._write(chat, {"contact": card})

    def attach(self, chat: int, file_name: str, caption: str = "", content: str = "content") -> int:
        """A person sends a file."""
        file = self._keep(content) | {"file_name": file_name}
        return self._write(chat, {"document": file} | ({"caption": caption} if caption else {}))

    def photograph(self, chat: int, caption: str = "", content: str = "picture") -> int:
        """A person sends a photo, which Telegram keeps in two sizes."""
        sizes = [
            self._keep(content[:1]) | {"width": 90, "height": 60},
            self._keep(content) | {"width": 1280, "height": 853},
        ]
        return self._write(chat, {"photo": sizes} | ({"caption": caption} if caption else {}))

    def _keep(self, content: str) -> Json:
        name = f"f{self.number()}"
        self.files[name] = content.encode()
        return {"file_id": name, "file_unique_id": f"u{name}", "file_size": len(content.encode())}

    def _write(self, chat: int, said: Json, sender: int | None = None, reply_to: int | None = None) -> int:
        number = self.number()
        message = {
            "message_id": number,
            "date": now(),
            "chat": chat_json(chat),
            "from": _user(sender or abs(chat)),
        }
        if reply_to:
            message["reply_to_message"] = self.messages[chat, reply_to]
        self.messages[chat, number] = message | said
        self.push({"message": message | said})
        return number

    def fail(self, method: str, times: int = 1, **fault: Any) -> None:
        """The next calls of a method meet a Fault with these fields."""
        self.faults.setdefault(method.lower(), deque()).extend([Fault(**fault)] * times)

    def refuse(self, chat: int, status: int = 403, description: str = "") -> None:
        """Whatever is sent to this chat is refused: with 403, because it has blocked the bot."""
        self.refusing[chat] = Fault(status, description or "Forbidden: bot was blocked by the user")

    def texts(self, chat: int) -> list[str]:
        """What the bot wrote to a chat."""
        return [sent.text for sent in self.sent if sent.chat == chat]

    def count(self, method: str, status: int | None = None) -> int:
        """How many calls of a method there were, with this status or with any."""
        found = [call for call in list(self.calls) if call.method.lower() == method.lower()]
        return sum(status in (None, call.status) for call in found)

    def waiting(self) -> int:
        """How many updates the bot has not acknowledged."""
        return len(self.updates)

    def wait(self, until: Callable[[], bool], timeout: float = 10.0) -> None:
        """Wait until something holds that the bot's calls bring about; AssertionError when they do not."""
        with self.changed:
            assert self.changed.wait_for(until, timeout), "the bot did not do it in time"


REMOTE = {
    "say",
    "edit",
    "press",
    "share_contact",
    "attach",
    "photograph",
    "push",
    "fail",
    "refuse",
    "texts",
    "count",
    "waiting",
}


class TelegramStandIn:
    """The server, with an Account for each token that is used. `limits` enforces Telegram's rates."""

    def __init__(self, *, port: int = 0, limits: bool = False) -> None:
        self._server = HttpServer(self._respond, port)
        self._accounts: dict[str, Account] = {}
        self._creating = threading.Lock()
        self._limits = limits

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def account(self, token: str) -> Account:
        with self._creating:
            if token not in self._accounts:
                self._accounts[token] = Account(token, self._wake, Limits() if self._limits else None)
            return self._accounts[token]

    def _wake(self, event: asyncio.Event) -> None:
        self._server.loop.call_soon_threadsafe(event.set)

    async def _respond(self, path: str, fields: Fields) -> Answer | None:
        match path.split("/"):
            case ["", "standin", token, act] if act in REMOTE:
                return Answer(200, getattr(self.account(token), act)(**fields))
            case ["", bot, method] if bot.startswith("bot"):
                return await self.account(bot.removeprefix("bot")).call(method, fields)
            case ["", "file", bot, name] if bot.startswith("bot"):
                return self.account(unquote(bot).removeprefix("bot")).download(name)
        return Answer(404, {"ok": False, "error_code": 404, "description": "Not Found"})


def _user(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": f"Người {number}"}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--limits", action="store_true", help="answer 429 above Telegram's rates")
    options = parser.parse_args()
    with TelegramStandIn(port=options.port, limits=options.limits) as api:
        print(api.url, flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
