"""A plea to those above stands in the way; what only looks like one does not."""

from __future__ import annotations

import pytest

from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.scan import scan
from bot.domain.reading.states.pleas import pleas


def _pleads(text: str) -> bool:
    found = scan(text, Catalogue([]), awaited=False)
    return bool(pleas(found, 0, len(found.tokens)))


@pytest.mark.parametrize(
    "text",
    [
        "chủ nhà né suốt, nhờ công an hỗ trợ mời lên",
        "chưa có giấy, nhờ phường gởi văn bản lên tỉnh giùm",
        "chưa có quân phục, xin cấp",
        "quan so mong, de nghi phuong tang cuong dan quan",
        "xe hư mà không có xe thay, đề nghị lãnh đạo can thiệp",
        "nợ thuế hoài, nhờ bên thuế đôn đốc dùm",
        "sợ rớt chuẩn, xin lãnh đạo kiến nghị cấp vốn",
        "cổng lỗi hoài, ai hỗ trợ em với",
        "phân khu tỉnh chưa duyệt nên mấy hẻm còn lại chưa làm tiếp được",
    ],
)
def test_help_is_asked_for(text: str) -> None:
    assert _pleads(text)


@pytest.mark.parametrize(
    "text",
    [
        "nhờ có công an hỗ trợ nên dẹp xong",
        "bhxh 223, nhờ em nhập giúp",
        "Trong tuần không phát sinh vụ trộm cắp nào",
        "kiểm tra 12 quán, đề nghị các quán xử lý rác",
        "hội đồng đề nghị khen 6 người, cấp giấy khen",
        "xin gia hạn đến 30/11 để bổ sung hồ sơ",
    ],
)
def test_no_help_is_asked_for(text: str) -> None:
    assert not _pleads(text)
