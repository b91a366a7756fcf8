"""Alembic's environment: runs the migrations on the connection that db/schema.py hands over."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from db.models import Base
from db.types import Exact, Moment


def _render(kind: str, value: Any, autogen: Any) -> str | Literal[False]:
    if kind == "type" and isinstance(value, (Exact, Moment)):
        autogen.imports.add("from db.types import Exact, Moment")
        return f"{type(value).__name__}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_render,
)
with context.begin_transaction():
    context.run_migrations()
