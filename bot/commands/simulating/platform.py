"""The two platforms: they take what waits to whom it is for, and say who has blocked the assistant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bot.app import App
from bot.channels import Ability
from bot.commands.simulating.book import Book
from bot.commands.simulating.cast import CHANNELS
from bot.commands.simulating.record import GROUP, Record, Said, Sent
from bot.commands.simulating.town import Town
from bot.domain.message import Address
from bot.lost_chats import lose_chat
from db import sending
from db.models import Outbox
from db.session import Sessions

AT_ONCE = 200
_WAITING = select(Outbox.account, func.count()).where(Outbox.state == "waiting").group_by(Outbox.account)
_ROWS = select(Outbox).where(Outbox.id.in_(bindparam("ids", expanding=True)))
ABILITIES = {
    "nut-bam": Ability(buttons=True, files=True, edit=True, max_text=4096),
    "chu-so": Ability(buttons=False, files=False, edit=False, max_text=2000),
}


@dataclass
class Platform:
    """Delivers. `keeps` is true while something waits for the sending hours."""

    app: App
    sessions: Sessions
    town: Town
    record: Record
    book: Book
    keeps: bool = False

    def deliver(self, moment: datetime, said: Said | None) -> list[Sent]:
        """Take everything that may go out to whom it is for, and let people hear it."""
        arrived: list[Sent] = []
        more = True
        while more:
            rows = self._claimed(moment)
            found = [self._arrived(row, moment, said) for row in rows]
            arrived += [sent for sent in found if sent is not None]
            # Of each chat one message at a time; and of what is lost the program tells others.
            more = bool(rows) and (self.keeps or None in found)
        for sent in arrived:
            self.record.sent.append(sent)
            if sent.chat != GROUP:
                self.book.hear(sent, moment)
        return arrived

    def _claimed(self, moment: datetime) -> list[Outbox]:
        with self.sessions.begin() as session:
            waiting: Mapping[str, int] = dict(session.execute(_WAITING).all())
            ids = [claim.id for claim in self._may_go(session, moment, waiting)]
            self.keeps = sum(waiting.values()) > len(ids)
            rows = {row.id: row for row in session.scalars(_ROWS, {"ids": ids})} if ids else {}
            for row in rows.values():
                if row.chat in self.town.blocked:
                    sending.mark_failed(session, row.id, "blocked")
                else:
                    sending.mark_sent(session, row.id, f"b{row.id}", moment)
        return [rows[one] for one in ids]

    def _may_go(
        self, session: Session, moment: datetime, waiting: Collection[str]
    ) -> Iterator[sending.Claim]:
        """What may go out now: outside the sending hours what nobody asked for is kept."""
        for account in (one for one in CHANNELS.values() if one in waiting):
            open_ = self.app.may_interrupt(session, account, moment)
            yield from sending.claim(session, account, moment, AT_ONCE, unasked=open_)

    def _arrived(self, row: Outbox, moment: datetime, said: Said | None) -> Sent | None:
        sent = Sent(
            at=moment,
            chat=row.chat,
            kind=row.kind,
            key=row.key,
            text=row.text,
            items=tuple(row.items),
            answers=said.key if said is not None and said.person == row.chat else None,
            choices=tuple((label, data) for label, data in row.choices),
        )
        if row.chat not in self.town.blocked:
            return sent
        self.record.undelivered.append(sent)
        if self.reachable(row.chat):
            self.record.reach.append((moment, row.chat, False))
        lose_chat(self.app, Address(row.channel, row.account, row.chat), "blocked")
        return None

    def reachable(self, code: str) -> bool:
        """Whether the last message to somebody arrived, as far as is known."""
        return next((reachable for _at, who, reachable in reversed(self.record.reach) if who == code), True)
