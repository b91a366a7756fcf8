"""What is looked for in free words before they are read as a report: the order decides."""

from __future__ import annotations

from handlers import help as helping
from handlers.correcting import named_slip, of_another, of_somebody, old_to_new, taken_back
from handlers.deciding import command as deciding
from handlers.deciding import unasked
from handlers.directives import (
    adding,
    beside_why,
    by_title,
    changing,
    day_told,
    handed_in,
    meant,
    newest,
    offering,
    praise,
    received,
    relaying,
    spoken,
    stopping,
    taking_back,
    unaddressed,
    withdrawn,
    working_along,
)
from handlers.directives import flow as directives
from handlers.doubting import titled
from handlers.evidence import mistaken as evidence_wrong
from handlers.extensions import extend, moving_due, withdrawing
from handlers.handover import command as handover
from handlers.handover import done_by, leaving, not_mine, taking_over
from handlers.leave import command as leave
from handlers.leave import refusing
from handlers.leave import several as leaves
from handlers.obstacles import mended, obstacle
from handlers.office import (
    aliases,
    arranging,
    baseline,
    closing,
    coordinating_in_words,
    days_in_words,
    due_in_words,
    lists_asked,
    owner_in_words,
    sent_by_itself,
    target_answered,
    target_in_words,
)
from handlers.pressing import demanded, explain, facts_first, hand_in
from handlers.pressing import in_words as pressing
from handlers.reporting import enter_for, not_applicable
from handlers.results import milestones, supplement
from handlers.situation import asked, asked_around, daily, departed, done_in_time, given
from handlers.situation import command as situation

UNASKED = (
    ("set_target", target_answered.taken_up),
    ("directive", directives.taken_up),
    ("decide", deciding.typed),
    ("receive", received.typed),
    ("directive", directives.only_heard),
)
"""What is answered in words without an open question: it waits for as long as it takes."""
IN_WORDS = (
    situation.line_alone,
    daily.in_words,
    done_in_time.in_words,
    hand_in.in_words,
    lists_asked.in_words,
    sent_by_itself.in_words,
    given.in_words,
    departed.in_words,
    aliases.in_words,
    baseline.in_words,
    leaves.in_words,
    owner_in_words.in_words,
    target_in_words.in_words,
    days_in_words.in_words,
    leave.in_words,
    meant.not_now,
    coordinating_in_words.in_words,
    working_along.in_words,
    newest.in_words,
    day_told.in_words,
    unasked.in_words,
    arranging.closes,
    due_in_words.in_words,
    evidence_wrong.in_words,
    old_to_new.in_words,
    taken_back.in_words,
    of_another.in_words,
    of_somebody.in_words,
    named_slip.in_words,
    enter_for.in_words,
    refusing.in_words,
    taking_over.in_words,
    done_by.in_words,
    praise.passes_on,
    beside_why.in_words,
    explain.of_unit,
    demanded.in_words,
    stopping.in_words,
    taking_back.in_words,
    changing.in_words,
    by_title.in_words,
    withdrawn.in_words,
    leaving.in_words,
    handover.in_words,
    not_mine.in_words,
    pressing.in_words,
    relaying.in_words,
    adding.in_words,
    handed_in.in_words,
    directives.in_words,
    spoken.in_words,
    unaddressed.in_words,
    facts_first.in_words,
    praise.in_words,
    meant.asks_who,
    offering.in_words,
    milestones.in_words,
    supplement.in_words,
    moving_due.in_words,
    withdrawing.in_words,
    closing.in_words,
    helping.in_words,
    asked_around.in_words,
    arranging.in_words,
    extend.in_words,
    not_applicable.in_words,
    titled.in_words,
    mended.in_words,
    obstacle.in_words,
    asked.in_words,
    explain.in_words,
    meant.in_words,
)
"""What is looked for in free words before they are read as a report."""
