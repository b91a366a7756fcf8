"""The wards of an installation, each as it stands in a transaction, and their hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.workdays import may_send
from db.ward_loading import WardViews
from db.ward_view import WardView
from handlers.turn import Office


@dataclass
class Wards:
    """By code; a ward is read again when it has changed. `accounts` maps a bot account to its ward's code."""

    offices: Mapping[str, Office]
    accounts: Mapping[str, str]
    _views: dict[str, WardViews] = field(default_factory=dict)
    _minute: datetime | None = None
    _open: dict[str, bool] = field(default_factory=dict)

    def find(self, session: Session, code: str, now: datetime) -> WardView | None:
        """The ward of this code; None before it has been loaded."""
        office = self.offices[code]
        views = self._views.setdefault(code, WardViews(office.calendar, office.rules.closed, office.regimes))
        return views.get(session, code, now.date())

    def get(self, session: Session, code: str, now: datetime) -> WardView:
        """The ward of this code. LookupError before it has been loaded."""
        ward = self.find(session, code, now)
        if ward is None:
            raise LookupError(f"ward {code} has not been loaded")
        return ward

    def may_interrupt(self, session: Session, account: str, now: datetime) -> bool:
        """Whether what nobody asked for may go out now: the sending hours of the account's ward.

        They begin and end with a minute: to look once in each is exact.
        """
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._open.clear()
        if account not in self._open:
            self._open[account] = self._is_open(session, account, now)
        return self._open[account]

    def _is_open(self, session: Session, account: str, now: datetime) -> bool:
        code = self.accounts.get(account, "")
        ward = self.find(session, code, now) if code in self.offices else None
        if ward is None:
            return True
        return may_send(now, self.offices[code].rules.windows_on(now.date()), ward.calendar)
