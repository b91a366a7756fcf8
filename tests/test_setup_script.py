"""The script ./giaoban: makes its environment once, survives interruptions, says what a machine lacks."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
OK = (0, "")
Answer = tuple[int, str]


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, at home in a folder of its own whose name has a space."""
    loader = SourceFileLoader("giaoban_script", str(ROOT / "giaoban"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    home = tmp_path / "giao ban"
    home.mkdir()
    for name in ("NEEDS", "NEEDS_OF_TESTS", "INSTALLER"):
        path = home / getattr(module, name).name
        path.write_text(f"{name.lower()}==1.0\n")
        monkeypatch.setattr(module, name, path)
    monkeypatch.setattr(module, "ROOT", home)
    monkeypatch.setattr(module, "VENV", home / ".venv")
    return module


class Machine:
    """Stands in for starting programs: remembers the commands, makes a .venv, answers what is set."""

    def __init__(self, **answers: Answer) -> None:
        self.answers = answers
        self.done: list[str] = []
        self.env: dict[str, dict[str, str]] = {}
        self.before: Callable[[str], None] = lambda name: None

    def __call__(self, command: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        name = self._name(command)
        self.before(name)
        self.done.append(name)
        self.env[name] = env
        if name == "venv":
            make_venv(Path(command[-1]))
        code, output = self.answers.get(name, OK)
        return subprocess.CompletedProcess(command, code, output, "")

    @staticmethod
    def _name(command: list[str]) -> str:
        words = [word for word in command if word in {"venv", "uv", "pip", "config"}]
        needs = Path(command[-1]).name if "-r" in command else ""
        hashed = "" if "--require-hashes" in command or not needs else " UNHASHED"
        return " ".join(filter(None, ["uv" if "uv" in words else words[-1], needs])) + hashed


def make_venv(venv: Path) -> None:
    (venv / "bin").mkdir(parents=True, exist_ok=True)
    python = venv / "bin" / "python"
    python.unlink(missing_ok=True)
    python.symlink_to(sys.executable)
    (venv / "pyvenv.cfg").write_text(f"home = x\nexecutable = {os.path.realpath(sys.executable)}\n")


def prepare(script: ModuleType, machine: Machine, *needs: Path) -> list[str]:
    machine.done.clear()
    script.prepare(script.VENV, list(needs) or [script.NEEDS], machine)
    return machine.done


def test_the_first_run_makes_the_environment_with_uv(script: ModuleType) -> None:
    done = prepare(script, Machine())
    assert done == ["venv", "pip requirements-uv.txt", "config", "uv requirements.txt"]
    assert script.is_ready(script.VENV, script.NEEDS)


def test_the_second_run_does_nothing(script: ModuleType) -> None:
    machine = Machine()
    prepare(script, machine)
    assert prepare(script, machine) == []


def test_tests_add_their_own_requirements_to_what_is_there(script: ModuleType) -> None:
    machine = Machine()
    prepare(script, machine)
    done = prepare(script, machine, script.NEEDS, script.NEEDS_OF_TESTS)
    assert "venv" not in done
    assert done[-1] == "uv requirements-dev.txt"


def test_changed_requirements_are_installed_into_the_same_environment(script: ModuleType) -> None:
    machine = Machine()
    prepare(script, machine)
    script.NEEDS.write_text("needs==2.0\n")
    assert not script.is_ready(script.VENV, script.NEEDS)
    assert prepare(script, machine)[-1] == "uv requirements.txt"
    assert "venv" not in machine.done


@pytest.mark.parametrize("failing", ["pip requirements-uv.txt", "uv requirements.txt"])
def test_pip_installs_the_same_hashes_where_uv_cannot(script: ModuleType, failing: str) -> None:
    done = prepare(script, Machine(**{failing: (1, "no such wheel")}))
    assert done[-1] == "pip requirements.txt"
    assert script.is_ready(script.VENV, script.NEEDS)


def test_an_interrupted_set_up_starts_afresh(script: ModuleType) -> None:
    machine = Machine()

    def power_cut(name: str) -> None:
        if name.startswith("uv"):
            raise KeyboardInterrupt

    machine.before = power_cut
    with pytest.raises(KeyboardInterrupt):
        prepare(script, machine)
    assert not script.is_ready(script.VENV, script.NEEDS)
    machine.before = lambda name: None
    assert prepare(script, machine)[0] == "venv"
    assert script.is_ready(script.VENV, script.NEEDS)


def test_an_environment_whose_python_was_upgraded_away_is_made_anew(
    script: ModuleType, tmp_path: Path
) -> None:
    machine = Machine()
    prepare(script, machine)
    newer = tmp_path / "python3.99"
    shutil.copy(os.path.realpath(sys.executable), newer)
    python = script.VENV / "bin" / "python"
    python.unlink()
    python.symlink_to(newer)
    assert prepare(script, machine)[0] == "venv"


def test_two_at_once_install_once(script: ModuleType) -> None:
    machine, inside = Machine(), threading.Barrier(2, timeout=5)

    def meet(name: str) -> None:
        if name == "venv":
            inside.wait()

    machine.before = meet
    threads = [
        threading.Thread(target=script.prepare, args=(script.VENV, [script.NEEDS], machine)) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    inside.wait()
    for thread in threads:
        thread.join(timeout=5)
    assert machine.done.count("venv") == 1
    assert machine.done.count("uv requirements.txt") == 1


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: Failed to establish a new connection", "nối mạng rồi chạy lại"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "không khớp mã kiểm tra"),
        ("[Errno 28] No space left on device", "Ổ đĩa đã đầy"),
    ],
)
def test_a_failed_install_says_why_and_what_to_do(script: ModuleType, output: str, sentence: str) -> None:
    failure = (1, output)
    machine = Machine(**{"pip requirements-uv.txt": failure, "pip requirements.txt": failure})
    with pytest.raises(script.SetUpError, match=sentence):
        prepare(script, machine)
    assert not script.is_ready(script.VENV, script.NEEDS)


def test_a_machine_without_venv_is_told_what_to_install(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(script.SetUpError, match=f"apt install python{version}-venv"):
        prepare(script, Machine())


def test_a_folder_that_cannot_be_written_is_named(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(script.VENV))

    monkeypatch.setattr(script, "prepare", refuse)
    assert script.main(["check"]) == 1
    assert f"Không ghi được vào {script.ROOT}" in capsys.readouterr().err


def test_uv_is_told_what_pip_is_set_to(script: ModuleType) -> None:
    listing = "\n".join(
        [
            ":env:.index-url='https://mirror.example/simple'",
            "global.cert='/etc/ca.pem'",
            "global.find-links='/a /b'",
            "global.index-url='https://other.example/simple'",
            "global.timeout='60'",
        ]
    )
    assert script.settings_of_pip(listing) == {
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "SSL_CERT_FILE": "/etc/ca.pem",
        "UV_FIND_LINKS": "/a,/b",
    }


# --- as a process ---------------------------------------------------------------------------------


@pytest.fixture
def ready_home(tmp_path: Path) -> Path:
    """A folder with the script, an environment that is ready, and a program that shows what it was given."""
    home = tmp_path / "giao ban"
    (home / "bot").mkdir(parents=True)
    shutil.copy(ROOT / "giaoban", home)
    (home / "bot" / "__init__.py").touch()
    (home / "bot" / "__main__.py").write_text(
        "import os, sys, time\n"
        "print(sys.argv[1:], os.getcwd(), flush=True)\n"
        "time.sleep(60) if 'wait' in sys.argv else sys.exit(7)\n"
    )
    make_venv(home / ".venv")
    needs = home / "requirements.txt"
    needs.write_text("")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (home / ".venv" / "requirements.txt.sha256").write_text(empty)
    return home


@pytest.mark.skipif(os.name == "nt", reason="POSIX paths")
def test_arguments_and_exit_code_pass_through_from_any_folder(ready_home: Path, tmp_path: Path) -> None:
    (tmp_path / "bot.py").write_text("raise SystemExit('the wrong bot')")
    command = [sys.executable, str(ready_home / "giaoban"), "load", "kế hoạch.xlsx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (7, "")
    assert done.stdout == f"['load', 'kế hoạch.xlsx'] {tmp_path}\n"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_the_signal_that_stops_the_script_stops_the_program(ready_home: Path) -> None:
    command = [sys.executable, str(ready_home / "giaoban"), "wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == -signal.SIGTERM


# --- the requirements ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "requirements-uv"])
def test_every_requirement_is_pinned_and_hashed_and_names_no_host(name: str) -> None:
    pinned = (ROOT / f"{name}.txt").read_text()
    assert "://" not in pinned
    entries = pinned.replace("\\\n", " ").splitlines()
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    said = [line for line in (ROOT / f"{name}.in").read_text().splitlines() if not line.startswith("#")]
    wanted = {line.split("[")[0].split(">")[0].split(";")[0].strip().lower() for line in said}
    assert wanted <= {entry.split("==")[0] for entry in entries}
