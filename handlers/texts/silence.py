"""The words to those whose messages may have been lost while the assistant was off."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.silence import Silence
from db.ward_view import PersonView
from handlers.standings.standing import Standing
from handlers.texts.common import you
from handlers.texts.numbers import moment
from handlers.texts.reporting.work import example


def send_again(person: PersonView, one: Silence, own: Sequence[Standing]) -> str:
    """Asked once: from when to when, and how."""
    sample = example(own) if own else "BHXH 201"
    return (
        f"Trợ lý không hoạt động từ {moment(one.since)} đến {moment(one.until)}. "
        f"Tin gửi từ {moment(one.since)} đến {moment(one.lost_until)} không đến được trợ lý.\n"
        f"Nếu {you(person)} đã gửi số liệu hoặc ý kiến trong thời gian đó, đề nghị gửi lại. "
        f"Ví dụ: {sample}. Xem việc đang chờ: VIỆC"
    )
