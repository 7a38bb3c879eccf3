"""A conversation must work, and stay, on one computer: the network is out of reach.

``socket.socket`` itself is left alone, because asyncio wakes itself through a pair of
sockets. What would leave the computer, or let somebody in, is refused and remembered.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import pytest


class NetworkUsedError(AssertionError):
    """Something tried to look up, reach or be a computer on the network."""


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Refuse connect, bind and getaddrinfo; fail the test afterwards if any was tried.

    Yields the names of what was tried, so far none.
    """
    tried: list[str] = []

    def refuse(name: str) -> Callable[..., NoReturn]:
        def refused(*_arguments: Any, **_options: Any) -> NoReturn:
            tried.append(name)
            raise NetworkUsedError(f"socket.{name} was called")

        return refused

    real_pair = socket.socketpair
    blocked = pytest.MonkeyPatch()

    def block() -> None:
        for name in ("bind", "connect", "connect_ex"):
            blocked.setattr(socket.socket, name, refuse(name))
        blocked.setattr(socket, "getaddrinfo", refuse("getaddrinfo"))

    def pair(*arguments: Any, **options: Any) -> Any:
        # Windows has no socketpair: Python binds and connects two sockets of this process.
        blocked.undo()
        try:
            return real_pair(*arguments, **options)
        finally:
            block()

    monkeypatch.setattr(socket, "socketpair", pair)
    block()
    yield tried
    blocked.undo()
    assert tried == []
