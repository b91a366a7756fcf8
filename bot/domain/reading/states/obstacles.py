"""What words tell to stand in the way, and what only sounds like it."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.domain.reading.amounts.quantities import unit_at
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.scan import Scan
from bot.domain.reading.states.nothing import none_of_any
from bot.domain.reading.states.overcome import is_named_alone, is_none, is_none_of_trouble, over_at
from bot.domain.reading.states.pleas import pleas
from bot.domain.reading.states.reluctance import only_sounds
from bot.domain.reading.states.trouble import troubles
from bot.domain.reading.states.unable import unable
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.vocabulary.trouble import NEEDED
from bot.domain.reading.vocabulary.work import MEANS, RECEIVED, TO_BE_DONE

Hit = tuple[int, int]
_NEEDED = Phrases.of({True: (*MEANS, *RECEIVED, *NEEDED)})
_IS_REASON = re.compile(r"\b(?:vi(?! pham)|do|nen|tai vi|boi) \w+ \w")
_BUT = re.compile(r"\b(?:nhung|song|tuy nhien|vi|do)(?: ,| van| lai| dang| hien| bi)* $")
_SUPPLY_ASKED = re.compile(
    r"\b(?:de nghi|kien nghi|mong|xin|can|nho)(?: \w+){0,3}"
    r" (?:bo sung|tang cuong|bo tri|cap|ho tro|dieu dong|them)\b"
)
_OF_PLAN = re.compile(r"\b(?:ke hoach|kh|chi tieu|so voi|moi du|la du|nua)\b")
_COURSES = tuple([word] for word in ("lop", "boi", "nghiep", "trung", "cao", "dai", "chinh", "ly"))
_REASON = re.compile(r"\b(?:nen|vi|do|chua|khong|thieu|nhung)\b")
_ENDS_IN_NO = re.compile(r"\b(?:chua|khong)(?: co| thay| gap)*$")
_CALLED_TROUBLE = frozenset(("vuong", "kho", "gap", "tro"))
_COUNTED_BY = 3  # words between "còn 2" and "chưa di dời"
_IN_THE_WAY = frozenset(
    listed("choan | chan | bit | lan | chiem | dau | ngang | ban | bay | tran | de | tai | buon | hop")
)
_FOUND = re.compile(
    r"\b(?:nhac(?: nho)?|lap (?:bien ban|bb)|xu phat|phat|xu ly|don dep|dep|yeu cau|phat hien|dinh chi"
    r"|thu giu|tich thu|cuong che)(?: duoc| them| tai cho)* \d+(?: (?!hoai|mai|van|ma)\w+){1,5} $"
)
"""What was done about so many of them, in front of what they did."""
_DEALT_WITH = re.compile(
    r"(?: (?!van|lai|con|chua|khong)\w+){0,5},? (?:da )?"
    r"(?:nhac(?: nho)?|xu phat|phat|xu ly|lap bb|lap bien ban|thao do|giai toa|don dep|dep|cuong che|dinh chi"
    r"|tich thu|thu giu)(?: duoc| xong)? \d+(?! lan)"
)
"""The same behind it: "lấn chiếm lòng đường nhắc 11 trường hợp"."""
_RETURNED = re.compile(
    r"\b(?:tra(?: lai| ve)?|tu choi|yeu cau bo sung)(?: \d+| cac| nhung)(?: (?!nhung|vi|do)\w+){1,4} $"
)
"""What was sent back for what it lacked: "trả lại 2 hồ sơ thiếu trích đo"."""
NO = frozenset(("chua", "khong", "chang"))
_SAYS_WHY = frozenset(("vi", "do", "tai", "boi", "nen"))
PARTICLES = frozenset(
    listed("a | ah | anh | chi | em | e | c | nha | nhe | nhi | vay | the | ha | roi | oi | day | do | da")
)
_NOTHING_AFTER = frozenset(
    (
        *("ai", "gi", "nguoi", "phat", "truong", "ho", "vu", "ca", "don", "dau", "them", "moi"),
        *("dich", "benh", "tai", "toi", "khieu", "te"),
    )
)


def obstacles_told(scan: Scan, start: int, end: int, called: Collection[str] = ()) -> list[Hit]:
    """Return where obstacles are told: not "không khó khăn gì", not the lack in "còn thiếu 68 người"."""
    counted = {q.start for q in scan.quantities if q.role == "left"}
    troubles = {hit[0] for hit in scan.marks.get("obstacle", ())}
    told = [hit for hit in hits(scan, "obstacle", start, end) if not denied(scan, hit[0])]
    told = [hit for hit in told if not denies_trouble(scan, hit) and not _is_dealt_with(scan, hit)]
    told = [hit for hit in told if not only_sounds(scan, hit)]
    told = [hit for hit in told if not _is_rest(scan, hit) and not is_none(scan, hit, start, end, called)]
    told = [
        hit for hit in told if over_at(scan, hit, start, end) is None and not _is_sent_to_learn(scan, hit)
    ]
    nothing = [hit for hit in hits(scan, "none", start, end) if hit[1] not in troubles]
    told = [hit for hit in told if hit[1] not in counted or _is_in_want(scan, hit, start, end)] + [
        hit for hit in nothing if lacks_means(scan, hit) and not _awaits_recognition(scan, hit[1])
    ]
    none = none_of_any(scan, start, end)  # "không nhận được đơn nào"
    told = told + pleas(scan, start, end)
    return told or [hit for hit in unable(scan, start, end) if none is None or hit[0] != none[0]]


def _is_dealt_with(scan: Scan, hit: Hit) -> bool:
    """Tell "nhắc 6 ki ốt bày hàng chắn lối thoát hiểm", which an inspection found, from "sạp chắn lối đi"."""
    before = scan.folded[: scan.tokens[hit[0]].start]
    if scan.words(*hit)[0] == "thieu":
        return _RETURNED.search(before) is not None
    if scan.words(*hit)[0] not in _IN_THE_WAY:
        return False
    after = scan.folded[scan.tokens[hit[1] - 1].end :]
    return _FOUND.search(before) is not None or _DEALT_WITH.match(after) is not None


def _is_sent_to_learn(scan: Scan, hit: Hit) -> bool:
    """Tell "cán bộ đi học lớp bồi dưỡng 3 người" from "cán bộ phụ trách đi học"."""
    if scan.words(hit[1] - 2, hit[1]) not in (["di", "hoc"], ["tap", "huan"]):
        return False
    return scan.words(hit[1], hit[1] + 1) in _COURSES and _REASON.search(scan.folded) is None


def _is_in_want(scan: Scan, hit: Hit, start: int, end: int) -> bool:
    """Tell "ổn nhưng thiếu 1 bác sĩ", "thiếu 1 bác sĩ, đề nghị bổ sung" from "còn thiếu 68 người".

    Beside another number it may be what is missing of the whole.
    """
    others = [q for q in scan.quantities if start <= q.start < end and q.start != hit[1]]
    if others or scan.words(*hit) != ["thieu"] or scan.words(hit[0] - 1, hit[0]) == ["con"]:
        return False
    after = " ".join(scan.words(hit[1], end))
    but = _BUT.search(f"{' '.join(scan.words(start, hit[0]))} ") is not None
    return (but or _SUPPLY_ASKED.search(after) is not None) and _OF_PLAN.search(after) is None


def _is_rest(scan: Scan, hit: Hit) -> bool:
    """Tell "còn 2 hộ chưa di dời", which counts what is still to be done, from "dân chưa di dời"."""
    not_yet, *step = scan.words(*hit)
    if step == ["chiu"] and _is_left_of_more(scan, hit):
        return True
    if not_yet != "chua" or " ".join(step) not in TO_BE_DONE:
        return False
    counted = [q for q in scan.quantities if 0 <= hit[0] - q.end <= _COUNTED_BY]
    return any("con" in scan.words(max(0, q.start - 2), q.start) for q in counted)


def _is_left_of_more(scan: Scan, hit: Hit) -> bool:
    """Tell "dẹp được 6 nhà rồi, còn 3 nhà chưa chịu đi", a rest of the work, from "3 nhà chưa chịu"."""
    counted = [q for q in scan.quantities if q.end <= hit[0]]
    left = counted and "con" in scan.words(max(0, counted[-1].start - 2), counted[-1].start)
    return bool(left) and any("duoc" in scan.words(max(0, q.start - 3), q.start) for q in counted[:-1])


def _awaits_recognition(scan: Scan, place: int) -> bool:
    """Tell "chưa có quyết định công nhận", the end of the work itself, from "chưa có kinh phí"."""
    return "cong nhan" in " ".join(scan.words(place, place + 4))


def hits(scan: Scan, label: str, start: int, end: int) -> list[Hit]:
    return [hit for hit in scan.marks.get(label, ()) if start <= hit[0] and hit[1] <= end]


def denied(scan: Scan, place: int) -> bool:
    """Tell "không khó khăn gì", "chưa thể hoàn thành": a no at most two words before, in no item's name.

    What is denied may be two things: "không có khó khăn vướng mắc".
    """
    joined = place - (place > 0 and scan.tokens[place - 1].text in (",", "va", "hay"))
    for start, end in scan.marks.get("obstacle", ()):
        if end == joined:
            return denied(scan, start) or denies_trouble(scan, (start, end))
    for at in range(place - 1, max(0, place - 3) - 1, -1):
        word = scan.tokens[at].text
        if (name := next((one for one in scan.mentions if one.start <= at < one.end), None)) is not None:
            return scan.words(name.start - 1, name.start) == ["chua"]  # "chưa tiêm chủng xong"
        if not word.isalpha() or word in _SAYS_WHY:  # "không được vì mất điện"
            return False
        if word in NO:
            return True
    return False


def denies_trouble(scan: Scan, hit: Hit) -> bool:
    """Tell "chưa vướng gì", "hồ sơ chưa có khó khăn" from "chưa làm được vì vướng", "hồ sơ chưa có"."""
    troubles = {a for a, b in scan.marks.get("obstacle", ()) if scan.tokens[a].text in _CALLED_TROUBLE}
    near = (" ".join(scan.words(hit[0], at)) for at in (hit[1], hit[1] + 1) if at in troubles)
    return any(_ENDS_IN_NO.search(words) for words in near)


_REMARKS = frozenset(
    listed("y kien | phan anh | thac mac | kien nghi | nhac nho | phan nan | sai pham | sai sot")
)
_AFTER_REMARKS = frozenset(("", "gi", "nao", "khac", ",", ".", ";"))
"""Behind "không có ý kiến" these end it; "không có ý kiến chỉ đạo" may be what is missing."""


def lacks_means(scan: Scan, hit: tuple[int, int]) -> bool:
    """Tell "chưa có mặt bằng" (an obstacle) from "chưa có vụ nào", "không có" (none)."""
    phrase = scan.words(*hit)
    if phrase not in (["chua", "co"], ["khong", "co"]):
        return False
    if any(m.start <= hit[1] < m.end for m in scan.mentions):
        return False
    after = scan.words(hit[1], hit[1] + 5)
    if phrase[0] == "khong" and " ".join(after[:2]) in _REMARKS and "".join(after[2:3]) in _AFTER_REMARKS:
        return False
    if is_none_of_trouble(after) or not after or not after[0].isalpha() or after[0] in PARTICLES:
        return False
    return after[0] not in _NOTHING_AFTER and unit_at(after, 0) is None  # "cộng tác viên" is no unit


def is_unsure(scan: Scan) -> bool:
    """Tell "tái lấn chiếm", "không có vắc xin", which may be all there is to say, from what hinders for sure.

    Sure is what is called so ("vướng", "gặp khó khăn"), is a reason ("do mưa bão"), or goes on.
    """
    if troubles(scan.folded) or _IS_REASON.search(scan.folded):
        return False
    told = obstacles_told(scan, 0, len(scan.tokens))
    return bool(told) and all(_is_bare(scan, hit) for hit in told)


def _is_bare(scan: Scan, hit: Hit) -> bool:
    words = scan.words(*hit)
    if words in (["chua", "co"], ["khong", "co"]):
        needed = scan.words(hit[1], hit[1] + 4)
        return bool(needed) and _NEEDED.at(needed, 0) is None
    return is_named_alone(words, scan.folded)


def overcome(scan: Scan, start: int, end: int) -> list[Hit]:
    """Return where it is told that what stood in the way is over: "phần mềm lỗi, | đã sửa xong"."""
    ends = (over_at(scan, hit, start, end) for hit in hits(scan, "obstacle", start, end))
    return [hit for hit in ends if hit is not None]
