"""The reason that is put before a leader: the person's own words, without a hole where the day stood."""

from __future__ import annotations

from handlers.extensions.why import reason_in


def test_no_hole_is_left_where_the_day_stood() -> None:
    said = "xin lùi vì đang rà soát, 30/11, chờ tổ báo"
    begins = said.index("30/11")
    assert reason_in(said, (begins, begins + 5)) == "đang rà soát, chờ tổ báo"
