"""A real window: an X server without a monitor, the program on it, a real mouse and real keys."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("desktop")

from desktop import Hand, Screen, missing  # noqa: E402 - found through the path above

from game.bots.table import Table  # noqa: E402
from game.session.library import load_scenario  # noqa: E402
from game.session.session import Session  # noqa: E402

SEED = 20190902


@pytest.fixture(scope="session", autouse=True)
def _needs() -> None:
    """Skip where this machine cannot show a window; `.ci/run` installs what is needed where it may."""
    if lacks := missing():
        pytest.skip(f"no real window without: {lacks}")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Hand]]:
    """Open the program on a screen of its own, over a data folder of its own."""
    with ExitStack() as stack:

        def begun(*arguments: str, size: tuple[int, int] = (1440, 900), lang: str = "zh") -> Hand:
            screen = stack.enter_context(Screen(tmp_path / "screen", size))
            return stack.enter_context(Hand(screen, tmp_path / "data", *arguments, lang=lang))

        yield begun


@pytest.fixture
def continued(tmp_path: Path, start) -> Callable[..., Hand]:
    """Open the program over a session that was left: bots played every seat for some turns, then the person comes back."""

    def begun(
        scenario: str, turns: int, *, policy: str = "integrated", stop: Callable[..., bool] | None = None
    ) -> Hand:
        made = load_scenario(scenario)
        assert made.scenario is not None
        seat = made.scenario.default_seat or made.scenario.seats[0].id
        folder = tmp_path / "data" / "sessions"
        folder.mkdir(parents=True)
        path = folder / f"{made.scenario.id}--{seat}--20190902-080000.tonghe"
        with Session.create(path, dict(made.bundle), seed=SEED, humans={seat}) as session:
            table = Table(session, policy, people={seat})
            table.open()
            for _ in range(turns):
                table.play_seat(seat)
                table.advance()
                if stop is not None and stop(session):
                    break
        settings = f'format = 1\ntheme = "light"\nconfirm_end = true\nrecent = ["{path.as_posix()}"]\n'
        (tmp_path / "data" / "settings.toml").write_text(settings, encoding="utf-8")
        hand = start()
        hand.click("home.continue")
        hand.see("turn.end")
        return hand

    return begun


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Callable[[Hand], Session]]:
    """Return the session as its file says, while the program still has it open."""
    with ExitStack() as stack:

        def opened(hand: Hand) -> Session:
            copy = tmp_path / "copy.tonghe"
            for suffix in ("", "-wal", "-shm"):
                source = Path(f"{hand.session_file()}{suffix}")
                if source.exists():
                    shutil.copyfile(source, f"{copy}{suffix}")
            return stack.enter_context(Session.open(copy))

        yield opened
