"""Several processes on one PostgreSQL: when one is killed, nothing is lost, doubled or out of order."""

from __future__ import annotations

from pathlib import Path

import psycopg
from sqlalchemy import make_url

from bench.torture import Torture


def test_a_process_that_dies_is_replaced_by_the_others_without_anybody_doing_anything(
    postgres_url: str, tmp_path: Path
) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE several")
    url = make_url(postgres_url).set(database="several").render_as_string(hide_password=False)
    torture = Torture(messages=90, kills=1, seed=3, rate=9, processes=3)
    found = torture.run(tmp_path, url)
    logs = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("log-*"))
    assert found.kept, f"{found}\n{logs}"
