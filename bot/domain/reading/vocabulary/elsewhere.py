"""What is measured and is no unit: in front of a number it speaks of an item that is called so."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

OTHER_AMOUNTS: tuple[str, ...] = listed(
    """
    thu nhập | thu nhập bình quân | doanh thu | thu phí | lệ phí | học phí | thu hút | sản lượng | năng suất |
    diện tích | dân số | lãi suất | tai nạn giao thông
    """
)
