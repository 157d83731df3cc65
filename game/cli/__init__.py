"""The command line: `tonghe` and `python -m game`.

Exit codes: 0 done, 1 findings, 2 wrong usage, 3 bad input, 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from game.cli.output import BAD_INPUT, INTERRUPTED, CliError, complain, prepare_streams, write_crash

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nobody ever sees a traceback."""
    prepare_streams()
    try:
        if not (sys.argv[1:] if argv is None else argv):  # nothing to parse: the window comes at once
            from game.cli.desktop import start

            return start()
        from game.cli.parser import build_parser

        options = build_parser().parse_args(argv)
        return int(options.run(options))
    except SystemExit as leaving:  # argparse has said what there is to say
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except CliError as error:
        complain(str(error))
        return error.code
    except KeyboardInterrupt:
        complain("已中断。已保存的内容都在。")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the last guard before the user
        from game.session.errors import SessionError

        if isinstance(error, SessionError):
            complain(str(error))
        else:
            complain(write_crash(error))
        return BAD_INPUT
