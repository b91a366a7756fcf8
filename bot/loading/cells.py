"""One cell's text and its value: numbers, dates, times, choices, lists; as officers write them."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, Protocol

from bot.domain.schedule import WEEKDAYS
from db.types import canonical


class CellError(ValueError):
    """The text cannot be read: what is wrong, and what to write instead."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what, self.todo = what, todo


class Kind(Protocol):
    """How a column's cells are read and written; `year` is the plan's, for "quý I"."""

    def read(self, text: str, year: int | None) -> Any:
        """The value of a text that is not blank. CellError when it cannot be read."""

    def show(self, value: Any) -> str:
        """The text from which `read` makes this value."""


def folded(text: str) -> str:
    """Without accents, capitals and double blanks: how headings and choices are compared."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


class Text:
    """Words as they are, blanks tidied."""

    def read(self, text: str, year: int | None) -> str:  # noqa: ARG002
        return " ".join(unicodedata.normalize("NFC", text).split())

    def show(self, value: str) -> str:
        return value


class Words:
    """Several texts, separated by ";"."""

    def read(self, text: str, year: int | None) -> tuple[str, ...]:
        parts = (Text().read(part, year) for part in text.split(";"))
        return tuple(part for part in parts if part)

    def show(self, value: tuple[str, ...]) -> str:
        return "; ".join(value)


@dataclass(frozen=True)
class Choice:
    """One of a table of words; the first word of a value is the one that is written.

    An open table also takes codes that the installation defines.
    """

    words: Mapping[str, Any]
    open: bool = False

    def read(self, text: str, year: int | None) -> Any:  # noqa: ARG002
        found = {folded(word): value for word, value in self.words.items()}
        if self.open and folded(text) not in found:
            return text
        if folded(text) not in found:
            raise CellError(f"không có lựa chọn “{text}”", self.remedy)
        return found[folded(text)]

    def show(self, value: Any) -> str:
        return next((word for word, known in self.words.items() if known == value), str(value))

    @property
    def remedy(self) -> str:
        """What to do about a word that is wrong or lacking."""
        return f"chọn một trong: {'; '.join(self.shown)}"

    @property
    def shown(self) -> list[str]:
        """The words for a drop-down: one for each value."""
        return list(dict.fromkeys(self.show(value) for value in self.words.values()))


@dataclass(frozen=True)
class Choices:
    """Several of a table of words, separated by ";"."""

    choice: Choice

    def read(self, text: str, year: int | None) -> tuple[Any, ...]:
        return tuple(self.choice.read(part, year) for part in text.split(";") if part.strip())

    def show(self, value: tuple[Any, ...]) -> str:
        return "; ".join(self.choice.show(part) for part in value)


FLAG = Choice({"có": True, "không": False, "x": True, "true": True, "false": False})


class Number:
    """An exact decimal with a decimal comma and, optionally, dots between thousands."""

    _plain = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
    _grouped = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")

    def read(self, text: str, year: int | None) -> Decimal:  # noqa: ARG002
        compact = "".join(text.split()).rstrip("%‰")
        if re.fullmatch(r"[+-]?\d{1,3}\.\d{3}", compact):
            whole, tail = compact.split(".")
            raise CellError(f"“{text}” đọc được hai cách", f"viết {whole}{tail} hoặc {whole},{tail}")
        if self._grouped.fullmatch(compact):
            return Decimal(compact.replace(".", "").replace(",", "."))
        if self._plain.fullmatch(compact):
            return Decimal(compact.replace(",", "."))
        raise CellError(f"“{text}” không phải là một số", "viết số, dấu phẩy thập phân, ví dụ 99,7")

    def show(self, value: Decimal) -> str:
        return canonical(value).replace(".", ",")


class Day:
    """A date "31/3/2026"; in the plan's year "31/3" or the end of a part of it: "quý I", "cuối năm"."""

    _date = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
    _iso = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
    _part = re.compile(
        r"(?:trong |cuoi |het )*(?:quy (?P<quarter>[1-4]|iii|iv|ii|i)|thang (?P<month>1[0-2]|0?[1-9])"
        r"|(?P<half>6 thang(?: dau)?)|(?P<nine>9 thang(?: dau)?))?(?: ?nam)?(?: (?P<year>\d{4}))?"
    )
    _roman = {"i": 1, "ii": 2, "iii": 3, "iv": 4}  # noqa: RUF012

    def read(self, text: str, year: int | None) -> date:
        if (found := self._date.fullmatch(text.strip())) and (found[3] or year):
            return _date(text, int(found[3] or year or 0), int(found[2]), int(found[1]))
        if found := self._iso.fullmatch(text.strip()):
            return _date(text, *(int(part) for part in found.groups()))
        part = self._part.fullmatch(folded(text))
        of_year = int(part["year"]) if part and part["year"] else year
        if part is None or of_year is None:
            raise CellError(f"“{text}” không phải là ngày", "viết ngày/tháng/năm, hoặc “quý I”, “cuối năm”")
        month = self._last_month(part)
        return date(of_year, month, monthrange(of_year, month)[1])

    def _last_month(self, part: re.Match[str]) -> int:
        if quarter := part["quarter"]:
            return 3 * (self._roman.get(quarter) or int(quarter))
        if part["month"]:
            return int(part["month"])
        return 6 if part["half"] else 9 if part["nine"] else 12

    def show(self, value: date) -> str:
        return f"{value:%d/%m/%Y}"


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise CellError(f"không có ngày {text}", "kiểm tra lại ngày, tháng") from None


class Hour:
    """A time of day: "16:30", "16 giờ 30", "16h"."""

    _hour = re.compile(r"(\d{1,2}) ?(?::|h|gio) ?(\d{1,2})?(?: ?phut)?(?::00)?")

    def read(self, text: str, year: int | None) -> time:  # noqa: ARG002
        found = self._hour.fullmatch(folded(text))
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise CellError(f"“{text}” không phải là giờ", "viết giờ:phút, ví dụ 16:30")
        return time(hour, minute)

    def show(self, value: time) -> str:
        return f"{value:%H:%M}"


class DueRule:
    """When a period's report is due: "sau 2 ngày", "ngày 17", "thứ Sáu" (the codes of Preset.due_rule)."""

    _names = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
    _short = ("t2", "t3", "t4", "t5", "t6", "t7", "cn")

    def read(self, text: str, year: int | None) -> str:  # noqa: ARG002
        plain = folded(text)
        for names in (WEEKDAYS, self._short, map(folded, self._names)):
            if day := dict(zip(names, WEEKDAYS, strict=True)).get(plain):
                return day
        if after := re.fullmatch(r"(?:\+|sau )(\d{1,2})(?: ngay(?: lam viec)?)?", plain):
            return f"+{int(after[1])}"
        if (on := re.fullmatch(r"(?:ngay )?(\d{1,2})", plain)) and 1 <= int(on[1]) <= 31:
            return str(int(on[1]))
        raise CellError(f"không hiểu hạn nộp “{text}”", "viết “sau 2 ngày”, “ngày 17” hoặc “thứ Sáu”")

    def show(self, value: str) -> str:
        if value.startswith("+"):
            return f"sau {value[1:]} ngày"
        if value in WEEKDAYS:
            return self._names[WEEKDAYS.index(value)]
        return f"ngày {value}"


class Phone:
    """A Vietnamese number; a leading 0 that a spreadsheet ate is put back."""

    def read(self, text: str, year: int | None) -> str:  # noqa: ARG002
        digits = re.sub(r"[\s.\-()]", "", text)
        if re.fullmatch(r"[1-9]\d{8}", digits):
            digits = "0" + digits
        if not re.fullmatch(r"\+?\d{8,15}", digits):
            raise CellError(f"“{text}” không phải là số điện thoại", "viết đủ chữ số, ví dụ 0912 345 678")
        return digits

    def show(self, value: str) -> str:
        return value


class ByMonth:
    """Cumulative values planned by the end of months: "3: 40; 6: 90,5"."""

    def read(self, text: str, year: int | None) -> dict[int, Decimal]:
        planned = {}
        for part in text.split(";"):
            month, colon, amount = part.partition(":")
            if not colon or not month.strip().isdigit() or not 1 <= int(month) <= 12:
                raise CellError(f"không hiểu “{part.strip()}”", "viết “tháng: lũy kế”, ví dụ 3: 40; 6: 90")
            planned[int(month)] = Number().read(amount, year)
        return planned

    def show(self, value: Mapping[int, Decimal]) -> str:
        return "; ".join(f"{month}: {Number().show(amount)}" for month, amount in sorted(value.items()))


class Milestones:
    """Intermediate dates, each with what stands done on it: "15/10: dự thảo; 15/11: trình ký"."""

    def read(self, text: str, year: int | None) -> tuple[tuple[date, str], ...]:
        found = []
        for part in (one for one in text.split(";") if one.strip()):
            on, colon, name = part.partition(":")
            if not colon or not name.strip():
                raise CellError(f"không hiểu “{part.strip()}”", "viết “ngày: nội dung”, ví dụ 15/10: dự thảo")
            found.append((Day().read(on.strip(), year), Text().read(name, year)))
        return tuple(sorted(found))

    def show(self, value: tuple[tuple[date, str], ...]) -> str:
        return "; ".join(f"{Day().show(on)}: {name}" for on, name in value)


class Figure:
    """A known figure: a number, or the words for a state (the states of the table `figure`)."""

    states = Choice({"đang duy trì": "held", "không phát sinh": "none_arose", "đã đạt": "held"})

    def read(self, text: str, year: int | None) -> Decimal | str:
        if folded(text) in {folded(word) for word in self.states.words}:
            return str(self.states.read(text, year))
        return Number().read(text, year)

    def show(self, value: Decimal | str) -> str:
        return self.states.show(value) if isinstance(value, str) else Number().show(value)


class Year:
    """A calendar year."""

    def read(self, text: str, year: int | None) -> int:  # noqa: ARG002
        if not re.fullmatch(r"20\d\d", text.strip()):
            raise CellError(f"“{text}” không phải là năm", "viết năm bốn chữ số, ví dụ 2026")
        return int(text)

    def show(self, value: int) -> str:
        return str(value)
