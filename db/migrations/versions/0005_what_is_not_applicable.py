"""What does not concern the ward has a table of its own: it stood among the figures that came late"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.types import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SAID = ("ward_id", "item_id", "period", "person_id", "entered_by_id", "inbox_id", "at", "reason")
_SAME = (*_SAID, "state", "decided_by_id", "decided_at", "words")


def upgrade() -> None:
    op.create_table(
        "not_applicable",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=12), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("entered_by_id", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name=op.f("fk_not_applicable_decided_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["person.id"], name=op.f("fk_not_applicable_entered_by_id_person")
        ),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_not_applicable_inbox_id_inbox")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_not_applicable_item_id_item")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_not_applicable_person_id_person")
        ),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_not_applicable_ward_id_ward")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_applicable")),
    )
    with op.batch_alter_table("not_applicable", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_not_applicable_item_id"), ["item_id"], unique=False)
        batch_op.create_index("ix_not_applicable_ward_id_state", ["ward_id", "state"], unique=False)
    _take_over()


def _take_over() -> None:
    """With their numbers: buttons that wait for an answer bear them."""
    bind = op.get_bind()
    late, own = _late_figure(), _own()
    for row in bind.execute(sa.select(late).order_by(late.c.id)).mappings().all():
        if (row["spec"] or {}).get("state") == "not_applicable":
            same = {name: row[name] for name in ("id", *_SAME)}
            bind.execute(own.insert().values(**same, since=row["as_of"]))
            bind.execute(late.delete().where(late.c.id == row["id"]))
    if bind.dialect.name == "postgresql":
        sequence, last = sa.func.pg_get_serial_sequence("not_applicable", "id"), sa.func.max(own.c.id)
        bind.execute(sa.select(sa.func.setval(sequence, sa.func.coalesce(last, 1), last.is_not(None))))


def downgrade() -> None:
    bind = op.get_bind()
    late, own = _late_figure(), _own()
    spec = {"state": "not_applicable", "estimate": False, "value": None, "numerator": None}
    spec |= {"denominator": None, "reads": None, "words": None}
    for row in bind.execute(sa.select(own).order_by(own.c.id)).mappings().all():
        same = {name: row[name] for name in _SAME}
        bind.execute(late.insert().values(**same, as_of=row["since"], spec=spec, channel=""))
    with op.batch_alter_table("not_applicable", schema=None) as batch_op:
        batch_op.drop_index("ix_not_applicable_ward_id_state")
        batch_op.drop_index(batch_op.f("ix_not_applicable_item_id"))
    op.drop_table("not_applicable")


def _late_figure() -> sa.TableClause:
    columns: list[sa.ColumnClause[object]] = [sa.column(name) for name in ("id", *_SAME, "channel")]
    return sa.table("late_figure", *columns, sa.column("as_of", sa.Date()), sa.column("spec", sa.JSON()))


def _own() -> sa.TableClause:
    return sa.table(
        "not_applicable", *[sa.column(name) for name in ("id", *_SAME)], sa.column("since", sa.Date())
    )
