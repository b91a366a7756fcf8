"""Questions, and what only sounds like one: "bhyt được bao nhiêu rồi", "hôm nào rảnh em gửi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.reading import sounding
from bot.domain.reading.intents import REQUESTS
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.states.doings import PROMISES
from bot.domain.reading.states.nothing import none_of_any
from bot.domain.reading.states.obstacles import NO, PARTICLES, denied
from bot.domain.reading.vocabulary.courtesy import ADDRESSED, SPEAKERS
from bot.domain.reading.vocabulary.receipt import ASKING_OF_RECEIPT
from bot.domain.reading.words import Token

_ASKED_BY_NEGATION = frozenset(("ai", "gi", "nao", "gi nua", "sao"))
_REMAINS = frozenset(("con gi", "con viec gi", "con no"))
_WHENEVER = frozenset(("nao", "khi nao", "bao gio", "ngay nao"))
_IF_ANYTHING = frozenset(("goi", "lien", "bao", "nhan", "alo", "cu", "thi", "trao", "hoi"))
# Only with its mark: "ạ", which is polite, is typed "a" as well
_ASKING_PARTICLE = re.compile(r"[\w%]\s+(?:à|hả|hở|hử|nhỉ|chăng)[\s.!…)]*$", re.IGNORECASE)
# "chưa xong chị à" calls the person it is said to, "tính cả tổ 5 à" asks
_CALLING = re.compile(r"\b(?:anh|chị|sếp|cô|chú|bác|thủ trưởng|a|c)\s+à[\s.!…)]*$", re.IGNORECASE)
# "cỡ 66 phần trăm à" answers: only so many
_ANSWERING = re.compile(
    r"^\W*(?:(?:dạ|vâng)\W+)?(?:chắc )?(?:cỡ|khoảng|chừng|tầm|độ|áng chừng)\b", re.IGNORECASE
)
_MAY_I = frozenset(("duoc khong", "duoc khong a", "duoc chua"))
_REACHED = frozenset(("kip", "du", "dat", "xong", "nop", "nhan", "ghi", "thay", "dung"))
_HABITUAL = frozenset(  # who or what does something often, in front of "hay"
    ("dan", "may", "mang", "xe", "mem", "thong", "cung", "van", "lai", "nuoc")
)
_WHO = frozenset(("nguoi", "ho", "ai", "van", "con", "thi", "la"))  # "có người chưa"
_LISTED = frozenset(("chi", "viec", "muc", "nhiem", "ngay", "gio", "tuan", "thang"))
_PEOPLE = frozenset(
    ("ba", "ong", "nguoi", "chu", "dua", "em", "chau", "quan", "tiem", "nha", "ho", "cho")
)  # "còn mấy việc"
_PAUSES = frozenset((",", ";", "."))
_RECEIVED = Phrases.of({True: ASKING_OF_RECEIPT})
_REPORTED = _PAUSES | {"\n", "!", "-", "(", "nha", "nhe", "nghe", "nghen", "nhen", "roi", "a", "do"}
_CALLED = 5  # words between the pause and the question: "chị Lan với anh"
_TIMES = frozenset(("ngay", "tuan", "thang", "mai", "mot", "thu", "hom", "nam", "quy", "gio"))


def is_question(scan: Scan) -> bool:
    """Tell a question from a report: "bhyt được bao nhiêu rồi", "xong chưa?", "32 người là tính cả tổ 5 à?".

    A request with a day ("cho em xin đến thứ 6 được không?") is no question.
    """
    if _asks_whether(scan):
        return True
    if sounding.asks_for_thing(scan) and not scan.quantities:
        return True
    if any(word in REQUESTS for a, b in scan.marks.get("extension", ()) for word in scan.words(a, b)):
        return False
    if scan.has("extension") and scan.words(*_first(scan, "extension"))[0] in ("xin", "cho"):
        return False
    if scan.tokens[-1].text == "?" or scan.text.rstrip(" .!…)").endswith("?"):
        return True
    if _ASKING_PARTICLE.search(scan.text) and not _CALLING.search(scan.text):
        return bool(scan.mentions) or _ANSWERING.search(scan.text) is None
    if scan.quantities and "?" in scan.words(scan.quantities[-1].end, len(scan.tokens)):
        return True  # "118 là tính luôn khóm 2 hả anh? mai em gửi"
    return any(_asks(scan, a, b) for a, b in scan.marks.get("question", ())) or _ends_asking(scan)


def end_of_report(scan: Scan) -> int | None:
    """Return where the report ends that asks how it was received: "bhxh 210, đủ chưa chị".

    "201, đúng không chị" asks about the figure, which is no report then.
    """
    last = scan.quantities[-1].end if scan.quantities else len(scan.tokens)
    for _, start, _ in _RECEIVED.find(scan.words(last, len(scan.tokens))):
        begin = last + start
        while begin > last and scan.tokens[begin - 1].text not in _REPORTED:
            begin -= 1
        opens = begin > last and last + start - begin < _CALLED and "?" not in scan.words(0, begin)
        if opens and not any(mention.end > begin for mention in scan.mentions):
            return scan.tokens[begin - 1].start
    return None


def _asks_whether(scan: Scan) -> bool:
    """Tell "đủ chỉ tiêu chưa" from "bhxh vẫn chưa", and "có gia hạn được không" from a request with a day."""
    last = len(scan.tokens)
    clause = [token for token in scan.tokens[_begins(scan, last) : last] if token.is_word]
    while len(clause) > 2 and clause[-1].text in ADDRESSED and "chua" in [t.text for t in clause[-3:]]:
        if scan.text[clause[-1].start : clause[-1].end].lower() == "có":
            return False  # "giảm nghèo xong, còn lại chưa có", but "xong chưa cô"
        clause.pop()
    words = [token.text for token in clause]
    if words[-1:] == ["chua"] and clause[0] is scan.tokens[0] and _follows_number(scan, clause[-1]):
        return True  # "bhxh 210 chưa chị"
    if words[-1:] == ["chua"] and len(words) > 2 and words[-2] != "sua":  # "02 sửa chữa"
        if "co" in words[-4:-1] and NO.isdisjoint(words[:-1]):
            return words[-2] not in _WHO  # "đến thứ 6 anh có số chưa"
        return not _REACHED.isdisjoint(words[:-1]) and words[-2] not in ("van", "con", "thi", "la")
    return words[:1] == ["co"] and words[-2:] == ["duoc", "khong"] and _TIMES.isdisjoint(words)


def _follows_number(scan: Scan, token: Token) -> bool:
    return any(scan.tokens[q.end] is token for q in scan.quantities if q.end < len(scan.tokens))


def _first(scan: Scan, label: str) -> tuple[int, int]:
    return min(scan.marks[label])


def _asks(scan: Scan, start: int, end: int) -> bool:
    phrase = " ".join(scan.words(start, end))
    if phrase == "hay":
        return _chooses(scan, start, end)
    if phrase in ("dau", "hoi"):
        return False
    if phrase in _REMAINS and scan.words(start - 1, start) == ["khong"]:
        return False  # "chả còn gì tồn"
    if phrase == "con no" and any(q.start >= end for q in scan.quantities):
        return False  # "thu đạt 81%, còn nợ thuế 230tr"
    if _tells(scan, phrase, start, end) or _says_any(scan, phrase, start, end):
        return False
    if phrase == "co can" and not NO.isdisjoint(_clause_before(scan, start)):
        return False  # "không có căn nào"
    if phrase == "nao" and none_of_any(scan, 0, end) is not None:
        return False  # "không nhận đơn khiếu nại, tố cáo nào"
    if phrase in _ASKED_BY_NEGATION or phrase.startswith("ai "):
        none = any(denied(scan, a) for a, b in scan.marks.get("obstacle", ()) if b == start)
        return not none and not NO.intersection(_clause_before(scan, start))  # "không khó khăn, vướng gì"
    if phrase in _MAY_I:
        return not _TIMES.intersection(scan.words(0, start)) and not _offers(scan.words(0, start))
    return True


def _waits(scan: Scan, start: int, end: int) -> bool:
    """Tell "đang chờ hội đồng chấm điểm" from "cho hỏi": a body is waited for."""
    waiting, body = (scan.text[t.start : t.end].lower() for t in scan.tokens[start:end])
    known = scan.words(start - 1, start) == ["dang"] or scan.words(end, end + 1) == ["dong"]
    return known or waiting in ("chờ", "đợi") or body == "hội"


def _tells_of_rest(scan: Scan, end: int) -> bool:
    """Tell "còn mấy hộ chưa chịu giao", "còn mấy căn đang lợp" from "còn mấy hộ chưa đóng", which may ask."""
    after = scan.words(end, end + 8)
    if after[:1] and after[0] in _LISTED:
        return False
    told = scan.quantities and after[:1] and after[0] in _PEOPLE and scan.tokens[-1].text != "?"
    return bool(told) or scan.has("obstacle") or "dang" in after or ("nua", "la") in pairwise(after)


def _chooses(scan: Scan, start: int, end: int) -> bool:
    """Tell "nhập bằng số hay phần trăm" from "hay quá", "dân hay bày bán" and from two figures."""
    if _denies_both(scan, start):
        return False
    if sounding.ends_wondering(scan):
        return True
    after = scan.words(end, end + 1)
    often = scan.has("obstacle") or not _HABITUAL.isdisjoint(scan.words(start - 1, start))
    spoken = bool(after) and after[0] not in ("qua", "lam", "do")
    return start > 1 and spoken and not often and not scan.quantities


def _denies_both(scan: Scan, start: int) -> bool:
    """Tell "không có nhà nào xây trái phép hay lấn đất", "không ca ho hay sởi nào" from a choice."""
    return not NO.isdisjoint(_clause_before(scan, start))


def _offers(words: Sequence[str]) -> bool:
    """Tell "qua rằm em nộp được không": it asks for time."""
    return any(a in SPEAKERS and b in PROMISES for a, b in pairwise(words))


def _tells(scan: Scan, phrase: str, start: int, end: int) -> bool:
    """Tell the questions that a report begins or ends like: "148 mới đúng không phải 118", "chưa gửi đâu"."""
    if phrase == "dung khong":
        return scan.words(end, end + 1) == ["phai"]
    if phrase == "cho hoi":
        return _waits(scan, start, end)
    if phrase == "con may":
        return _tells_of_rest(scan, end)
    if phrase in ("may viec", "may muc", "may nhiem vu", "may chi tieu"):
        return start == 0 and bool({"xong", "roi"} & {*scan.words(end, len(scan.tokens))})
    if not phrase.endswith(" dau"):
        return False
    typed = scan.text[scan.tokens[end - 1].start : scan.tokens[end - 1].end].lower()
    if typed != "đâu" and (typed != "dau" or not _TIMES.isdisjoint(scan.words(end, end + 1))):
        return True  # "em gửi đầu tuần sau"
    return not (NO | {"co"}).isdisjoint(_clause_before(scan, start))


def _says_any(scan: Scan, phrase: str, start: int, end: int) -> bool:
    """Tell what only sounds like a question: "gì đó", "có gì gọi em", "hôm nào rảnh em gửi", "3 sao"."""
    after = scan.words(end, end + 1)
    *before, last = [*scan.words(max(0, start - 1), start), *phrase.split()]
    if last in ("gi", "nao", "ai") and after == ["do"]:
        return True
    if last in ("gi", "nao", "ai") and sounding.is_of_all(scan, end):
        return True
    if sounding.is_told_beside(scan, end) or sounding.is_of_whatever(scan, start, end):
        return True
    if sounding.is_looked_at(scan, start, end):
        return True
    if sounding.asks_for_help(scan, end):
        return True
    if last == "gi" and before[-1:] in (["co"], ["can"]) and _goes_on(scan.words(end, end + 4)):
        return True
    unsure = not {"gi", "sao"}.isdisjoint(phrase.split())
    if unsure and any(_are_two(scan, place, start) for place in range(len(scan.quantities))):
        return True  # "6 hay 8 gì á", "6 7 gì đó"
    if phrase == "sao":
        return start > 0 and scan.tokens[start - 1].kind == "number"
    return _promises_some_day(scan, start, end)


def _are_two(scan: Scan, place: int, end: int) -> bool:
    """Tell whether a number that ends at `end` is one of two between which somebody is not sure."""
    quantity = scan.quantities[place]
    if quantity.end != end or scan.text.rstrip().endswith("?"):
        return False
    before = scan.quantities[place - 1] if place else None
    return quantity.flaw == "range" or (before is not None and quantity.start - before.end < 2)


def _goes_on(after: Sequence[str]) -> bool:
    """Tell "có gì gọi em", "có gì mới em báo" from "có gì mới không"."""
    return not _IF_ANYTHING.isdisjoint(after) and NO.isdisjoint(after)


def promises_some_day(scan: Scan, start: int, end: int) -> bool:
    """Tell "hôm nào rảnh em gửi", "bao giờ có em báo": a promise without a day."""
    return any(
        _promises_some_day(scan, a, b) for a, b in scan.marks.get("question", ()) if start <= a and b <= end
    )


def _promises_some_day(scan: Scan, start: int, end: int) -> bool:
    if " ".join(scan.words(start, end)) not in _WHENEVER:
        return False
    after = scan.words(end, end + 6)
    speaker = next((place for place, word in enumerate(after) if word in SPEAKERS), None)
    return speaker is not None and not PROMISES.isdisjoint(after[speaker + 1 : speaker + 3])


def _clause_before(scan: Scan, place: int) -> list[str]:
    """Return the words of the clause in front: a no there makes "nào" and "ai" mean none."""
    return scan.words(_begins(scan, place), place)


def _begins(scan: Scan, place: int) -> int:
    """Return where the clause begins that ends at a place."""
    while place and scan.tokens[place - 1].kind != "line" and scan.tokens[place - 1].text not in _PAUSES:
        place -= 1
    return place


def _ends_asking(scan: Scan) -> bool:
    """ "có phát sinh không anh": a "không" at the end, after something; not that of "ổ dịch: không"."""
    words = [t.text for t in scan.tokens if t.is_word]
    if _answers_itself(scan):
        return False
    while words and words[-1] in PARTICLES:
        words.pop()
    if words[-2:] == ["duoc", "khong"] and (_TIMES.intersection(words) or _offers(words)):
        return False  # "thêm 3 ngày nữa được không anh" asks for time
    return (
        (len(words) > 2 or words[:1] in (["xong"], ["du"], ["kip"]))
        and words[-1:] == ["khong"]
        and words[-2] not in ("con", "la", "thi")
        and words[0] != "khong"
    )


def _answers_itself(scan: Scan) -> bool:
    """Tell "ổ dịch: không", "- Tai nạn không", "điểm nóng không": the name, then what there is of it."""
    last = max((place for place, token in enumerate(scan.tokens) if token.text == "khong"), default=0)
    line = [t.text for t in scan.tokens[:last]]
    since = len(line) - 1 - line[::-1].index("\n") if "\n" in line else -1
    named = [m for m in scan.mentions if m.start > since and m.end == last]
    alone = any(m.strength != "part" and _opens_clause(scan, m.start) for m in named)
    return last > 0 and (line[-1] in (":", "=", "-") or (since >= 0 and bool(named)) or alone)


def _opens_clause(scan: Scan, place: int) -> bool:
    """Tell the second name of "tnxh không; điểm nóng không" from that of "có tnxh, điểm nóng không"."""
    if place == 0:
        return True
    before = scan.tokens[place - 1].text
    return (before in _PAUSES or before == "khong") and "co" not in scan.words(0, place)
