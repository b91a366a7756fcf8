"""What is typed like a name of an item, or a part of one, and calls none: places, documents, trouble."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.reading.naming.aliases import Catalogue
from bot.domain.reading.naming.marked import looks_like
from bot.domain.reading.naming.mention import Mention
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary.generic import DEEDS, DONE_SO
from bot.domain.reading.vocabulary.intents import INTENTS
from bot.domain.reading.vocabulary.trouble import EVENTS
from bot.domain.reading.words import Token

_AT = frozenset(("o", "tai", "trong", "dau", "cuoi"))
_PLACES = frozenset(("hem", "ngo", "ngach", "kiet", "duong", "khom", "kp", "tdp", "ap", "thon"))
_OBSTACLES = Phrases.of({True: INTENTS["obstacle"]})
_EVENTS = Phrases.of({True: EVENTS})
_DENIED = re.compile(r"\b(?:chua|khong|chang|het)(?: (?:co|con|gap|thay|phat sinh|bi|kho khan|,|va))* $")
_HINDERS = frozenset(("vuong", "kho", "tro", "bat"))
_TELLING = frozenset(("khong", "vuong", "kho", "do"))
_DOING = frozenset(
    ("chua", "dang", "moi", "bao", "gui", "chot", "tra", "se", "hen", "noi", "con", "van", "keu", "khong")
)
"""Behind "bên …" they tell what the people there do."""
_STOPS = frozenset((",", ";", ".", ":", "\n"))


def is_no_name(tokens: Sequence[Token], mention: Mention, text: str, catalogue: Catalogue) -> bool:
    """Tell what is only typed like a name, or a part of one, from what calls an item."""
    if is_a_place(tokens, mention.start) and mention.end == mention.start + 1:
        return True
    if _is_somebody(tokens, mention):
        return True
    if mention.strength != "part":
        return False
    if mention.start and _tells_how(tokens, mention):
        return True
    items = [catalogue.items[key] for key in mention.wider or mention.keys]
    other = looks_like(tokens[mention.start : mention.end], text, items)
    told = _is_in_trouble(tokens, mention) or _is_trouble_told(tokens, mention)
    told = told or _is_trouble_denied(tokens, mention)
    return other or told or _is_of_document(tokens, mention)


def _tells_how(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell "xử dứt điểm 8", "giải quyết dứt | điểm" from a part of a name with other words."""
    said = " ".join(token.text for token in tokens[mention.start : mention.end])
    return said not in DEEDS and any(f" {said} " in f" {phrase} " for phrase in DONE_SO)


def _is_somebody(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell "bên BHXH chưa chốt", "bên công an đang rà", who has not done something, from an item.

    A number makes a report of it: "bên bhxh được 201".
    """
    if not mention.start or tokens[mention.start - 1].text != "ben":
        return False
    clause: list[str] = []
    for token in tokens[mention.end :]:
        if token.text in _STOPS:
            break
        clause.append(token.text)
    return bool(clause) and clause[0] in _DOING and not any(word[:1].isdigit() for word in clause)


def is_a_place(tokens: Sequence[Token], place: int) -> bool:
    """Tell the "hẻm" of "3 căn ở hẻm 5" from the one that is an item: "hẻm 5/7 tuyến"."""
    if tokens[place].text not in _PLACES or not 0 < place < len(tokens) - 1:
        return False
    return tokens[place - 1].text in _AT and tokens[place + 1].kind == "number"


def _is_in_trouble(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell the "điện từ" of "cúp điện từ sáng" from a part of a name."""
    if not mention.start:
        return False
    words = [t.text for t in tokens[mention.start - 1 : mention.end]]
    hit = _OBSTACLES.at(words, 0)
    return hit is not None and 1 < hit[1] < len(words)


def _is_of_document(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell the "UBND ngày" of "QĐ số 45/QĐ-UBND ngày 10/11" from a part of an item's name."""
    before = [t.text for t in tokens[max(0, mention.start - 3) : mention.start]]
    return len(before) == 3 and before[0] == "/" and before[2] == "-"


def _is_trouble_denied(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell "chương trình 03 chưa có vướng mắc gì" from "báo cáo vướng mắc xong"."""
    words = [token.text for token in tokens[: mention.end]]
    begins = next((at for at in range(mention.start, mention.end) if words[at] in _HINDERS), None)
    if begins is None or _OBSTACLES.at(words, begins) is None:
        return False
    return _DENIED.search(f"{' '.join(words[:begins])} ") is not None


def _is_trouble_told(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell "vướng hồ sơ phức tạp", "không có tụ điểm phức tạp" from the item on what is "phức tạp"."""
    words = [token.text for token in tokens[: mention.end]]
    covered = _EVENTS.at(words, mention.start)
    begins = max((at + 1 for at in range(mention.start) if words[at] in _STOPS), default=0)
    if covered is None or covered[1] < mention.end or begins == mention.start or not begins:
        return False
    return not _TELLING.isdisjoint(words[begins : mention.start])
