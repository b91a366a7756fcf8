"""The words of the watchdog and of a restored backup: what is wrong since when, what becomes of it, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.watch import Name, News
from handlers.texts.numbers import count, hour, moment

if TYPE_CHECKING:
    from db.restore import Lost

LISTED = 20

_ON: dict[Name, str] = {
    "poll": (
        "[Sự cố] Trợ lý không lấy được tin nhắn mới ({accounts}) từ {since}. "
        "Tin các đồng chí đã gửi còn ở nền tảng chat và được xử lý khi có kết nối trở lại "
        "(Telegram giữ 24 giờ).\n"
        "Đề nghị người quản trị kiểm tra mạng của máy chạy trợ lý, rồi chạy ./giaoban check."
    ),
    "outbox": (
        "[Sự cố] Có tin nhắn của trợ lý chưa gửi đi được từ {since}. "
        "Tin chờ được giữ và tự gửi lại; số liệu đã ghi không bị ảnh hưởng.\n"
        "Đề nghị người quản trị kiểm tra mạng của máy chạy trợ lý, rồi chạy ./giaoban check."
    ),
    "backup": (
        "[Sự cố] Dữ liệu chưa được sao lưu từ {since}. Trợ lý vẫn hoạt động.\n"
        "Đề nghị người quản trị kiểm tra chỗ trống của ổ đĩa, chạy ./giaoban backup và đọc dòng báo lỗi."
    ),
    "damage": (
        "[Sự cố] Kiểm tra đêm cho thấy tệp dữ liệu bị hỏng, phát hiện lúc {since}. "
        "Bản sao lưu trước đó được giữ nguyên.\n"
        "Đề nghị người quản trị dừng trợ lý và khôi phục bản sao gần nhất: ./giaoban restore TỆP"
    ),
}
_OVER: dict[Name, str] = {
    "poll": (
        "[Đã hết sự cố] Trợ lý lại nhận được tin nhắn; gián đoạn từ {since}. "
        "Tin gửi trong thời gian đó được xử lý lần lượt.\n"
        "Ai chưa nhận được trả lời, đề nghị gửi lại."
    ),
    "outbox": "[Đã hết sự cố] Tin nhắn của trợ lý lại gửi đi bình thường; gián đoạn từ {since}.",
    "backup": "[Đã hết sự cố] Dữ liệu đã được sao lưu lại; bản trước đó từ {since}.",
    "damage": "[Đã hết sự cố] Kiểm tra tệp dữ liệu: tốt; đã báo hỏng lúc {since}.",
}


def told(news: News, accounts: Sequence[str]) -> str:
    """What is wrong, or that it is over; `accounts` are the bot accounts that are silent."""
    words = _OVER if news.over else _ON
    return words[news.name].format(since=moment(news.since), accounts=", ".join(accounts))


def send_again(reports: Sequence[Lost], until: datetime) -> str:
    """To a person whose reports came after the backup that is now in use."""
    head = (
        f"Do sự cố máy, dữ liệu được khôi phục đến {moment(until)}; "
        f"{count(len(reports))} báo cáo sau đây gửi sau lúc đó không còn:"
    )
    lines = [f"- {one.item} ({one.key}), gửi lúc {moment(one.at)}" for one in reports[:LISTED]]
    return "\n".join([head, *lines, *_rest(reports), "Đề nghị gửi lại như lần trước, mỗi chỉ tiêu một dòng."])


def restored(reports: Sequence[Lost] | None, until: datetime) -> str:
    """To clerk and admin: what the backup that is now in use does not have; None when nobody knows."""
    head = f"Dữ liệu vừa được khôi phục từ bản sao, có đến {moment(until)}."
    if reports is None:
        return (
            f"{head} Không đọc được dữ liệu cũ: mọi báo cáo gửi sau lúc đó không còn.\n"
            "Đề nghị báo các đồng chí đã gửi sau lúc đó gửi lại. Xem ai chưa gửi: CHƯA BÁO CÁO"
        )
    if not reports:
        return f"{head} Không mất báo cáo nào."
    lines = [f"- {one.person}: {one.item} ({one.key}), {hour(one.at.time())}" for one in reports[:LISTED]]
    last = "Trợ lý đã đề nghị từng người gửi lại. Xem ai chưa gửi: CHƯA BÁO CÁO"
    return "\n".join(
        [f"{head} {count(len(reports))} báo cáo sau lúc đó không còn:", *lines, *_rest(reports), last]
    )


def _rest(reports: Sequence[Lost]) -> list[str]:
    return [f"… và {count(len(reports) - LISTED)} báo cáo nữa"] if len(reports) > LISTED else []
