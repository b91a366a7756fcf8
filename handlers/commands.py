"""Everything that can be said by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.reading.words import fold
from handlers import (
    dead_letters,
    help,  # noqa: A004 - the handler of /trogiup, named like the others
    start,
)
from handlers.correcting import correct
from handlers.deciding import command as deciding
from handlers.directives import flow as directives
from handlers.directives import received, unaddressed
from handlers.evidence import showing as evidence_shown
from handlers.extensions import extend
from handlers.handover import command as handover
from handlers.leave import command as leave
from handlers.leave import over as leave_over
from handlers.obstacles import obstacle
from handlers.office import aliases, assign, closing, days, depart, people, plan, sent_by_itself, set_target
from handlers.pressing import chase, explain, hand_in, missing, whom
from handlers.reporting import enter_for, steps, work
from handlers.situation import command as situation
from handlers.situation import daily, history, lists, of_several, summary
from handlers.texts.help import SPELT_APART
from handlers.texts.reporting.work import MY_WORK
from handlers.turn import Reply, Turn

Handler = Callable[[Turn], Sequence[Reply]]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be said by name, with or without slash and accents.

    `alone` are folded words that mean the command when nothing follows ("viec" does, "việc làm 141" is a
    figure); `openings` are those that may be followed by more, where `fits` agrees with what follows.
    """

    name: str
    action: str
    run: Handler
    alone: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    fits: Callable[[Turn, str], bool] = lambda _turn, _words: True


def _sums_up(turn: Turn, words: str) -> bool:
    """False for "tổng hợp tình hình an ninh, chiều báo tôi", which somebody has to write."""
    if sent_by_itself.is_meant(turn):
        return False
    return situation.is_asked(turn, words) and not unaddressed.is_meant(turn)


COMMANDS: tuple[Command, ...] = (
    Command(
        "start", "help", start.again, alone=("bat dau", "ban la ai", "tro ly la ai", "day la ai", "ai day")
    ),
    Command("trogiup", "help", help.show, alone=("tro giup", "help", "huong dan")),
    Command(
        "viec", "work", work.show, alone=("viec", "viec cua toi", "con viec gi", "con viec gi nua", *MY_WORK)
    ),
    Command("baocao", "report", steps.start, alone=("bao cao", "so lieu")),
    Command("sua", "correct", correct.show, alone=("sua",)),
    Command(
        "giahan",
        "extend",
        extend.ask,
        openings=("gia han",),
        fits=lambda turn, _words: not hand_in.of_everybody(turn),
    ),
    Command("vuong", "obstacle", obstacle.report),
    Command("nghi", "leave", leave.show, alone=("nghi", "nghi phep", "xin nghi", "bao nghi")),
    Command(
        "dilamlai",
        "leave",
        leave_over.end,
        alone=("di lam lai",),
        openings=("nghi huy", "huy nghi"),
        fits=people.is_no_figure,
    ),
    Command("hetvuong", "obstacle", obstacle.close, openings=("het vuong", "het vuong mac")),
    Command(
        "giaitrinh",
        "explain",
        explain.show,
        openings=("giai trinh", "yeu cau giai trinh", "de nghi giai trinh"),
        fits=explain.names_item,
    ),
    Command("duyet", "decide", deciding.show, alone=("duyet", "gia han cho duyet")),
    Command(
        "minhchung",
        "evidence",
        evidence_shown.show,
        openings=("minh chung", "xem minh chung", "xem anh", "xem tep", "xem file"),
        fits=evidence_shown.is_asked,
    ),
    Command("tinhhinh", "situation", of_several.show, openings=("tinh hinh",), fits=situation.is_asked),
    Command(
        "chuabaocao",
        "missing",
        missing.show,
        openings=(
            *(
                "chua bao cao",
                "ai chua bao cao",
                "con ai chua bao cao",
                "nhung ai chua bao cao",
                "ai chua gui",
            ),
            *("ai chua nop", "con ai chua nop", "con ai chua gui"),
            *("ai con no", "ai con no bao cao", "ai con thieu"),
        ),
        fits=whom.fits_missing,
    ),
    Command("dondoc", "press", chase.press, openings=("don doc",), fits=directives.is_no_order),
    Command("quahan", "work", lists.late, alone=("qua han",)),
    Command("chitieu", "work", lists.plan_lines, alone=("chi tieu",)),
    Command(
        "tomtat",
        "daily_summary",
        daily.show,
        openings=("tom tat hang ngay", "tom tat ngay", "tom tat"),
        fits=people.is_no_figure,
    ),
    Command("tonghop", "summary", summary.show, openings=("tong hop",), fits=_sums_up),
    Command("nhapthay", "enter_for", enter_for.enter_for, openings=("nhap thay",)),
    Command(
        "giaoviec", "directive", directives.command, openings=("giao viec",), fits=directives.is_no_order
    ),
    Command("danhan", "receive", received.receive),
    Command("ykien", "receive", received.opinion),
    Command("phancong", "assign", assign.assign, openings=("phan cong",), fits=directives.is_no_order),
    Command("bangiao", "hand_over", handover.show, openings=("ban giao",), fits=handover.is_meant),
    Command(
        aliases.ADD,
        "alias",
        aliases.add,
        openings=("ten khac", "dat ten khac", "them ten khac", "ten goi khac"),
    ),
    Command(aliases.REMOVE, "alias", aliases.remove, openings=("bo ten khac", "xoa ten khac")),
    Command("giaochitieu", "set_target", set_target.change, openings=("giao chi tieu",)),
    Command(
        "ngaynghi",
        "set_days",
        days.day_off,
        openings=("ngay nghi", "them ngay nghi", "bo ngay lam bu", "huy ngay lam bu"),
    ),
    Command(
        "ngaylambu",
        "set_days",
        days.make_up_day,
        openings=("ngay lam bu", "them ngay lam bu", "bo ngay nghi", "huy ngay nghi"),
    ),
    Command("hoandoi", "set_days", days.swap, openings=("hoan doi ngay", "hoan doi"), fits=days.names_two),
    Command(
        "moky", "reopen", closing.reopen, openings=("mo ky", "mo lai ky", "mo lai"), fits=closing.is_meant
    ),
    Command("dongky", "reopen", closing.close, openings=("dong ky", "dong lai ky")),
    Command("lichsu", "history", history.show, openings=("lich su",)),
    Command("kehoach", "plan", plan.show, alone=("ke hoach",)),
    Command("nguoimoi", "people", people.give_code, openings=("nguoi moi",), fits=people.is_no_figure),
    Command("nguoicat", "people", people.cut_off, openings=("nguoi cat",), fits=people.is_no_figure),
    Command(
        "thuhong",
        "dead_letters",
        dead_letters.show,
        alone=("tin chua gui duoc", "tin chua gui"),
        openings=("thu hong",),
    ),
    Command("nguoithoi", "people", depart.ask, openings=("nguoi thoi",), fits=people.is_no_figure),
    Command("xoa", "people", depart.ask),
    Command(
        "nguoi", "people", people.show, alone=("danh sach nguoi",), openings=("nguoi",), fits=people.is_name
    ),
)

_SPELLINGS = {fold(spelling).replace(" ", ""): spelling for spelling in SPELT_APART}
_FIRST = re.compile(r"\s*([^\s:,.?!]+)[\s:,.?!]*")
AROUND = " :,\n"
"""What may stand between a command and what it is about."""


def spelt_apart(text: str) -> str:
    """The text with a command's name at its beginning as words: "giaochitieu BHXH 300" means what "giao chỉ
    tiêu BHXH 300" does. With a slash it is found by its name.
    """
    found = _FIRST.match(text)
    spelling = _SPELLINGS.get(fold(found[1])) if found else None
    return f"{spelling} {text[found.end() :]}".strip() if found and spelling else text


def find_command(text: str) -> tuple[Command | None, str]:
    """The command that a text names, with the words that follow it; (None, text) for anything else."""
    if not text.startswith("/"):
        return _in_words(text)
    found = _FIRST.match(text, 1)
    wanted = fold(found[1]).replace("_", "") if found else ""
    command = next((one for one in COMMANDS if one.name == wanted), None)
    return (command, text[found.end() :].strip()) if found and command else _in_words(text[1:].lstrip())


def _in_words(text: str) -> tuple[Command | None, str]:
    folded = fold(text)
    bare = folded.rstrip(" .?!")
    for command in COMMANDS:
        if bare in command.alone or bare in command.openings:
            return command, ""
        for opening in command.openings:
            if folded.startswith(opening) and folded[len(opening)] in AROUND:
                return command, text[len(opening) :].strip(AROUND)
    return None, text
