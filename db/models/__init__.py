"""The tables, by noun. Names follow docs/glossary.md; rows that record what was said are only added to."""

from db.models.base import Base
from db.models.channel import Inbox, Outbox, Question
from db.models.clock import Alarm, Audit, Pulse, Reminder, SpecialDay
from db.models.decided import (
    Confirmation,
    Decline,
    Explanation,
    Extension,
    LateFigure,
    NotApplicableRow,
    Reopening,
)
from db.models.plan import Directive, Field, Item, Plan, TargetRow
from db.models.said import Evidence, Figure, Obstacle, Progress
from db.models.ward import Chat, CodeTry, Handover, Invitation, Leave, Person, Role, Unit, Ward

__all__ = [
    "Alarm",
    "Audit",
    "Base",
    "Chat",
    "CodeTry",
    "Confirmation",
    "Decline",
    "Directive",
    "Evidence",
    "Explanation",
    "Extension",
    "Field",
    "Figure",
    "Handover",
    "Inbox",
    "Invitation",
    "Item",
    "LateFigure",
    "Leave",
    "NotApplicableRow",
    "Obstacle",
    "Outbox",
    "Person",
    "Plan",
    "Progress",
    "Pulse",
    "Question",
    "Reminder",
    "Reopening",
    "Role",
    "SpecialDay",
    "TargetRow",
    "Unit",
    "Ward",
]
