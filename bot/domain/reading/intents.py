"""What a message wants, by its words: a question, a correction, a state of work, an obstacle, a greeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.domain.items import KnownItem
from bot.domain.reading.scan import Scan
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.words import fold

Status = Literal["done", "in_progress", "not_done"]
_NO = frozenset(("chua", "khong", "chang"))
_ALMOST = frozenset(("sap", "gan"))
_PARTICLES = frozenset(
    (
        "a",
        "ah",
        "anh",
        "chi",
        "em",
        "e",
        "c",
        "nha",
        "nhe",
        "nhi",
        "vay",
        "the",
        "ha",
        "roi",
        "oi",
        "day",
        "do",
        "da",
    )
)
_ASKED_BY_NEGATION = frozenset(("ai", "gi", "nao", "gi nua", "sao"))
_WHENEVER = frozenset(("nao", "khi nao", "bao gio", "ngay nao"))
_SPEAKERS = frozenset(("em", "e", "minh", "toi", "ben"))
_PROMISES = frozenset(("gui", "nop", "bao", "co", "xong", "trinh", "cap", "lam", "bo", "tra"))
_IF_ANYTHING = frozenset(("goi", "lien", "bao", "nhan", "alo", "cu", "thi", "trao", "hoi"))
# Only with its mark: "ạ", which is polite, is typed "a" as well
_ASKING_PARTICLE = re.compile(r"\w\s+(?:à|hả|hở|hử|nhỉ|chăng)[\s.!…)]*$", re.IGNORECASE)
_MAY_I = frozenset(("duoc khong", "duoc khong a", "duoc chua"))
_TIMES = frozenset(("ngay", "tuan", "thang", "mai", "mot", "thu", "hom"))
_REQUESTS = frozenset(("gia", "lui", "khat", "hoan", "doi", "tre", "cham", "them", "muon", "bu", "keo"))
_REST = frozenset((("con", "moi"), ("chi", "con"), ("con", "duy"), ("con", "vai"), ("con", "mot")))
_NOTHING_AFTER = frozenset(
    ("ai", "gi", "nguoi", "phat", "truong", "ho", "vu", "ca", "don", "dau", "them", "moi")
)


@dataclass(frozen=True, slots=True)
class State:
    """A state of work or an obstacle: the strongest, what else was said, and where the words stand."""

    status: Status | None = None
    obstacle: bool = False
    held: bool = False
    place: tuple[int, int] = (0, 0)


def is_question(scan: Scan) -> bool:
    """Tell a question from a report: "bhyt được bao nhiêu rồi", "xong chưa?", "32 người là tính cả tổ 5 à?".

    A request with a day ("cho em xin đến thứ 6 được không?") is no question.
    """
    if any(word in _REQUESTS for a, b in scan.marks.get("extension", ()) for word in scan.words(a, b)):
        return False
    if scan.has("extension") and scan.words(*_first(scan, "extension"))[0] in ("xin", "cho"):
        return False
    if scan.tokens[-1].text == "?" or scan.text.rstrip(" .!…)").endswith("?"):
        return True
    if _ASKING_PARTICLE.search(scan.text):
        return True
    return any(_asks(scan, a, b) for a, b in scan.marks.get("question", ())) or _ends_asking(scan)


def _first(scan: Scan, label: str) -> tuple[int, int]:
    return min(scan.marks[label])


def _asks(scan: Scan, start: int, end: int) -> bool:
    phrase = " ".join(scan.words(start, end))
    if phrase in ("dau", "hay", "hoi"):
        return False
    if _says_any(scan, phrase, start, end):
        return False
    if phrase in _ASKED_BY_NEGATION:
        return not _NO.intersection(_clause_before(scan, start))
    if phrase in _MAY_I:
        return not _TIMES.intersection(scan.words(0, start))
    return True


def _says_any(scan: Scan, phrase: str, start: int, end: int) -> bool:
    """Tell what only sounds like a question: "gì đó", "có gì gọi em", "hôm nào rảnh em gửi", "3 sao"."""
    after = scan.words(end, end + 1)
    *before, last = [*scan.words(max(0, start - 1), start), *phrase.split()]
    if last in ("gi", "nao", "ai") and after == ["do"]:
        return True
    if last == "gi" and before[-1:] in (["co"], ["can"]) and _goes_on(scan.words(end, end + 4)):
        return True
    if phrase == "sao":
        return start > 0 and scan.tokens[start - 1].kind == "number"
    return _promises_some_day(scan, start, end)


def _goes_on(after: Sequence[str]) -> bool:
    """Tell "có gì gọi em", "có gì mới em báo" from "có gì mới không"."""
    return not _IF_ANYTHING.isdisjoint(after) and _NO.isdisjoint(after)


def promises_some_day(scan: Scan, start: int, end: int) -> bool:
    """Tell "hôm nào rảnh em gửi", "bao giờ có em báo": a promise without a day."""
    return any(_promises_some_day(scan, a, b) for a, b in _hits(scan, "question", start, end))


def _promises_some_day(scan: Scan, start: int, end: int) -> bool:
    if " ".join(scan.words(start, end)) not in _WHENEVER:
        return False
    after = scan.words(end, end + 6)
    speaker = next((place for place, word in enumerate(after) if word in _SPEAKERS), None)
    return speaker is not None and not _PROMISES.isdisjoint(after[speaker + 1 : speaker + 3])


def _clause_before(scan: Scan, place: int) -> list[str]:
    """Return the words of the clause in front: a no there makes "nào" and "ai" mean none."""
    words: list[str] = []
    for token in reversed(scan.tokens[:place]):
        if token.kind == "line" or token.text in (",", ";", "."):
            break
        words.append(token.text)
    return words


def _ends_asking(scan: Scan) -> bool:
    """ "có phát sinh không anh": a "không" at the end, after something."""
    words = [t.text for t in scan.tokens if t.is_word]
    while words and words[-1] in _PARTICLES:
        words.pop()
    if words[-2:] == ["duoc", "khong"] and _TIMES.intersection(words):
        return False  # "thêm 3 ngày nữa được không anh" asks for time
    return (
        len(words) > 2
        and words[-1] == "khong"
        and words[-2] not in ("con", "la", "thi")
        and words[0] != "khong"
    )


def is_correction(scan: Scan, item: KnownItem | None) -> bool:
    """Tell "sửa lại 36/64", "nhầm, 36 chứ không phải 32" from "sửa nhà tình thương 4 căn"."""
    return any(_corrects(scan, a, b, item) for a, b in scan.marks.get("correction", ()))


def _corrects(scan: Scan, start: int, end: int, item: KnownItem | None) -> bool:
    phrase = " ".join(scan.words(start, end))
    before = scan.words(max(0, start - 2), start)
    after = scan.words(end, end + 1)
    if "da" in before[-1:] or "dang" in before[-1:] or after == ["chua"]:
        return False
    if phrase in ("dung la", "so dung la", "so dung", "khong phai", "thay bang"):
        return bool(after) and scan.tokens[end].kind == "number"
    opens = all(
        word in _PARTICLES or word in ("cho", "xin", "ay", "chet", "oi", "vang", ",") for word in before
    )
    if phrase == "sua" and item is not None and "sua" in fold(item.name):
        return False
    if phrase in ("sua", "dieu chinh", "lon", "gui lai", "bao lai"):
        if phrase == "lon" and scan.text[scan.tokens[start].start : scan.tokens[start].end].lower() in (
            "lớn",
            "lợn",
        ):
            return False
        return opens and (start < 3 or phrase != "lon")
    return True


def withdraws(scan: Scan) -> bool:
    """Tell "hủy báo cáo lúc nãy của em" from "huy động học sinh"."""
    for start, end in scan.marks.get("withdraw", ()):
        alone = end - start == 1
        if not alone or (start < 3 and scan.words(end, end + 1) not in (["dong"], ["chuong"], ["hieu"])):
            return True
    return False


def state(scan: Scan, start: int, end: int) -> State:
    """Return the state of work said between two places: chưa xong, sắp xong, xong; and an obstacle."""
    done = _hits(scan, "done", start, end)
    doing = _hits(scan, "in_progress", start, end)
    not_done = _hits(scan, "not_done", start, end)
    lacking = {q.start for q in scan.quantities if q.role == "left"}  # "còn thiếu 68 người"
    obstacles = [
        hit
        for hit in _hits(scan, "obstacle", start, end)
        if not _denied(scan, hit[0]) and hit[1] not in lacking
    ]
    troubles = {hit[0] for hit in scan.marks.get("obstacle", ())}
    nothing = [hit for hit in _hits(scan, "none", start, end) if hit[1] not in troubles]
    obstacles += [hit for hit in nothing if lacks_means(scan, hit)]
    explicit = [hit for hit in not_done if hit[1] - hit[0] > 1 or _stands_alone(scan, hit)]
    negated = [hit for hit in done if _denied(scan, hit[0])]
    almost = [hit for hit in done if _ALMOST.intersection(scan.words(max(start, hit[0] - 2), hit[0]))]
    done = [hit for hit in done if hit not in negated and hit not in almost]
    if any(q.role == "left" and q.value and start <= q.start < end for q in scan.quantities):
        doing, done = doing + done, []  # "đã rà soát xong 3 tổ, còn 2 tổ"
    excepted = [hit for hit in explicit if _is_all_but(scan, hit[0], start)]
    doing, explicit = doing + excepted, [hit for hit in explicit if hit not in excepted]
    doing += [hit for hit in almost if scan.tokens[hit[0]].text != "du"]  # "gần đủ rồi" says nothing yet
    explicit += negated
    if not explicit and not doing and not done and not obstacles:
        explicit = not_done
    chosen: tuple[Status, list[tuple[int, int]]] | None = None
    for status, hits in (("in_progress", doing), ("not_done", explicit), ("done", done)):
        if hits:
            chosen = (status, hits)  # type: ignore[assignment]
            break
    held = bool(_hits(scan, "held", start, end))
    if chosen is not None:
        return State(chosen[0], bool(obstacles), held, chosen[1][0])
    if obstacles:
        return State(None, True, held, obstacles[0])
    return State(None, False, held, _hits(scan, "held", start, end)[0] if held else (0, 0))


def _hits(scan: Scan, label: str, start: int, end: int) -> list[tuple[int, int]]:
    return [hit for hit in scan.marks.get(label, ()) if start <= hit[0] and hit[1] <= end]


def _denied(scan: Scan, place: int) -> bool:
    """Tell "không khó khăn gì", "chưa thể hoàn thành": a no at most two words before, in no item's name."""
    for at in range(place - 1, max(0, place - 3) - 1, -1):
        word = scan.tokens[at].text
        if not word.isalpha() or any(name.start <= at < name.end for name in scan.mentions):
            return False
        if word in _NO:
            return True
    return False


def _is_all_but(scan: Scan, place: int, start: int) -> bool:
    """Tell "còn mỗi tổ 5 chưa nộp": what is not done is the rest of what is."""
    before = scan.words(max(start, place - 6), place)
    return any(pair in _REST for pair in pairwise(before))


def _stands_alone(scan: Scan, hit: tuple[int, int]) -> bool:
    """ "chưa ạ", "dạ chưa anh": nothing that is not there follows."""
    after = scan.words(hit[1], hit[1] + 1)
    return not after or after[0] in _PARTICLES or not after[0].isalpha()


def lacks_means(scan: Scan, hit: tuple[int, int]) -> bool:
    """Tell "chưa có mặt bằng" (an obstacle) from "chưa có vụ nào", "không có" (none)."""
    phrase = scan.words(*hit)
    if phrase not in (["chua", "co"], ["khong", "co"]):
        return False
    if any(m.start <= hit[1] < m.end for m in scan.mentions):
        return False
    after = scan.words(hit[1], hit[1] + 1)
    if not after or not after[0].isalpha() or after[0] in _PARTICLES:
        return False
    return after[0] not in _NOTHING_AFTER and after[0] not in UNIT_WORDS


def none_arose(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of "không phát sinh", "chưa có ai": a 0 said in words."""
    troubles = {hit[0] for hit in scan.marks.get("obstacle", ())}
    for hit in _hits(scan, "none", start, end):
        if hit[1] not in troubles and not lacks_means(scan, hit):
            return hit
    return None


def is_refused(scan: Scan, start: int, end: int) -> bool:
    """Tell "vướng 3 hộ chưa chịu ký": a number between two places that counts what stands in the way."""
    before = any(start - 2 <= b <= start for _, b in scan.marks.get("obstacle", ()))
    after = scan.words(end, end + 2)
    return before or bool(_NO.intersection(after)) or "bi" in after[:1]


def asks_for_time(scan: Scan, start: int, end: int) -> bool:
    """Tell an asked-for extension ("xin gia hạn", "cho em thêm 3 ngày") from a mere "xin"."""
    hits = _hits(scan, "extension", start, end)
    return any(
        b - a > 1 or scan.tokens[a].text in _REQUESTS for a, b in hits if scan.words(a, b) != ["xin", "phep"]
    )


def is_greeting(scan: Scan) -> bool:
    """Tell thanks and acknowledgements: "dạ", "nhận được rồi", an emoji, a telephone number to call."""
    return scan.has("greeting") or not any(t.is_word for t in scan.tokens)
