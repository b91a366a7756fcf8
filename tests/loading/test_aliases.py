"""Other names of an item, when a file that has them is loaded again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit
from db.models import Item
from db.session import Sessions
from tests.loading.plans import NOW, load, small

CALLED = ("tên ngắn: BHXH,", "tên ngắn: BHXH, tên khác: bảo hiểm tự nguyện; BH tuổi già,")
LATER = NOW + timedelta(hours=1)


def rename(session: Session, *names: str) -> None:
    """By chat: the item is called so from now on."""
    item = session.scalars(select(Item).where(Item.key == "CT01")).one()
    before, item.aliases = item.aliases, list(names)
    was, now = "; ".join(before) or None, "; ".join(names) or None
    audit.note(session, LATER, "alias", "CT01", ward_id=item.ward_id, before=was, after=now)


def called(session: Session) -> list[str]:
    return list(session.scalars(select(Item).where(Item.key == "CT01")).one().aliases)


def test_a_name_that_was_taken_away_by_chat_stays_away_and_that_is_told(
    tmp_path: Path, sqlite_sessions: Sessions
) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path, CALLED))
        rename(session, "bảo hiểm tự nguyện", "bhtn")
        changes = load(session, small(tmp_path, CALLED), now=LATER)
        assert called(session) == ["bảo hiểm tự nguyện", "bhtn"]
        assert changes.changes == []
        told = [one for one in changes.warnings if "BH tuổi già" in one]
        assert len(told) == 1
        assert "16/11/2026" in told[0]
        assert "TÊN KHÁC CT01 BH tuổi già" in told[0]


def test_what_was_given_again_by_chat_is_told_no_more(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path, CALLED))
        rename(session, "bảo hiểm tự nguyện")
        rename(session, "bảo hiểm tự nguyện", "BH tuổi già")
        changes = load(session, small(tmp_path, CALLED), now=LATER)
        assert called(session) == ["bảo hiểm tự nguyện", "BH tuổi già"]
        assert not [one for one in changes.warnings if "BH tuổi già" in one]


def test_all_of_them_may_be_taken_away(tmp_path: Path, sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.begin() as session:
        load(session, small(tmp_path, CALLED))
        rename(session)
        load(session, small(tmp_path, CALLED), now=LATER)
        assert called(session) == []
