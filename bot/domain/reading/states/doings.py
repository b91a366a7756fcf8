"""How far work has come, or what stands in its way, as words tell it: chưa xong, sắp xong, xong, vướng."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.states.nothing import none_of_any
from bot.domain.reading.states.obstacles import (
    NO,
    PARTICLES,
    denied,
    denies_trouble,
    hits,
    lacks_means,
    obstacles_told,
    overcome,
)
from bot.domain.reading.states.overcome import event_missed, trouble_denied
from bot.domain.reading.vocabulary.courtesy import SPEAKERS
from bot.domain.reading.vocabulary.intents import NOT_UNDER_WAY
from bot.domain.reading.vocabulary.work import CALLED_SO, SHORT_STEPS, STEPS

Hit = tuple[int, int]
_COUNTED_BY = 3  # words between "còn 2" and "chưa di dời"
Status = Literal["done", "in_progress", "not_done"]
PROMISES = frozenset(("gui", "nop", "bao", "co", "xong", "trinh", "cap", "lam", "bo", "tra"))
THEN = PROMISES | {"se", "moi", "lai", "chua", "tinh"}
_STEPS = Phrases.of({True: (*STEPS, *CALLED_SO, *SHORT_STEPS)})
_ASKED = frozenset(("dau", "may", "gi"))  # "làm tới đâu rồi"
_GOING_ON = frozenset(("đang", "dang", "chờ", "đợi"))
_ALMOST = frozenset(("sap", "gan"))
_ALMOST_MARKED = frozenset(("sắp", "gần", "saps", "gaanf"))
_NOT_ALMOST = frozenset(("xep", "nhap", "bien", "ket", "the", "camera", "hoa"))  # "sắp xếp", "gắn camera"
_REST = frozenset((("con", "moi"), ("chi", "con"), ("con", "duy"), ("con", "vai"), ("con", "mot")))


@dataclass(frozen=True, slots=True)
class State:
    """A state of work or an obstacle: the strongest, what else was said, and where the words stand.

    `untroubled`: trouble is named, and that it is over or that there is none.
    """

    status: Status | None = None
    obstacle: bool = False
    held: bool = False
    untroubled: bool = False
    place: tuple[int, int] = (0, 0)


def told(scan: Scan, start: int, end: int, called: Collection[str] = ()) -> State:
    """Return the state of work said between two places: chưa xong, sắp xong, xong; and an obstacle.

    `called` are the words of the names of the item that it is told of.
    """
    obstacles = obstacles_told(scan, start, end, called)
    held = bool(hits(scan, "held", start, end))
    for status, said in _work(scan, start, end, excused=bool(obstacles)).items():
        if said:
            return State(status, bool(obstacles), held, place=said[0])
    if obstacles:
        return State(None, True, held, place=obstacles[0])
    named = hits(scan, "obstacle", start, end)
    place = next(iter([*hits(scan, "held", start, end), *named]), (0, 0))
    return State(None, False, held, bool(named), place)


def _work(scan: Scan, start: int, end: int, *, excused: bool) -> dict[Status, list[Hit]]:
    """Return where each state of work is said, the strongest first. A bare "chưa" counts alone only."""
    done = hits(scan, "done", start, end)
    doing = hits(scan, "in_progress", start, end)
    blamed = [place for a, b in hits(scan, "obstacle", start, end) for place in range(a + 1, b)]
    not_done = [hit for hit in hits(scan, "not_done", start, end) if hit[0] not in blamed]
    not_done = [hit for hit in not_done if not _runs_into_trouble(scan, hit)]
    not_done = [hit for hit in not_done if not denies_trouble(scan, hit) and not _mends(scan, hit[0])]
    doing = [hit for hit in doing if not _is_registered(scan, hit[0])]
    done = done or _finished(scan, start, end)
    mended = overcome(scan, start, end)  # "lỗi đã khắc phục": no work is done by that
    doing += [hit for hit in done if any(a <= hit[0] < b for a, b in mended)]
    done = [hit for hit in done if hit not in doing]
    negated = [hit for hit in done if denied(scan, hit[0])]
    done = [hit for hit in done if not _of_none(scan, hit[0], start)]
    almost = [hit for hit in done if _is_almost(scan, hit[0], start)]
    done = [hit for hit in done if hit not in negated and hit not in almost and not _goes_on(scan, hit)]
    all_have = [hit for hit in not_done if _is_none_left(scan, hit[0], start)]
    done, not_done = done + all_have, [hit for hit in not_done if hit not in all_have]
    if ("mot", "nua") in pairwise(scan.words(start, end)) and scan.has("vague", start, end):
        done = []  # "đã làm được một nửa rồi"
    if any(q.role == "left" and q.value and start <= q.start < end for q in scan.quantities):
        doing, done = doing + done, []  # "đã rà soát xong 3 tổ, còn 2 tổ"
    doing = [hit for hit in doing if not _gives(scan, hit[0])]
    negated += [hit for hit in doing if denied(scan, hit[0])]  # "chưa khởi công"
    doing = [hit for hit in doing if hit not in negated]
    doing = doing or under_way(scan, start, end)
    explicit = [hit for hit in not_done if hit[1] - hit[0] > 1 or _stands_alone(scan, hit)]
    excepted = [hit for hit in explicit if _is_all_but(scan, hit[0], start)]
    doing += excepted
    doing += [hit for hit in almost if scan.tokens[hit[0]].text != "du"]  # "gần đủ rồi" says nothing yet
    explicit = [hit for hit in explicit if hit not in excepted] + negated
    if not explicit and not doing and not done and not excused:
        explicit = not_done
    return {"in_progress": doing, "not_done": explicit, "done": done}


def _gives(scan: Scan, place: int) -> bool:
    """Tell "cấp thẻ cho hội phụ nữ" from "chờ hội phụ nữ": with marks in the text, "cho" gives."""
    token = scan.tokens[place]
    return scan.text[token.start : token.end].lower() == "cho" and not scan.text.isascii()


def _runs_into_trouble(scan: Scan, hit: Hit) -> bool:
    """Tell "sở chưa có | hướng dẫn" from "số chưa có"."""
    return any(hit[0] < a < hit[1] < b for a, b in scan.marks.get("obstacle", ()))


def _mends(scan: Scan, place: int) -> bool:
    """Tell the "chữa" of "bình chữa cháy" from "chưa"."""
    return scan.text[scan.tokens[place].start : scan.tokens[place].end].lower() == "chữa"


def _is_registered(scan: Scan, place: int) -> bool:
    """Tell "đăng nhập", "đăng ký" from "đang nhập"."""
    token = scan.tokens[place]
    return token.text == "dang" and scan.text[token.start : token.end].lower().startswith("đăng")


def _is_almost(scan: Scan, place: int, start: int) -> bool:
    """Tell "sắp xong", "gần như xong" from "sáp nhập xong", "sắp xếp xong", "gắn biển xong"."""
    for at in range(max(start, place - 2), place):
        token = scan.tokens[at]
        typed = scan.text[token.start : token.end].lower()
        other = typed != token.text and typed not in _ALMOST_MARKED
        named = any(m.start <= at < m.end and m.strength != "weak" for m in scan.mentions)
        if token.text in _ALMOST and not other and not named and scan.tokens[at + 1].text not in _NOT_ALMOST:
            return True
    return False


def under_way(scan: Scan, start: int, end: int) -> list[Hit]:
    """Tell "đang thúc các khu phố" from "đang họp", "đang đạt 97%", and from an unmarked "đăng ký"."""
    places = [place for place in range(start, end - 1) if scan.tokens[place].text in ("dang", "cho", "doi")]
    if not places:
        return []
    known = {place for hits in scan.marks.values() for a, b in hits for place in range(a, b)}
    return [
        (place, place + 2)
        for place in places
        if place not in known
        and scan.tokens[place + 1].is_word
        and (scan.tokens[place].text != "dang" or scan.tokens[place + 1].text not in NOT_UNDER_WAY)
        and scan.tokens[place + 1].text != "thi"
        and scan.text[scan.tokens[place].start : scan.tokens[place].end].lower() in _GOING_ON
    ]


def promised_after(scan: Scan, start: int, end: int) -> int | None:
    """Return the place of the promise in "họp xong em nộp": for when something else is done."""
    return next((hit[1] for hit in hits(scan, "done", start, end) if _is_before(scan, hit)), None)


def _is_before(scan: Scan, hit: Hit) -> bool:
    """Tell "họp xong em nộp" from "đã báo cáo em nộp rồi"."""
    after = scan.words(hit[1], hit[1] + 3)
    if len(after) < 2 or after[0] not in SPEAKERS or after[1] == "da" or after[2:] == ["roi"]:
        return False
    return not PROMISES.isdisjoint(after[1:])


def _finished(scan: Scan, start: int, end: int) -> list[Hit]:
    """Tell "bàn giao cho khu phố rồi": a step, and "rồi" at the end."""
    words = scan.words(start, end)
    while words and words[-1] in PARTICLES - {"roi"}:
        words.pop()
        end -= 1
    if (
        len(words) < 3
        or words[-1] != "roi"
        or scan.has("vague", start, end)
        or not (NO | _ALMOST | _ASKED).isdisjoint(words)
    ):
        return []
    steps = [hit for _, *hit in _STEPS.find(words[:-1])]
    return [(start + steps[0][0], end)] if steps else []


def _of_none(scan: Scan, place: int, start: int) -> bool:
    """Tell "chưa có sản phẩm nào được công nhận": none was."""
    before = scan.words(max(start, place - 8), place)
    return "nao" in before and not NO.isdisjoint(before[: before.index("nao")]) and "," not in before


def _goes_on(scan: Scan, hit: Hit) -> bool:
    """Tell "họp xong em nộp" and "kiểm tra rồi báo lại": the one is done before the other."""
    then = scan.tokens[hit[1] - 1].text == "roi" and not THEN.isdisjoint(scan.words(hit[1], hit[1] + 1))
    return then or _is_before(scan, hit)


def _is_none_left(scan: Scan, place: int, start: int) -> bool:
    """Tell "không còn ai chưa đóng": everybody has."""
    before = scan.words(max(start, place - 4), place)
    return ("khong", "con") in pairwise(before)


def _is_all_but(scan: Scan, place: int, start: int) -> bool:
    """Tell "còn mỗi tổ 5 chưa nộp": what is not done is the rest of what is."""
    before = scan.words(max(start, place - 6), place)
    return any(pair in _REST for pair in pairwise(before))


def _stands_alone(scan: Scan, hit: tuple[int, int]) -> bool:
    """ "chưa ạ", "dạ chưa anh": nothing that is not there follows."""
    after = scan.words(hit[1], hit[1] + 1)
    return not after or after[0] in PARTICLES or not after[0].isalpha()


def none_arose(scan: Scan, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of "không phát sinh", "chưa có ai": a 0 said in words."""
    troubles = {hit[0] for hit in scan.marks.get("obstacle", ())}
    for hit in hits(scan, "none", start, end):
        missed = event_missed(scan.words(hit[1], hit[1] + 5))
        if (missed or hit[1] not in troubles) and not lacks_means(scan, hit):
            return hit
    return none_of_any(scan, start, end) or trouble_denied(scan, start, end)


def is_refused(scan: Scan, start: int, end: int) -> bool:
    """Tell "vướng 3 hộ chưa chịu ký": a number between two places that counts what stands in the way."""
    near = [b for _, b in scan.marks.get("obstacle", ()) if start - 2 <= b <= start]
    before = any(not _begins_anew(scan, b, start) for b in near)
    after = scan.words(end, end + 2)
    apart = after[:1] in (
        [","],
        ["vi"],
        ["do"],
    )  # "1 vụ, không có người chết", "205 vì chưa có kinh phí" count
    joined = not apart and bool(NO.intersection(after))
    return before or joined or "bi" in after[:1]


def _begins_anew(scan: Scan, start: int, end: int) -> bool:
    """Tell "vướng phần mềm, bhyt 99,7", which goes on to what is named, from "vướng: 3 hộ"."""
    return any(start <= m.start < end and m.strength != "weak" for m in scan.mentions)
