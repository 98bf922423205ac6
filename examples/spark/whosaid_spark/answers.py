"""Answers to any number of requests from one process, which is started again if it dies."""

import json
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Protocol

from .tool import Died

WINDOW = 64  # requests under way
WINDOW_BYTES = 4 << 20  # and their bytes; one that is larger goes alone
LONGEST = 16 << 20  # bytes of a request; a longer one is not sent


class Conversation(Protocol):
    """What is asked of a process, see tool.Process."""

    def send(self, line: bytes) -> None: ...
    def receive(self) -> bytes: ...
    def close(self) -> None: ...


class Answerer:
    """Keeps one process over all requests.

    Where the process dies, the requests that it has not answered are sent to a new one, in halves, until the one
    that kills it is alone. Its answer is then {"error": reason}; all others have the answers they would have had.
    """

    def __init__(self, start: Callable[[], Conversation]) -> None:
        self._start = start
        self._process = start()
        self.restarts = 0

    def __enter__(self) -> "Answerer":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.close()

    def answers(self, requests: Iterable[bytes]) -> Iterator[bytes]:
        """One answer for each request, in order. It takes no further request while too much is under way, and
        nothing happens while no answer is taken, so that a slow reader slows down everything."""
        waiting: deque[bytes] = deque()
        for request in requests:
            while _full(waiting, request):
                yield from self._some(waiting)
            if len(request) > LONGEST:
                yield dead(f"the record has {len(request)} bytes, limit {LONGEST}")
                continue
            self._process.send(request)
            waiting.append(request)
        while waiting:
            yield from self._some(waiting)

    def _some(self, waiting: deque[bytes]) -> Iterator[bytes]:
        """The next answer; all of them if the process died."""
        try:
            answer = self._process.receive()
        except Died:
            left = list(waiting)
            waiting.clear()
            self._restart()
            yield from self._halves(left)
        else:
            waiting.popleft()
            yield answer

    def _restart(self) -> None:
        self._process.close()
        self._process = self._start()
        self.restarts += 1

    def _halves(self, requests: Sequence[bytes]) -> Iterator[bytes]:
        """Answers requests one of which killed a process."""
        if len(requests) == 1:
            yield self._alone(requests[0])
            return
        middle = len(requests) // 2
        yield from self._attempt(requests[:middle])
        yield from self._attempt(requests[middle:])

    def _attempt(self, requests: Sequence[bytes]) -> Iterator[bytes]:
        """Answers requests of which the process at hand has seen none."""
        for request in requests:
            self._process.send(request)
        for done in range(len(requests)):
            try:
                answer = self._process.receive()
            except Died:
                self._restart()
                yield from self._halves(requests[done:])
                return
            yield answer

    def _alone(self, request: bytes) -> bytes:
        """Answers a request in a process that has seen no other."""
        try:
            self._process.send(request)
            return self._process.receive()
        except Died as died:
            self._restart()
            return dead(str(died))


def _full(waiting: Collection[bytes], request: bytes) -> bool:
    """Whether an answer must be taken before the request is sent."""
    return bool(waiting) and (len(waiting) >= WINDOW or sum(map(len, waiting)) + len(request) > WINDOW_BYTES)


def dead(reason: str) -> bytes:
    """The answer to a request that has no other."""
    return json.dumps({"error": reason}).encode()
