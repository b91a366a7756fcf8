"""How leaders decide and order in the simulated year: what they read, what they type, what they are told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from bot.commands.simulating.acts import Act, Plans
from bot.commands.simulating.dealing import Dealings, Decision, Kind, Verdict
from bot.commands.simulating.record import Given, Sent
from db.ward_view import PersonView

WAITING = "Chờ ý kiến"
"""In a morning's message: something waits for this person."""
YES = "ĐÚNG"
LETTERS: Sequence[tuple[Kind, re.Pattern[str]]] = (
    ("completion", re.compile(r"^Kính trình .* báo hoàn thành (\S+) ")),
    ("extension", re.compile(r"^Kính trình .* đề nghị gia hạn (\S+) ")),
    ("late", re.compile(r"^Kính gửi .* đề nghị điều chỉnh kỳ đã chốt .*?, (\S+) ")),
)
DECIDED: Sequence[tuple[Verdict, re.Pattern[str]]] = (
    ("confirmed", re.compile(r"^Đã ghi: xác nhận (\S+) ")),
    ("returned", re.compile(r"^Đã ghi: trả lại (\S+) ")),
    ("granted", re.compile(r"^Đã ghi: đồng ý gia hạn (\S+) ")),
    ("refused", re.compile(r"^Đã ghi: không đồng ý gia hạn (\S+) ")),
    ("rejected", re.compile(r"^Đã ghi: không đồng ý điều chỉnh (\S+) ")),
    ("recorded", re.compile(r"^Đã ghi: (\S+) .*\(điều chỉnh sau khi chốt\)")),
)
ASKED = re.compile(r"^Đã tiếp nhận đề nghị gia hạn (\S+) ")
ECHOED, GIVEN = (
    re.compile(r"^Dự kiến: (\S+), chủ trì (.*), hạn (.*)\.$", re.MULTILINE),
    re.compile(r"^Đã giao (\S+) “"),
)
ARRIVED = re.compile(r"^Kính gửi .*\. Nhiệm vụ (\S+): ")
SETTLED = ("đã được", "đã quyết định")
"""Said of a request that somebody has decided on, or that was made anew."""
KIND_OF: dict[Verdict, Kind] = {
    "confirmed": "completion",
    "returned": "completion",
    "granted": "extension",
    "refused": "extension",
    "rejected": "late",
    "recorded": "late",
}
RETURNED, REFUSED, AT_ONCE, IN_THE_MORNING = 0.15, 0.15, 0.6, 0.8
MISSING = ("thiếu danh sách kèm theo", "bổ sung biên bản", "chưa có chữ ký của các bên")
REASONS = ("chờ hướng dẫn của Sở Xây dựng", "chờ đơn vị phối hợp gửi tài liệu", "cán bộ đi tập huấn")
DONE = ("kiểm tra", "lập danh sách", "khảo sát", "thống kê", "đề xuất phương án xử lý")
ABOUT = ("bếp ăn bán trú", "nhà ở có nguy cơ sạt lở", "điểm ngập sau mưa", "hồ sơ tồn đọng ở bộ phận một cửa",
         "biển quảng cáo sai quy định", "sân chơi trẻ em", "cây xanh mục gãy")  # fmt: skip
"""What leaders have done, about what: no two orders of a year are the same."""


@dataclass(frozen=True, slots=True)
class Will:
    """What a leader means to decide, and how he types it; the choice to press where there are buttons."""

    kind: Kind
    item: str
    verdict: Verdict
    until: date | None
    text: str
    pressed: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What a leader means to have done, by whom, until when."""

    text: str
    person: str
    name: str
    due: date


def letter_in(sent: Sent) -> tuple[Kind, str] | None:
    """The request that a message puts before its reader: its kind and item."""
    for kind, opening in LETTERS:
        if found := opening.match(sent.text):
            return kind, found[1]
    return None


def will(kind: Kind, item: str, days: Sequence[date], letter: Sent, random: Random) -> Will:
    """What a leader decides on a letter; `days` are the next working days."""
    if kind == "completion":
        if random.random() < RETURNED:
            day = random.choice(days[1:])
            text = f"trả lại {item} {random.choice(MISSING)}, đến {day:%d/%m/%Y}"
            return Will(kind, item, "returned", day, text)
        text = random.choice((f"xác nhận {item}", f"xac nhan {item.lower()}", f"{item}: xác nhận"))
        return Will(kind, item, "confirmed", None, text, _button(letter, ": xác nhận"))
    if kind == "late":
        if random.random() < REFUSED:
            return Will(kind, item, "rejected", None, f"không đồng ý {item}, cần văn bản của tổ dân phố")
        return Will(kind, item, "recorded", None, f"đồng ý {item}", _button(letter, "Đồng ý, ghi"))
    if random.random() < REFUSED:
        text = f"không đồng ý {item}, tập trung làm ngay"
        return Will(kind, item, "refused", None, text)
    asked = asked_for(letter)
    text = random.choice((f"đồng ý {item}", f"dong y {item}", f"đồng ý gia hạn {item}"))
    return Will(kind, item, "granted", asked, text, _button(letter, ": đồng ý đến"))


def _button(letter: Sent, words: str) -> str | None:
    return next((data for label, data in letter.choices if words in label), None)


def asked_for(letter: Sent) -> date | None:
    """The day that a letter asks for: the last one of its first line."""
    days = re.findall(r"(\d{1,2})/(\d{1,2})/(\d{4})", letter.text.partition("\n")[0])
    return date(int(days[-1][2]), int(days[-1][1]), int(days[-1][0])) if days else None


def says_day(text: str, day: date) -> bool:
    """True when a text names a day, as offices write it: 05/5/2026."""
    return re.search(rf"\b0?{day.day}/0?{day.month}/{day.year}", text) is not None


def decided_in(line: str) -> tuple[Verdict, str] | None:
    """What a receipt says was decided, about which item."""
    for verdict, opening in DECIDED:
        if found := opening.match(line):
            return verdict, found[1]
    return None


def order(to: PersonView, due: date, given: Collection[str], random: Random) -> Order | None:
    """A leader's order, as he types it; None when all that is `given` leaves nothing to order."""
    known = [words.lower() for words in given]
    works = [f"{done} {what}" for done in DONE for what in ABOUT]
    new = [work for work in works if not any(work in words for words in known)]
    if not new:
        return None
    work, name = random.choice(new), f"{to.address} {to.name}"
    text = random.choice(
        (
            f"Giao {name} {work}, báo cáo trước {due:%d/%m}",
            f"Giao {name} {work}, xong trước ngày {due:%d/%m/%Y}",
            f"Yêu cầu {name} {work} trước {due:%d/%m}",
        )
    )
    return Order(text, to.code, to.name.split()[-1], due)


def echoes_order(sent: Sent, meant: Order) -> bool:
    """True when the echo of an order names who and when as they were meant."""
    found = ECHOED.search(sent.text)
    return found is not None and meant.name in found[2] and says_day(found[3], meant.due)


# --- who leads ------------------------------------------------------------------------------------


@dataclass
class Desk:
    """What lies on a leader's desk: letters to decide on, decisions and an order that are being said."""

    code: str
    random: Random
    letters: dict[tuple[Kind, str], Sent] = field(default_factory=dict)
    wills: dict[tuple[Kind, str], Will] = field(default_factory=dict)
    order: Order | None = None

    def hears(self, now: datetime, sent: Sent) -> Plans:
        """A request is put before him, or the morning reminds him of those he has."""
        found, wait = letter_in(sent), timedelta(minutes=3 + self.random.expovariate(1 / 90))
        if found is not None:
            self.letters[found] = sent
            soon = self.random.random() < AT_ONCE
            return [(now + wait, Act("decide", items=found))] if soon else []
        if WAITING not in sent.text or self.random.random() > IN_THE_MORNING:
            return []
        later = [now + wait + timedelta(minutes=2 * place) for place in range(len(self.letters))]
        return [(when, Act("decide", items=one)) for when, one in zip(later, self.letters, strict=True)]

    def says(
        self, act: Act, days: Sequence[date], people: Sequence[PersonView], given: Collection[str]
    ) -> Iterator[Act]:
        """The message that a decision or an order comes to; nothing when it is decided already."""
        if act.kind == "order":
            self.order = order(self.random.choice(people), self.random.choice(days), given, self.random)
            if self.order is not None:
                yield Act("say", text=self.order.text)
            return
        place = next((one for one in self.letters if one == act.items), None)
        if place is None:
            return
        meant = self.wills[place] = will(*place, days, self.letters[place], self.random)
        pressed = meant.pressed if self.random.random() < AT_ONCE else None
        yield Act("answer", text=pressed) if pressed else Act("say", text=meant.text)

    def is_told(self, now: datetime, sent: Sent, dealings: Dealings, echoes: list[str]) -> Plans:
        """An answer: what was decided goes into the book, an echoed order is confirmed."""
        for line in sent.text.splitlines():
            if (found := decided_in(line)) is not None:
                self._decided(now, line, *found, dealings, echoes)
        if any(words in sent.text for words in SETTLED):
            for place in [one for one in self.wills if one[1] in sent.text]:
                self.letters.pop(place, None)
                self.wills.pop(place)
        if self.order is None or ECHOED.search(sent.text) is None:
            return []
        if not echoes_order(sent, self.order):
            echoes.append(f"{now:%d/%m %H:%M} {self.code}, {self.order.text!r}: {sent.text}")
        said = next((data for label, data in sent.choices if label == YES), None)
        act = Act("answer", text=said) if said else Act("say", text=self.random.choice(("đúng", "Đúng rồi")))
        return [(now + timedelta(minutes=1), act)]

    def _decided(
        self,
        now: datetime,
        line: str,
        verdict: Verdict,
        item: str,
        dealings: Dealings,
        echoes: list[str],
    ) -> None:
        place = KIND_OF[verdict], item
        meant = self.wills.pop(place, None)
        self.letters.pop(place, None)
        day = meant.until if meant else None
        wrong = meant is None or meant.verdict != verdict or (day and not says_day(line, day))
        known = dealings.decide(*place, Decision(verdict, now, day))
        if wrong or not known:
            echoes.append(f"{now:%d/%m %H:%M} {self.code}, {meant.text if meant else ''!r}: {line}")

    def has_given(self, now: datetime, sent: Sent) -> Given | None:
        """The task that his order has become, when an answer says so."""
        found = GIVEN.match(sent.text)
        if found is None or self.order is None:
            return None
        given, self.order = self.order, None
        return Given(found[1], self.code, given.person, given.due, now)
