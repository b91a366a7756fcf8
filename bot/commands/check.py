"""`./giaoban check`: one line for each thing that has to be right, and what to do where it is not."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, make_url, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.channels import SendError
from bot.clock import SystemClock
from bot.commands import host
from bot.commands.backup import folder_of
from bot.commands.finding import Finding, broken, good, look
from bot.commands.installation import Installation
from bot.commands.platforms import bot_names
from bot.domain.summaries import come_too_late
from bot.domain.watch import Limits, Name
from bot.loading.lacks import open_without_decision
from bot.loading.words import FREQUENCY
from config.errors import ConfigError
from db import alarms, integrity, pulse, schema
from db.backup import copies_in, made_at
from db.models import Chat, Field, Inbox, Outbox, Person, Pulse, Ward
from db.outbox import CUT, OVERTAKEN, UNSENT
from db.pulse import STOPPED
from db.session import make_sessions

BACKUP_DUE = Limits().backup
RECENT = timedelta(days=7)
"""How far back messages that failed are told of."""

# What a platform's refusal means to the operator; the codes are those of SendError.
REFUSALS = {
    "unauthorized": "mã của bot bị từ chối: lấy mã mới từ @BotFather, sửa TELEGRAM_TOKEN",
    "network": "không nối được tới {base}: kiểm tra mạng, TELEGRAM_PROXY, TELEGRAM_API_BASE",
    "no_such_method": "{base} không phải địa chỉ của Telegram Bot API: sửa TELEGRAM_API_BASE",
    "flood": "Telegram đang yêu cầu chờ, thử lại sau ít phút",
}

# What the watchdog has told; the names are those of bot.domain.watch.
ALARMS: dict[Name, str] = {
    "poll": "không lấy được tin nhắn mới",
    "outbox": "tin nhắn không gửi đi được",
    "backup": "chưa sao lưu được",
    "damage": "tệp dữ liệu hỏng",
}


def add_parser(subparsers: Any) -> None:
    """Tell argparse about this command."""
    subparsers.add_parser(
        "check",
        description="Kiểm tra từng phần, mỗi phần một dòng: tốt, cần xem, lỗi. Có lỗi thì mã thoát là 1.",
    )


def run(args: argparse.Namespace, installation: Installation) -> int:  # noqa: ARG001 - every command takes both
    """Print every finding; 1 when something is broken."""
    worst = 0
    for finding in findings(installation):
        print(finding, flush=True)
        worst = max(worst, finding.is_broken)
    return worst


def findings(installation: Installation) -> Iterator[Finding]:
    """What is found, part by part; what rests on a broken part is left out."""
    settings = list(_settings(installation))
    yield from settings
    if any(finding.is_broken for finding in settings):
        return
    database = list(_database(installation))
    yield from database
    yield from _accounts(installation)
    yield _backups(installation)
    if any(finding.is_broken for finding in database):
        yield host.clock(installation.settings, None)
        return
    with make_sessions(installation.engine)() as session:
        newest = None if installation.settings.bot_now else _newest(session)
        yield host.clock(installation.settings, newest)
        yield from _wards(session, installation)
        yield from _life(session, installation)
        yield _wholeness(session)
        yield _unsent(session, installation)
        yield from _alarms(session)
        yield _people(session)
        yield _failures(session, installation.clock.now())


def _settings(installation: Installation) -> Iterator[Finding]:
    try:
        settings = installation.settings
        wards = ", ".join(office.rules.name for office in installation.offices.values())
        accounts = installation.wards_of_accounts
    except ConfigError as error:
        yield from (broken("Thiết lập", problem) for problem in error.problems)
        return
    from config.settings import unknown_names

    yield good("Thiết lập", f"{wards}; {len(accounts)} tài khoản bot")
    for name in unknown_names(installation.root / ".env"):
        yield look("Thiết lập", f"{name} trong .env không phải tên thiết lập nào: gõ nhầm?")
    yield from _official_dues(installation)
    if settings.bot_now:
        yield look(
            "Đồng hồ", f"BOT_NOW ĐANG BẬT, CHỈ ĐỂ TRÌNH DIỄN: trợ lý coi giờ bắt đầu là {settings.bot_now}"
        )


def _official_dues(installation: Installation) -> Iterator[Finding]:
    """A summary that comes after the day on which the report goes upwards helps nobody."""
    for office in installation.offices.values():
        rules, regime = office.rules, office.regimes[office.rules.preset.regime]
        kinds = come_too_late(installation.clock.now().year, rules, office.calendar, regime)
        if kinds:
            late = ", ".join(map(FREQUENCY.show, kinds))
            yield look(
                "Hạn gửi cấp trên",
                f"{rules.name}: tổng hợp {late} có kỳ đến sau hạn gửi cấp trên: rút hạn nộp trong"
                " phường (preset.due_rule) hoặc xem lại periods trong ward.toml",
            )


def _database(installation: Installation) -> Iterator[Finding]:
    url = make_url(installation.database_url)
    place = url.render_as_string(hide_password=True)
    try:
        revision = schema.current(installation.engine)
    except (SQLAlchemyError, OSError) as error:
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        yield broken("Cơ sở dữ liệu", f"không mở được {place}: {cause}")
        return
    yield good("Cơ sở dữ liệu", place)
    if url.get_backend_name() == "sqlite" and (why := host.forgets(url.database or "")):
        yield look(
            "Cơ sở dữ liệu", f"{why}: máy khởi động lại là MẤT SỐ LIỆU; dùng PostgreSQL hoặc ổ đĩa bền"
        )
    if revision == schema.HEAD:
        yield good("Cấu trúc dữ liệu", f"phiên bản {revision}")
    else:
        yield broken("Cấu trúc dữ liệu", f"{revision or 'chưa có'}, cần {schema.HEAD}: ./giaoban migrate")
    if installation.settings.engine == "procrastinate":
        yield _queue(installation)


def _queue(installation: Installation) -> Finding:
    """The tables of the engine that several processes share; missing ones are made at the first start."""
    from bot.engine import queue_schema

    if queue_schema.is_old(installation.engine):
        return broken("Hàng đợi", f"cần bảng {queue_schema.wanted()}: ./giaoban migrate")
    return good("Hàng đợi", queue_schema.current(installation.engine) or "tạo khi chạy lần đầu")


def _accounts(installation: Installation) -> Iterator[Finding]:
    if not installation.accounts:
        yield look("Tài khoản bot", "chưa có: lấy mã từ @BotFather, ghi TELEGRAM_TOKEN vào .env")
        return
    for account, answer in bot_names(installation).items():
        if isinstance(answer, SendError):
            base = installation.settings.telegram_api_base
            yield broken(f"Bot {account}", REFUSALS.get(answer.reason, answer.reason).format(base=base))
        else:
            yield good(f"Bot {account}", f"@{answer}")


def _newest(session: Session) -> datetime | None:
    """The last moment that the program itself has written down."""
    return session.scalars(select(func.max(Pulse.at))).one()


def _wards(session: Session, installation: Installation) -> Iterator[Finding]:
    """Wards that were loaded under a code that the settings do not have; fields that should be closed."""
    for ward in session.scalars(select(Ward).order_by(Ward.code)):
        office = installation.offices.get(ward.code)
        if office is None:
            known = ", ".join(installation.offices)
            what = f"phường mã {ward.code} đã nạp, nhưng thiết lập chỉ có {known}: sửa code trong ward.toml"
            yield broken(ward.name, what)
            continue
        for field in session.scalars(select(Field).where(Field.ward_id == ward.id).order_by(Field.sort)):
            if office.rules.is_open_by_code(field.code, field.name):
                yield look(ward.name, open_without_decision(field))


def _life(session: Session, installation: Installation) -> Iterator[Finding]:
    """Whether the program runs and hears every bot. With BOT_NOW its moments are not comparable."""
    if installation.settings.bot_now:
        return
    now = installation.clock.now()
    tick = pulse.last(session, "tick")
    if tick is None or now - tick > STOPPED:
        yield look("Trợ lý", f"không chạy ({_ago(tick, now)}): ./giaoban run")
        return
    yield good("Trợ lý", f"đang chạy ({_ago(tick, now)})")
    awake = pulse.last(session, "awake")
    for account in installation.accounts:
        poll = pulse.last(session, f"poll:{account}")
        name, ago = f"Nhận tin {account}", _ago(poll, now)
        if poll and now - poll <= STOPPED:
            yield good(name, ago)
        elif awake and now - awake <= STOPPED:
            yield look(name, f"{ago}; trợ lý vừa bật, xem lại sau vài phút")
        else:
            yield broken(name, f"{ago}: kiểm tra mạng, TELEGRAM_PROXY, mã bot")


def _ago(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "chưa lần nào"
    minutes = max(round((now - moment).total_seconds() / 60), 0)
    return f"lần cuối {moment:%H:%M %d/%m/%Y}, {minutes} phút trước"


def _backups(installation: Installation) -> Finding:
    copies = copies_in(folder_of(installation))
    made = made_at(copies[-1]) if copies else None
    if made is None:
        return look("Sao lưu", "chưa có bản nào: ./giaoban backup")
    old = SystemClock().now() - made > BACKUP_DUE
    return (look if old else good)("Sao lưu", f"{len(copies)} bản, mới nhất {made:%H:%M %d/%m/%Y}")


def _wholeness(session: Session) -> Finding:
    if found := integrity.damage(session):
        return broken("Toàn vẹn dữ liệu", f"tệp dữ liệu hỏng ({found}): ./giaoban restore TỆP")
    return good("Toàn vẹn dữ liệu", "tốt")


def _unsent(session: Session, installation: Installation) -> Finding:
    """Messages that wait to go out; with BOT_NOW their age means nothing."""
    count = session.scalars(select(func.count()).where(UNSENT)).one()
    oldest = alarms.signs(session, None, ()).unsent
    if oldest is None or installation.settings.bot_now:
        return good("Tin chờ gửi", f"{count}")
    now = installation.clock.now()
    late = now - oldest > Limits().outbox
    words = f"{count}, tin cũ nhất từ {oldest:%H:%M %d/%m/%Y}"
    return (look if late else good)("Tin chờ gửi", f"{words}: kiểm tra mạng, mã của bot" if late else words)


def _alarms(session: Session) -> Iterator[Finding]:
    """What clerks and admins have been told to be wrong, and not yet to be over."""
    for ward in session.scalars(select(Ward).order_by(Ward.code)):
        for name, since in alarms.told(session, ward.id).items():
            yield look("Cảnh báo", f"{ward.name}: {ALARMS[name]}, từ {since:%H:%M %d/%m/%Y}")


def _people(session: Session) -> Finding:
    def count(*conditions: Any) -> int:
        statement = select(func.count(func.distinct(Person.id))).outerjoin(Chat, Chat.person_id == Person.id)
        return session.scalars(statement.where(Person.active, *conditions)).one()

    alive = Chat.cut_at.is_(None) & Chat.id.is_not(None)
    everybody, linked = count(), count(alive)
    reached = count(alive, Chat.unreachable_at.is_(None))
    if not everybody:
        return look("Cán bộ", "chưa có ai: ./giaoban load TỆP")
    if everybody == reached:
        return good("Cán bộ", f"{everybody} người, tất cả đã kết nối")
    words = f"{everybody} người, {everybody - linked} chưa kết nối, {linked - reached} không gửi được"
    return look("Cán bộ", f"{words}: ./giaoban people")


def _failures(session: Session, now: datetime) -> Finding:
    """What could not be handled or sent in the last days; what was withdrawn on purpose is no failure."""
    since = now - RECENT
    came = select(func.count()).where(Inbox.state == "failed", Inbox.received_at > since)
    went = select(func.count()).where(
        Outbox.state == "failed", Outbox.created_at > since, Outbox.error.not_in([OVERTAKEN, CUT])
    )
    counts = [session.scalars(statement).one() for statement in (came, went)]
    words = f"{RECENT.days} ngày qua: {counts[0]} tin đến lỗi khi xử lý, {counts[1]} tin đi không gửi được"
    return (look if any(counts) else good)("Tin nhắn", words)
