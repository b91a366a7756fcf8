"""What lets words be a date in a message: the cue before them, the promise after them."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeGuard

from bot.domain.reading.dates.model import DateDoubt, DateReading
from bot.domain.reading.dates.rule import Answer, Found
from bot.domain.reading.dates.words import Plain, one_of
from bot.domain.reading.vocabulary.work import CALLED_SO, STEPS

# What is named by figures: "Quảng trường 03/2", "đường 30/4", "Nghị quyết 10/2".
_NAME = re.compile(
    one_of(
        """quang truong, duong, pho, chợ, cau, truong, khu, khu pho, to, khom, ap, qd, nq, nd, tt, ct, de an,
        ngo, nghi quyet, quyet dinh, nghi dinh, thong tu, chi thi, hem, doan, tdp, phuong, muc, so nha,
        cum, kenh"""
    )
    + "(?: so)? $"
)
_FILLERS = (
    "(?: (?:"
    + one_of("het, ngay, vao, la, lai, den, toi, em, e, a, cuoi, han, chot, du kien, cho, nop, ve")
    + "))*"
)
_CUE = re.compile(
    "(?:"
    + one_of(
        """ngay, den, toi, han, truoc, sau, lui, xin, nop, hen, doi, khat, sang, vao, hom, bua, nhat, trong,
        het, luc, khoang, tam, hoan, cham, tre, cho em, cho e, thoi diem"""
    )
    + rf"|(?<!ket )(?<!hieu )(?<!\w)qua){_FILLERS}[ :]*$"
)
_DONE = re.compile(
    one_of("xong, gui, nop, bao, bao cao, hoan thanh, tra, trinh, hop")
    + "(?: (?:tu|vao|hom|luc|duoc|roi|r))* $"
)
_SPEAKER = one_of(
    """thi, la, se, moi, em, e, minh, toi, tôi, chung, tui, bon, ben, don vi, phong, chau,
    anh, chi, bac, chu, ke toan, can bo, duoc, dc, co, phai, a, xin,
    cho, phep, co gang"""
)
_DOING = one_of(
    "nop, gui, bao, tra, xong, hoan thanh, trinh, lam, bo sung, cap nhat, so lieu, ket qua, nha, nhe, nghen, "
    "dua so, len so, chot so, chuyen so, day so, co so, dua bao cao, chuyen bao cao, tong hop"
)
_TO_WHOM = one_of(
    """anh, chi, a, c, bac, chu, co, sep, nha, nhe, nghen, nhen, nghe, ne, ha, hen, so, so lieu, bao cao, lai,
    qua, len, cho, ket qua, ket quả, ho so, file, van ban, danh sach, luon, duoc, ngay, sang, tiep"""
)
# What is handed over, and what is moved elsewhere: "mai em chuyển nhé", not "mai em chuyển công tác"
_HANDING_OVER = (
    "(?:"
    + one_of("chuyen, dua, up, cung cap, phan hoi, nhan lai, nhan tin, chot, ra so, tong ket")
    + rf"(?= {_TO_WHOM}| ?[.,;!]|\s*$)|"
    + one_of("day len, day so, day qua, co ket qua, co ket quả")
    + ")"
)
_STEP = one_of(", ".join((*STEPS, *CALLED_SO, "khoi cong, dong tho, hop xet, ky ket, cong bo, chi tra")))
_BY_THEN = one_of(
    """ky, duyet, xet, ra, cap, giao, lam, thu, mo, kham, tiem, phat, hoc, ve, co, du, dat, chi, nhan,
    hop xet, bat dau, thi cong, di vao, tinh toan"""
)
_WAITS = rf"(?:{_SPEAKER}[ ,]+)*(?:moi (?:duoc )?(?:{_STEP}|{_BY_THEN}))"
_PROMISE = re.compile(
    rf"[ ,.:]*(?:(?:{_SPEAKER}[ ,]+)*{_DOING}|(?:{_SPEAKER}[ ,]+)+(?:{_HANDING_OVER}|{_STEP})|{_WAITS})"
)
_PROMISE_AHEAD = re.compile(rf"[ ,]*{_STEP}(?! (?:xong )?(?:roi|r)(?!\w)| (?:\w+ )?[0-9])")
_COUNTED_TO = re.compile(one_of("tinh den, tinh toi, luy ke den, den het, tinh het") + "(?: het| ngay)* $")
_HANDING_IN = re.compile(r"(?<!da )" + one_of("gui, nop, xong, hoan thanh, trinh") + " $")
_HANDED_IN = re.compile(one_of("da nop, moi nop, nop duoc, nop dc") + " $")
_AIMED = re.compile(one_of("ngay, den, toi, han, xin, lui, truoc, doi, sang, hen") + _FILLERS + "[ :]*$")
_PROMISE_SPOKEN = re.compile(rf"[ ,]*(?:(?:{_SPEAKER}[ ,]+)+{one_of('nop, gui, trinh, xong')}|{_WAITS})")
_PROMISE_OF_FIGURES = re.compile(rf"[ ,]*(?:{_SPEAKER}[ ,]+)+{one_of('nop, gui, trinh')}")
_ASKED = re.compile(one_of("xin, gia han, lui, doi, hoan, hen, cho em, cho e, han, nop"))

# An answer that gives figures is no answer to "đến ngày nào?": in it a date needs its cue.
_REPORT = re.compile(
    rf"\d ?(?:[%‰]|{one_of('phan tram, tr, trieu, ty, nghin, k, d, dong, vnd', glued=True)})|\d{{3}}/|"
    rf"{one_of('dat, duoc, dc')} (?:(?:khoang|den|toi) )?\d|"
    rf"{one_of('may, bao nhieu')} {one_of('chi tieu, muc, nhiem vu, dau viec, nguoi, ho')}"
)
# What may stand before "30/11" in an answer; after another word it is a ratio ("XKLĐ 4/7").
_ANSWERING = re.compile(
    r"(?:^|[^\w ]|\d ?(?:h|g|gio) ?\d{0,2}|:\d\d (?:ch|sa|am|pm)|(?<!\w)t?\d{1,2}|"
    # "hạn rút xuống 18/11": a deadline that is brought forward
    r"(?<!\w)han(?: +[^\W\d]+){0,4} +(?:rut|xuong|con)|"
    + one_of(
        """da, vang, thua, anh, chi, em, e, a, c, bac, co, chu, sep, minh, xin, cho, hen, la, ma, de, phai,
        se, moi, thi, chac, khoang, tam, chung, co the, du kien, vao, luc, hom, bua, duoc, dc, ngay, den,
        toi, han, truoc, sau, het, tu, nhat, lui, doi, chuyen, sang, sáng, qua, thanh, nop, gui, xong, bao
        cao, bc, trinh, bo sung, hoan thanh, deadline, dl, dk, trua, chieu, tối, hai, ba, nam, sáu, bay,
        nay, mai, mot, tuan, thang, kip, va, hoac, hay, lai, gia han, han chot, cuoi cung"""
    )
    + ") ?$"
)
# Before "Mai" with a capital, so that it is no woman's name.
_POLITE = re.compile(f"(?:{one_of('da, vang, thua, xin, den, toi, hen, chac, cho, em, xong')}|[^\\w ]) ?$")
_REACH = 60
_OPENINGS = ("ngay ", "den ", "toi ", "qua tuan ", "qua thang ", "sang tuan ", "sang thang ")
_EDGES = ("đầu", "giữa", "cuối", "hết")


def _before(text: str, end: int) -> str:
    """Return what stands before a date, as far back as a cue may be."""
    return text[max(0, end - _REACH) : end]


def reports(text: str) -> bool:
    """Return whether a plain text gives figures or asks about them, so that its numbers are not dates."""
    return bool(_REPORT.search(text))


def is_name(rule: str, m: re.Match[str], plain: Plain, typed: str) -> bool:
    """Return whether what a rule matched belongs to a name: of a street, or of a woman called Mai."""
    if rule.startswith("day_month"):
        return bool(_NAME.search(_before(plain.text, m.start())))
    word = typed[plain.starts[m.end() - 3] : plain.ends[m.end() - 1]]
    called = word.istitle() and m.start() > 0 and not _POLITE.search(_before(plain.text, m.start()))
    return rule == "tomorrow" and m.end() - m.start() == 3 and called


def is_cued(text: str, f: Found, today: date, *, expected: bool) -> bool:
    """Return whether the words around let this be a date; `expected`: a date was asked for."""
    figures = f.rule.startswith(("day_month", "day_range"))
    before = _before(text, f.start if f.rule == "today" else f.core)  # "tới nay" is no cue and a day
    if f.alone or (expected and (not figures or _ANSWERING.search(before))):
        return True
    if f.rule == "no_day":
        return bool(_ASKED.search(before) and _CUE.search(before))
    if figures:
        return _figures_cued(text, f, before)
    if _CUE.search(before) or text.startswith(_OPENINGS, f.core):
        return True
    if _wide(f.answer) and (f.rule != "stretch" or f.answer.start <= today):
        promised = _PROMISE_SPOKEN.match(text, f.end) or _HANDING_IN.search(_before(text, f.start))
        return bool(promised) and not reports(text)  # else it names a period
    ahead = isinstance(f.answer, DateReading) and f.answer.due > today and _PROMISE_AHEAD.match(text, f.end)
    return bool(ahead or _DONE.search(_before(text, f.start)) or _PROMISE.match(text, f.end))


def _wide(answer: Answer) -> TypeGuard[DateReading]:
    """Return whether this is a week, month, quarter or year without a word for its beginning or end."""
    return isinstance(answer, DateReading) and answer.start < answer.end and answer.modifier not in _EDGES


def _figures_cued(text: str, f: Found, before: str) -> bool:
    if text.startswith("ngay ", f.core):
        return True
    if f.rule == "day_month_dotted" and not (_ASKED.search(before) or _COUNTED_TO.search(before)):
        return bool(_AIMED.search(before) and _PROMISE.match(text, f.end))  # "đến 27.11 nộp"
    if isinstance(f.answer, DateDoubt) or _HANDED_IN.search(before):
        return bool(_AIMED.search(before))  # "đã nộp 12/15" counts
    return bool(_CUE.search(before) or _PROMISE_OF_FIGURES.match(text, f.end))
