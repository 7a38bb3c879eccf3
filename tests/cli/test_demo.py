"""demo in a terminal: the app on a store that is gone afterwards, however it ends."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from giz_gesprek.cli import main
from giz_gesprek.cli.commands import demo as demo_command
from giz_gesprek.store import Store
from tests.support.example import both_visits
from tests.support.program import ROOT
from tests.support.waiting import LONGEST_WAIT


def test_demo_in_a_terminal_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def start(
        store_path: Path, _library: object, *, language: str, passphrase: str, demo: bool
    ) -> int:
        seen.append(store_path)
        assert demo
        assert language == "nl"
        with Store.open(store_path, passphrase) as store:
            dossier = store.read(store.families()[0].id)
        *earlier, prepared = dossier.conversations
        assert dossier.family == both_visits().family
        assert tuple(earlier) == both_visits().conversations
        assert prepared.state == "prepared"
        assert prepared.views == ()
        if os.name == "posix":
            assert stat.S_IMODE(store_path.parent.stat().st_mode) == 0o700
        return 0

    monkeypatch.setattr(demo_command, "in_a_terminal", lambda: True)
    monkeypatch.setattr(demo_command, "start", start)
    assert main(["demo"]) == 0
    assert [path.parent.exists() for path in seen] == [False]


@pytest.mark.needs_posix("signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_demo_that_is_ended_from_outside_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from giz_gesprek.cli import main\n"
        "from giz_gesprek.cli.commands import demo\n"
        "demo.in_a_terminal = lambda: True\n"
        "def start(path, *_arguments, **_options):\n"
        "    print(path.parent, flush=True)\n"
        "    time.sleep(600)\n"
        "demo.start = start\n"
        "sys.exit(main(['demo']))\n"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(  # our own program
        [sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT, env=environment
    ) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().decode().strip())
        assert folder.is_relative_to(tmp_path)
        assert folder.is_dir()
        process.send_signal(signal.Signals[name])
        assert process.wait(LONGEST_WAIT) == 128 + signal.Signals[name]
    assert not folder.exists()
