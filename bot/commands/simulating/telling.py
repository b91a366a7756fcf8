"""What a simulation tells the operator: what happened, and which checks hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.commands.simulating.checks import broken
from bot.commands.simulating.messages import messages_a_week, spread
from bot.commands.simulating.record import Record
from bot.commands.simulating.wording import MUST_ASK

SHOWN = 5
"""How many examples of a broken check are told."""


def what_happened(record: Record) -> Iterator[str]:
    """The year in numbers."""
    kinds = Counter(sent.key.partition(":")[0] for sent in record.sent)
    slips = Counter(one.slip or "" for said in record.said for one in said.about if one.slip)
    asked = sum("chưa được ghi" in sent.text for sent in record.sent if sent.answers)
    median, p95 = spread(messages_a_week(record))
    ward = record.ward
    yield (
        f"{ward.name}, {record.begins:%d/%m/%Y} – {record.ends:%d/%m/%Y}: {len(ward.people)} người, "
        f"{sum(not item.parts for item in ward.items.values())} đầu việc."
    )
    yield (
        f"Cán bộ gửi {len(record.said)} tin, trong đó {slips.total()} lần gõ nhầm; "
        f"trợ lý ghi {len(record.ledger)} số liệu và tiến độ, hỏi lại {asked} lần, "
        f"chưa hiểu đến cùng {len(record.given_up)} mục."
    )
    yield (
        f"Trợ lý gửi {len(record.sent)} tin: bản tin sáng {kinds['digest']}, "
        f"chiều ngày hạn {kinds['due_day']}, tổng hợp {kinds['summary']}, trả lời {kinds['reply']}."
    )
    yield _decided(record)
    yield f"Tin mỗi người mỗi tuần, không kể xác nhận: trung vị {median}, p95 {p95}."
    off = sum((end - start).total_seconds() for start, end in record.outages) / 3600
    blocked = _blocked(record)
    yield f"Máy tắt {len(record.outages)} lần, {off:.0f} giờ; {blocked} người chặn trợ lý một thời gian."
    if record.week:
        yield f"Tuần {record.week[0]:%d/%m} cũng được chạy từng phút: {len(record.twin)} tin."
    yield f"Các kiểu gõ nhầm: {_listed(slips)}; phải hỏi lại: {', '.join(sorted(MUST_ASK))}."


def verdict(record: Record) -> tuple[list[str], bool]:
    """A line for each check, with examples of what is broken; and whether all hold."""
    lines, good = [], True
    for name, found in broken(record):
        lines.append(f"{'[lỗi]' if found else '[tốt]'} {name}{f': {len(found)}' if found else ''}")
        lines += [f"        {what}" for what in found[:SHOWN]]
        good = good and not found
    return lines, good


def _decided(record: Record) -> str:
    """What leaders ordered and decided, who was away, which post changed hands."""
    found = Counter(one.decided.verdict if one.decided else "" for one in record.requests)
    more = sum(one.matter.kind == "extension" for one in record.requests)
    return (
        f"Lãnh đạo giao {len(record.given)} việc; quyết định {len(record.requests)} đề nghị "
        f"({more} gia hạn): xác nhận {found['confirmed']}, trả lại {found['returned']}, "
        f"đồng ý gia hạn {found['granted']}, không đồng ý {found['refused']}, "
        f"ghi vào kỳ đã chốt {found['recorded']}, không ghi {found['rejected']}, đang chờ {found['']}. "
        f"{len(record.leaves)} lượt nghỉ, {len(record.posts)} lần bàn giao."
    )


def _blocked(record: Record) -> int:
    return len({code for _at, code, reachable in record.reach if not reachable})


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in sorted(counted.items())) or "không có"
