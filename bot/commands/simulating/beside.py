"""Work in a process of its own, beside this one: two cores play a year and its week at the same time."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")


def begin(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin `work`, which hands over what can be pickled; call what is returned to wait for it.

    The other process is a copy of this one as it stands now. Windows cannot copy a process, and macOS not
    safely: there the work is done when it is waited for. RuntimeError when the work failed.
    """
    if sys.platform != "linux":
        return work
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(work, there), daemon=True)
    process.start()
    there.close()

    def result() -> Result:
        try:
            found: Result = here.recv()
        except EOFError:
            raise RuntimeError("the work beside has failed; what went wrong stands above") from None
        finally:
            process.join()
        return found

    return result


def _work(work: Callable[[], Result], there: Connection) -> None:
    there.send(work())
