"""What the machine itself may get wrong: a disk that does not last, a clock that is off."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx

from bot.clock import SystemClock
from bot.commands.finding import Finding, broken, good, look
from config.settings import Settings

MOUNTS = Path("/proc/mounts")
MEMORY = {"tmpfs", "ramfs", "overlay"}
OFF = timedelta(minutes=2)
PART = "Đồng hồ máy"
MEND = "bật tự chỉnh giờ (Linux: sudo timedatectl set-ntp true)"

# A variable that a hosting service sets for its programs, and the service's name: their disks start empty.
SERVICES = {
    "DYNO": "Heroku",
    "RENDER": "Render",
    "FLY_APP_NAME": "Fly.io",
    "K_SERVICE": "Cloud Run",
    "RAILWAY_ENVIRONMENT": "Railway",
}


def forgets(path: str, environ: Mapping[str, str] = os.environ, mounts: Path = MOUNTS) -> str | None:
    """Why a file at `path` may be gone after a restart of the machine; None when nothing speaks for it."""
    if service := next((name for variable, name in SERVICES.items() if variable in environ), None):
        return f"ổ đĩa của {service} không giữ lại"
    if not mounts.exists():
        return None
    kind = _kind_of_disk(Path(path).resolve(), mounts.read_text("utf-8", "replace").splitlines())
    return f"ổ đĩa kiểu {kind} không giữ lại" if kind in MEMORY else None


def _kind_of_disk(path: Path, mounts: Iterable[str]) -> str:
    """The file system of the innermost mount that holds `path`; a later mount hides an earlier one."""
    best, kind = -1, ""
    for line in mounts:
        _device, point, found, *_rest = line.split()
        place = Path(point.replace("\\040", " "))
        if path.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), found
    return kind


def clock(settings: Settings, newest: datetime | None) -> Finding:
    """The machine's clock against the platform's, or else against `newest`, a moment that is past."""
    now, proxy = SystemClock().now(), settings.telegram_proxy
    try:
        with httpx.Client(proxy=proxy.get_secret_value() if proxy else None, timeout=10) as client:
            said = client.head(settings.telegram_api_base).headers["date"]
    except (httpx.HTTPError, KeyError):
        return against_newest(now, newest)
    return against_platform(now, parsedate_to_datetime(said))


def against_platform(now: datetime, platform: datetime) -> Finding:
    """What a difference from a clock that is right means."""
    off = now - platform
    if abs(off) <= OFF:
        return good(PART, f"{now:%H:%M %d/%m/%Y}, đúng giờ")
    return broken(PART, f"{'nhanh' if off > timedelta(0) else 'chậm'} {_minutes(off)} phút: {MEND}")


def against_newest(now: datetime, newest: datetime | None) -> Finding:
    """Without such a clock: what has been written down cannot lie ahead."""
    if newest and newest - now > OFF:
        return broken(PART, f"chậm ít nhất {_minutes(newest - now)} phút so với dữ liệu đã ghi: {MEND}")
    return look(PART, f"{now:%H:%M %d/%m/%Y}, chưa so được vì nền tảng chat không trả lời")


def _minutes(off: timedelta) -> str:
    return f"{abs(off).total_seconds() / 60:.0f}"
