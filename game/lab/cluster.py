"""Runs of a series on the machines of a Dask cluster instead of this one's processes; needs the extra `cluster`."""

from __future__ import annotations

import socket
from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

PATIENCE = 20
"""Seconds the cluster may take to answer."""


class ClusterError(RuntimeError):
    """The cluster cannot be used; the message says why and what helps, in Chinese."""


def version() -> str:
    """Return the version of the program; asked of every worker."""
    from game import __version__

    return __version__


def played(address: str, play: Callable[[J], R], work: Sequence[J]) -> Generator[tuple[int, R]]:
    """Yield (number of the job, what it came to) as the workers at `address` finish them.

    `ClusterError` where the extra is missing, nobody answers, no worker is there or one runs another version.
    Closing the iterator cancels what has not begun.
    """
    try:
        from dask.distributed import Client, as_completed
        from distributed.comm import get_address_host_port
    except ImportError as error:
        raise ClusterError('没有装 Dask。请先运行：python -m pip install "tonghe[cluster]"') from error
    try:
        # A client that nobody answers leaves its thread behind; whoever listens is asked plainly first
        socket.create_connection(get_address_host_port(address), PATIENCE).close()
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(f"连不上 {address}：{error}。请检查地址，并确认调度器已经启动。") from error
    with client:
        _check(client)
        waiting = {client.submit(play, job, pure=False, retries=1): number for number, job in enumerate(work)}
        try:
            for future in as_completed(list(waiting), loop=client.loop):
                yield waiting[future], future.result()
        finally:
            client.cancel(list(waiting))


def _check(client: Any) -> None:
    try:
        found = client.run(version)
    except Exception as error:  # a worker without the program fails in its own way
        raise ClusterError(f"工作机上没有装好本程序：{error}。请在每台工作机上装同一版本。") from error
    if not found:
        raise ClusterError("这个集群上还没有工作机。请先启动：dask worker 地址")
    for worker, theirs in found.items():
        if theirs != version():
            raise ClusterError(f"工作机 {worker} 上是 {theirs} 版，这里是 {version()} 版。请装同一版本。")
