"""From what a handler wants said to rows of the outbox: who gets it, where, and in which form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.channels import Ability
from bot.domain.message import Address, Choice, Outgoing
from bot.domain.message_text import numbered, split_text
from db import outbox, people, questions
from db.models import Outbox
from db.ward_view import WardView
from handlers import displaced
from handlers.turn import Reply


def elsewhere(row: Outbox) -> Reply:
    """What a row says, for another chat of the same person. A question's choices stay where it was asked."""
    commands = tuple(Choice(label, data) for label, data in row.choices if str(data).startswith("/"))
    document = Path(row.document) if row.document else None
    return Reply(
        row.text, commands, items=tuple(row.items), document=document, to=row.person_id, silent=row.silent
    )


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where replies go: the ward, the moment, what each channel can do."""

    session: Session
    ward: WardView
    now: datetime
    abilities: Mapping[str, Ability]
    question_hours: int

    def put(
        self,
        reply: Reply,
        *,
        key: str,
        kind: str,
        here: Address | None = None,
        person_id: int | None = None,
        not_after: datetime | None = None,
    ) -> int:
        """Write one reply to the outbox; return to how many chats it goes (0: nobody can be reached).

        After `not_after` it says nothing any more, and does not go out.
        """
        recipients = list(self._recipients(reply, here, person_id))
        for address, person in recipients:
            suffix = f":{address.account}:{address.chat}" if here is None or reply.group or reply.to else ""
            self._put_in(reply, address, person, f"{key}{suffix}", kind, not_after)
        return len(recipients)

    def _recipients(
        self, reply: Reply, here: Address | None, person_id: int | None
    ) -> Iterator[tuple[Address, int | None]]:
        if reply.group:
            for chat in people.group_chats(self.session, self.ward.id):
                yield Address(chat.channel, chat.account, chat.chat), None
        elif reply.to is not None:
            for chat in people.reachable_chats(self.session, reply.to)[:1]:
                yield Address(chat.channel, chat.account, chat.chat), reply.to
        elif here is not None:
            yield here, person_id

    def _put_in(
        self,
        reply: Reply,
        address: Address,
        person_id: int | None,
        key: str,
        kind: str,
        not_after: datetime | None,
    ) -> None:
        if not reply.text.strip() and reply.document is None:
            return  # no platform takes a message without words
        ability = self.abilities[address.channel]
        # A number typed before the letter is there would answer what nobody has read.
        asked = replace(reply, choices=()) if reply.waits and not ability.buttons else reply
        said = self._with_left(asked, address, person_id, ability)
        choices = self._choices(asked, address, person_id, ability)
        text = said if ability.buttons else numbered(said, choices)
        pieces = split_text(text, ability.max_text)
        for place, piece in enumerate(pieces):
            last = place == len(pieces) - 1
            message = Outgoing(
                address=address,
                text=piece,
                choices=tuple(choices) if last and ability.buttons else (),
                document=reply.document if last and ability.files else None,
                silent=reply.silent,
                request_contact=reply.request_contact and last,
            )
            outbox.put(
                self.session,
                message,
                key=f"{key}:{place}",
                kind=kind,
                now=self.now,
                ward_id=self.ward.id,
                person_id=person_id,
                items=reply.items,
                not_after=not_after,
            )

    def _with_left(self, reply: Reply, address: Address, person_id: int | None, ability: Ability) -> str:
        """The words of a reply; above them what waits no more, since its question gives way to this one."""
        if not _is_question(reply, ability):
            return reply.text
        before = questions.open_question(self.session, address, self.now)
        left = displaced.told(self.ward, before, person_id, _kind(reply))
        return reply.text if left is None else f"{left}\n{reply.text}"

    def _choices(
        self, reply: Reply, address: Address, person_id: int | None, ability: Ability
    ) -> Sequence[Choice]:
        """The choices as the channel gets them; with a question where the answer must find its way back."""
        if not _is_question(reply, ability):
            return reply.choices
        question = questions.ask(
            self.session,
            address,
            ward_id=self.ward.id,
            person_id=person_id,
            kind=_kind(reply),
            payload={**(reply.ask.payload if reply.ask else {}), questions.SAID: reply.text},
            choices=reply.choices,
            now=self.now,
            hours=self.question_hours,
        )
        return [
            Choice(choice.label, f"q{question.id}.{place}")
            for place, choice in enumerate(reply.choices, start=1)
        ]


def _is_question(reply: Reply, ability: Ability) -> bool:
    """Whether the next number in the chat answers this: where there are no buttons, all that has choices."""
    return reply.ask is not None or (bool(reply.choices) and not ability.buttons)


def _kind(reply: Reply) -> str:
    return reply.ask.kind if reply.ask else questions.MENU
