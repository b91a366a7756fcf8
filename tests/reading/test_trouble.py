"""Where trouble is told beside a figure, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.domain.reading.states.trouble import troubles
from bot.domain.reading.words import fold


@pytest.mark.parametrize(
    "said",
    [
        "khó khăn kinh phí",
        "gặp khó vì thiếu người",
        "đang gặp khó khăn về vốn",
        "trở ngại là bà con đi làm xa",
        "tồn tại: dân chưa tham gia",
        "còn tồn tại, hạn chế: phần mềm chậm",
        "hạn chế do thiếu cộng tác viên",
        "chưa giải quyết được vì dân đi vắng",
        "các hộ gặp khó khăn về vốn",
        "vướng mặt bằng",
    ],
)
def test_trouble_begins_where_it_is_told(said: str) -> None:
    assert troubles(fold(said)) != []


@pytest.mark.parametrize(
    "said",
    [
        "đã hỗ trợ 12 hộ khó khăn",
        "thăm trẻ em có hoàn cảnh khó khăn",
        "vùng đặc biệt khó khăn",
        "không gặp khó khăn gì",
        "không có khó khăn, vướng mắc",
        "đã tháo gỡ khó khăn về kinh phí",
        "hỗ trợ hộ gặp khó khăn",
        "hạn chế tai nạn giao thông",
        "đã hết vướng",
        "tồn tại 2 điểm đen",
    ],
)
def test_what_only_sounds_like_trouble_is_none(said: str) -> None:
    assert troubles(fold(said)) == []
