"""Plays without end and prints the number of every acknowledged command: `writer_script.py FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from small_play import SEED, open_play, plan, small_bundle

from game.session.session import Session


def main() -> None:
    session = Session.create(Path(sys.argv[1]), small_bundle(), seed=SEED)
    open_play(session)
    count = 0
    while True:
        if count % 25 == 24 and session.state.turn < 5:
            outcome = session.submit("clock", "advance", source="clock", cmd_id=f"c{count}")
        elif count % 25 < 4:
            outcome = session.submit(*plan(session.state.day)[count % 25], cmd_id=f"c{count}")
        else:
            outcome = session.submit(
                "squad", "message_seat", {"to": ["director"], "text": f"第{count}条"}, cmd_id=f"c{count}"
            )
        if outcome.accepted:
            print(outcome.seq, count, flush=True)
        count += 1


main()
