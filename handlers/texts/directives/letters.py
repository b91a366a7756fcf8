"""What is said when an order is given: to who gave it, who is in charge, who works along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.workdays import WARD_ZONE
from db.models import Item
from db.ward_view import PersonView, WardView
from handlers.texts.acting import away_before
from handlers.texts.common import capital, cut, named, you, you_short
from handlers.texts.numbers import day, deadline, short_day

RECEIVED, OPINION, SEE_FILES = "ĐÃ NHẬN", "Ý KIẾN", "Xem ảnh, tệp"
QUOTED = 220


def basis(giver: PersonView, at: datetime) -> str:
    """What a task rests on when no document was named."""
    whose = f"Chỉ đạo của {you(giver)}" if giver.has("chair", "leader") else "Văn phòng giao"
    return f"{whose} ngày {day(at.astimezone(WARD_ZONE).date())}"


def given(
    item: Item,
    due: str | None,
    person: PersonView,
    acting: PersonView,
    ward: WardView,
    *,
    reached: bool | None,
    held: datetime | None = None,
) -> str:
    """To who gave it; `reached` None where the one in charge is the giver; `held` until when the letter waits."""
    when = f"hạn {due}" if due else "không đặt hạn"
    lines = [f"Đã giao {item.key} “{cut(item.name, QUOTED)}” cho {_at(person, ward)}, {when}."]
    away = f" (thay {named(person)} đang nghỉ)" if acting.id != person.id else ""
    if reached and held is not None:
        lines.append(
            f"Ngoài giờ gửi tin: {named(acting)}{away} nhận lúc {deadline(held)}. {send_now(item.key)}"
        )
    elif reached:
        lines.append(f"{capital(named(acting))}{away} đã được báo, chờ trả lời ĐÃ NHẬN hoặc ý kiến.")
    elif reached is not None:
        lines.append(
            f"{capital(named(acting))}{away} chưa liên kết trò chuyện nên chưa được báo; đề nghị báo trực tiếp."
        )
    if acting.id == person.id:
        lines += away_before(person, item.due_on or item.begins_on, ward)
    lines.append(f"Xem: TÌNH HÌNH {item.key}")
    return "\n".join(lines)


def send_now(whom: str) -> str:
    """How what waits for the sending hours goes out at once."""
    return f"Cần gửi ngay, trả lời: KHẨN: ĐÔN ĐỐC {whom}"


def held_pressing(at: datetime, whom: str | None, *, leads: bool) -> str:
    """Below a pressing at night or on a day off; `whom` None for several. Only a leader calls it urgent."""
    said = f"Ngoài giờ gửi tin: người nhận được báo lúc {deadline(at)}."
    return f"{said} {send_now(whom or '+ tên')}" if leads else said


def _at(person: PersonView, ward: WardView) -> str:
    unit = ward.unit_name(person.unit_id)
    return f"{named(person)}{f', {unit}' if unit else ''}"


def letter(
    item: Item,
    due: str | None,
    reader: PersonView,
    giver: PersonView,
    units: Sequence[str],
    ward: WardView,
    files: Sequence[str] = (),
) -> str:
    """To who is in charge."""
    lines = [f"Kính gửi {you(reader)}{_of_unit(reader, ward)}. Nhiệm vụ {item.key}: {item.name}."]
    stones = "; ".join(
        f"{short_day(date.fromisoformat(one['on']))} {one['name']}" for one in item.milestones or ()
    )
    said = [("Sản phẩm", item.product), ("Phối hợp", ", ".join(units)), ("Mốc", stones)]
    if giver.has("chair", "leader") and not item.recurring:
        said.append(("Người xác nhận", named(giver)))
    lines += [" ".join(f"{what}: {words}." for what, words in said if words)]
    lines.append(f"{f'Hạn: {due}' if due else 'Không đặt hạn'}. Căn cứ: {item.basis}.")
    lines += [with_file(kind, item.key) for kind in files[:1]]
    lines.append(f"Đề nghị {you_short(reader)} trả lời ĐÃ NHẬN hoặc Ý KIẾN + nội dung.")
    return "\n".join(line for line in lines if line)


def as_seen(what: str, kind: str) -> str:
    """The work of an order that leaves to a photo what it is about."""
    return f"{what} (nội dung theo {'ảnh' if kind == 'photo' else 'tệp'} gửi kèm)"


def with_file(kind: str, key: str) -> str:
    """Below an order that came with a photo or a file."""
    return f"Kèm {'ảnh' if kind == 'photo' else 'tệp'}: XEM {'ẢNH' if kind == 'photo' else 'TỆP'} {key}."


def _of_unit(person: PersonView, ward: WardView) -> str:
    unit = ward.unit_name(person.unit_id)
    return f", {unit}" if unit else ""


def along(item: Item, due: str | None, reader: PersonView, person: PersonView, ward: WardView) -> str:
    """To the head of a unit that works along."""
    when = f" Hạn: {due}." if due else ""
    return (
        f"Kính gửi {you(reader)}: {ward.unit_name(reader.unit_id)} phối hợp thực hiện {item.key}: {item.name}. "
        f"Chủ trì: {_at(person, ward)}.{when} Căn cứ: {item.basis}."
    )


def in_your_name(item: Item, due: str | None, reader: PersonView, person: PersonView, by: PersonView) -> str:
    """To the leader in whose name the office gave it."""
    when = f", hạn {due}" if due else ""
    return (
        f"Kính báo cáo {you(reader)}: {named(by)} đã nhập theo chỉ đạo của đồng chí và giao {item.key} "
        f"“{cut(item.name, QUOTED)}” cho {named(person)}{when}. Nếu chưa đúng, kính đề nghị báo Văn phòng."
    )
