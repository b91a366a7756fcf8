"""One bot account as the Bot API's server sees it: updates that wait, and methods that are called."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tests.standin.http import Answer, Fields, Upload
from tests.standin.telegram_limits import Limits, keyboard, plain_text

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with a call. `drop` cuts the connection, `delay` (seconds) keeps the answer back.

    `done`: the call takes effect all the same, as when only its answer is lost.
    """

    status: int = 200
    description: str = ""
    retry_after: int | None = None
    migrate_to: int | None = None
    delay: float = 0.0
    drop: bool = False
    done: bool = False

    @property
    def refuses(self) -> bool:
        return bool(self.status != 200 or self.retry_after or self.migrate_to)


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot, as it was answered (status 0: not at all); `at` is monotonic seconds."""

    method: str
    fields: Fields
    status: int
    at: float


@dataclass(frozen=True, slots=True)
class Sent:
    """One message of the bot that reached a chat: its text as people see it, its buttons by rows."""

    chat: int
    message_id: int
    text: str
    at: float
    raw: str = ""
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    contact_button: str = ""
    silent: bool = False
    document: str = ""
    content: bytes = b""


class BotApi:
    """The state of one bot, and the methods of the Bot API on it.

    Calls come in the server's thread, everything else in the test's: `changed` guards what both touch.
    """

    def __init__(self, token: str, wake: Callable[[asyncio.Event], None], limits: Limits | None) -> None:
        self.token = token
        self.username = "giaoban_bot"
        self.revoked = False
        self.webhook = False
        self.hook: Fields = {}
        self.not_brought_at: int | None = None
        self.sent: list[Sent] = []
        self.calls: list[Call] = []
        self.menus: dict[str, list[Json]] = {}
        self.changed = threading.Condition()
        self.updates: deque[tuple[int, Json]] = deque()
        self.messages: dict[tuple[int, int], Json] = {}
        self.files: dict[str, bytes] = {}
        self.faults: dict[str, deque[Fault]] = {}
        self.refusing: dict[int, Fault] = {}
        self._wake = wake
        self._limits = limits
        self._poll = asyncio.Event()
        self._last_number = 1000

    def number(self) -> int:
        """A new number, for an update or a message."""
        with self.changed:
            self._last_number += 1
            return self._last_number

    def push(self, update: Json) -> int:
        """Let any update wait for the bot as it stands, numbered unless it says how; its number."""
        with self.changed:
            number = self.number()
            self.updates.append((number, {"update_id": number} | update))
        self._wake(self._poll)
        return number

    async def call(self, method: str, fields: Fields) -> Answer | None:
        """Answer one request of the bot, with the next fault of its method where there is one."""
        at = time.monotonic()
        waiting = self.faults.get(method.lower())
        fault = waiting.popleft() if waiting else Fault()
        answer = await self._answer(method.lower(), fields, fault)
        with self.changed:
            self.calls.append(Call(method, fields, 0 if fault.drop else answer.status, at))
            self.changed.notify_all()
        if fault.delay:
            await asyncio.sleep(fault.delay)
        return None if fault.drop else answer

    async def _answer(self, method: str, fields: Fields, fault: Fault) -> Answer:
        if self.revoked:
            return refusal(Fault(401, "Unauthorized"))
        if (fault.drop or fault.refuses) and not fault.done:
            return refusal(fault)
        if method == "getupdates":
            answer = await self._get_updates(fields)
        else:
            act = METHODS.get(method)
            answer = act(self, fields) if act else refusal(Fault(404, "Not Found"))
        return refusal(fault) if fault.refuses else answer

    async def _get_updates(self, fields: Fields) -> Answer:
        if self.webhook:
            return refusal(Fault(409, "Conflict: can't use getUpdates method while webhook is active"))
        self._poll.set()  # an older poll that is still open ends with a conflict
        self._poll = mine = asyncio.Event()
        self._acknowledge(int(fields.get("offset") or 0))
        if not self.updates:
            with suppress(TimeoutError):
                await asyncio.wait_for(mine.wait(), float(fields.get("timeout") or 0))
        if self._poll is not mine:
            return refusal(Fault(409, "Conflict: terminated by other getUpdates request"))
        with self.changed:
            return result([update for _, update in self.updates][: int(fields.get("limit") or 100)])

    def _acknowledge(self, offset: int) -> None:
        with self.changed:
            while self.updates and self.updates[0][0] < offset:
                self.updates.popleft()
            self.changed.notify_all()

    def get_me(self, fields: Fields) -> Answer:
        return result({"id": 42, "is_bot": True, "first_name": "Giao ban", "username": self.username})

    def delete_webhook(self, fields: Fields) -> Answer:
        self.webhook = False
        return result(True)

    def set_webhook(self, fields: Fields) -> Answer:
        self.webhook = True
        self.hook = fields
        return result(True)

    def get_webhook_info(self, fields: Fields) -> Answer:
        url = str(self.hook.get("url", "")) if self.webhook else ""
        said: Json = {"url": url, "has_custom_certificate": False, "pending_update_count": len(self.updates)}
        if self.not_brought_at is not None:
            failed = {"last_error_date": self.not_brought_at, "last_error_message": "Connection timed out"}
            said |= failed
        return result(said)

    def set_my_commands(self, fields: Fields) -> Answer:
        scope = json.loads(fields.get("scope") or "{}")
        self.menus[str(scope.get("chat_id", scope.get("type", "default")))] = json.loads(fields["commands"])
        return result(True)

    def answer_callback_query(self, fields: Fields) -> Answer:
        return result(True)

    def get_file(self, fields: Fields) -> Answer:
        name = str(fields["file_id"])
        if name not in self.files:
            return refusal(Fault(400, "Bad Request: wrong file_id or the file is temporarily unavailable"))
        size = len(self.files[name])
        return result({"file_id": name, "file_unique_id": f"u{name}", "file_size": size, "file_path": name})

    def download(self, name: str) -> Answer:
        """The file itself, which lies beside the methods."""
        return Answer(200, self.files[name]) if name in self.files else refusal(Fault(404, "Not Found"))

    def edit_message_text(self, fields: Fields) -> Answer:
        place = int(fields["chat_id"]), int(fields["message_id"])
        text, fault = plain_text(fields)
        if fault or place not in self.messages:
            return refusal(Fault(400, fault or "Bad Request: message to edit not found"))
        self.messages[place] |= {"text": text, "edit_date": now()}
        return result(self.messages[place])

    def send(self, fields: Fields) -> Answer:
        """sendMessage and sendDocument: take it, or say why not."""
        chat = int(fields["chat_id"])
        text, fault = plain_text(fields)
        if fault:
            return refusal(Fault(400, fault))
        if chat in self.refusing:
            return refusal(self.refusing[chat])
        if self._limits and (wait := self._limits.wait(chat, time.monotonic())):
            return refusal(Fault(429, retry_after=int(wait) + 1))
        sent = self._take(chat, text, fields)
        message = {"message_id": sent.message_id, "date": now(), "chat": chat_json(chat), "text": text}
        with self.changed:
            self.sent.append(sent)
            self.messages[chat, sent.message_id] = message
        return result(message)

    def _take(self, chat: int, text: str, fields: Fields) -> Sent:
        keys, upload = keyboard(fields), fields.get("document")
        return Sent(
            chat,
            self.number(),
            text,
            time.monotonic(),
            raw=str(fields.get("text", fields.get("caption", ""))),
            buttons=tuple(
                tuple((key["text"], key["callback_data"]) for key in row)
                for row in keys.get("inline_keyboard", [])
            ),
            contact_button=next(
                (
                    key["text"]
                    for row in keys.get("keyboard", [])
                    for key in row
                    if key.get("request_contact")
                ),
                "",
            ),
            silent=str(fields.get("disable_notification")).lower() == "true",
            document=upload.name if isinstance(upload, Upload) else "",
            content=upload.content if isinstance(upload, Upload) else b"",
        )


METHODS: dict[str, Callable[[BotApi, Fields], Answer]] = {
    "getme": BotApi.get_me,
    "deletewebhook": BotApi.delete_webhook,
    "setwebhook": BotApi.set_webhook,
    "getwebhookinfo": BotApi.get_webhook_info,
    "setmycommands": BotApi.set_my_commands,
    "answercallbackquery": BotApi.answer_callback_query,
    "editmessagetext": BotApi.edit_message_text,
    "getfile": BotApi.get_file,
    "sendmessage": BotApi.send,
    "senddocument": BotApi.send,
}


def result(value: Any) -> Answer:
    return Answer(200, {"ok": True, "result": value})


def refusal(fault: Fault) -> Answer:
    """An error in the form of the Bot API."""
    text = fault.description or ("Too Many Requests" if fault.retry_after else "Internal Server Error")
    status = 429 if fault.retry_after else 400 if fault.migrate_to else fault.status
    hints = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.migrate_to}
    parameters = {name: value for name, value in hints.items() if value}
    body = {"ok": False, "error_code": status, "description": text}
    return Answer(status, body | ({"parameters": parameters} if parameters else {}))


def chat_json(chat: int) -> Json:
    return {"id": chat, "type": "private" if chat > 0 else "supergroup", "title": "Nhóm"}


def now() -> int:
    return int(time.time())  # noqa: TID251 the platform has a clock of its own
