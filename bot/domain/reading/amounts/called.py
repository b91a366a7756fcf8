"""Numbers that call something: the day of "hôm 12", "QĐ số 3312", the name of "má Bảy"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reading.amounts.numbers import NUMBER_WORDS
from bot.domain.reading.phrases import Phrases
from bot.domain.reading.vocabulary import UNIT_WORDS
from bot.domain.reading.vocabulary.listed import listed
from bot.domain.reading.words import Token

_DAYS = {"hom": frozenset(("hom", "hôm")), "bua": frozenset(("bua", "bữa"))}
_LAST_DAY = 31
_PAPERS = Phrases.of(
    {
        True: listed(
            """
            qd | cv | quyet dinh | cong van | to trinh | thong bao | nghi quyet | bien ban | van ban |
            ke hoach | giay
            """
        )
    }
)
_FAR = 6
_PERSONS = frozenset(listed("ma | ba | ong | co | chu | bac | di | duong | cau | mo | thim | anh | chi | em"))
_KIN = frozenset(("má", "dì", "dượng", "mợ", "thím", "bà", "ông"))


def is_called_by(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell a number that is no figure by the word in front of it. `text` has the marks of the tokens."""
    if index == 0:
        return False
    if tokens[index].text in NUMBER_WORDS:
        return _is_person(tokens, index, text)
    return tokens[index].text.isdigit() and (_is_day(tokens, index, text) or _is_paper(tokens, index))


def _is_day(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell "đoàn về chấm hôm 12, trạm 91 điểm" from "hôm nay 12", "hôm 12 hộ"."""
    cue, after = tokens[index - 1], tokens[index + 1 : index + 2]
    marked = _DAYS.get(cue.text)
    if marked is None or text[cue.start : cue.end].lower() not in marked:
        return False
    counts = bool(after) and (after[0].text in UNIT_WORDS or after[0].text[0] in "%‰")
    return 0 < int(tokens[index].text) <= _LAST_DAY and not counts


def _is_paper(tokens: Sequence[Token], index: int) -> bool:
    """Tell "QĐ công nhận số 3312 ngày 17/11" from "kế hoạch số 58 người"."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    words = [token.text for token in tokens[max(0, index - _FAR) : index]]
    if words[-1:] != ["so"] or after in UNIT_WORDS or after[:1] in ("%", "‰"):
        return False
    return bool(_PAPERS.find(words))


def _is_person(tokens: Sequence[Token], index: int, text: str) -> bool:
    """Tell "má Bảy", "bà Năm", "chú Tư" from "bà con bảy hộ", "mà bảy hộ"."""
    before, name = tokens[index - 1], tokens[index]
    kin = text[before.start : before.end].lower()
    called = text[name.start : name.end][:1].isupper() and text[name.start : name.end].istitle()
    return called and before.text in _PERSONS and (kin in _KIN or before.text not in ("ma", "ba", "em"))
