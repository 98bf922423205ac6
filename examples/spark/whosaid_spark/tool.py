"""The tool's binary: where it is, and a process of it that answers lines with lines."""

import contextlib
import os
import resource
import select
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

NAME = "whosaid"
_CHUNK = 1 << 20
_UNTOUCHED = 128 << 20  # bytes that a program in Go maps and does not use


class ToolError(Exception):
    """The tool is not there, or does not start: no record is to blame, and the task must fail."""


class Died(Exception):
    """The process ended, or was ended, before it had answered. The text is the reason."""


@dataclass(frozen=True)
class Tool:
    """How to run the binary. It is sent to the tasks, so it holds values only."""

    path: str | None = None
    """Where it is; without it $WHOSAID, what --files shipped, and the path are tried."""
    arguments: Sequence[str] = field(default=())
    """Flags of ``whosaid stream``, such as ("--only", "quotes")."""
    memory: int = 280 << 20
    """Bytes of data that it may map, of which some two thirds become resident: a record that needs more ends the
    process, and is a dead letter. The default is enough for texts of 1 MB."""
    patience: float = 300.0
    """Seconds without an answer after which a process is taken for stuck."""

    def command(self) -> list[str]:
        """The command line. Raises ToolError if there is no binary."""
        return [find(self.path), "stream", *self.arguments]

    def start(self) -> "Process":
        """Starts a process that has answered once. Raises ToolError if it does not."""
        return Process(self.command(), self.memory, self.patience)


def find(path: str | None = None) -> str:
    """The binary: the one named, $WHOSAID, shipped with --files, in the working folder, or on the path."""
    places = [path] if path else [os.environ.get("WHOSAID"), _shipped(), f"./{NAME}", shutil.which(NAME)]
    for place in places:
        if place and Path(place).is_file():
            return _executable(os.path.abspath(place))
    raise ToolError(f"no {NAME} at {', '.join(p for p in places if p)}: ship it with --files, or set $WHOSAID")


def _shipped() -> str | None:
    try:
        from pyspark import SparkFiles

        return str(SparkFiles.get(NAME))
    except Exception:  # not in a task, where Spark has no folder of files
        return None


def _executable(place: str) -> str:
    """The file itself, or a copy that may be run: some stores forget that a file was a program."""
    if os.access(place, os.X_OK):
        return place
    copy = os.path.join(tempfile.mkdtemp(prefix="whosaid-"), NAME)
    shutil.copyfile(place, copy)
    os.chmod(copy, 0o755)
    return copy


class Process:
    """One running tool. Not for several threads.

    ``send`` never blocks: the caller bounds how much is under way. Answers come in the order of the lines.
    """

    def __init__(self, command: Sequence[str], memory: int, patience: float) -> None:
        environment = os.environ | {"GOMAXPROCS": "1", "GOMEMLIMIT": str(memory - _UNTOUCHED)}
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
            )
        except OSError as error:
            raise ToolError(f"{command[0]} cannot be started: {error}") from error
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._in, self._out, self._errors = self._process.stdin, self._process.stdout, self._process.stderr
        self._patience = patience
        self._outgoing: SimpleQueue[bytes | None] = SimpleQueue()
        self._lines: list[bytes] = []  # that were read and not taken, the last first
        self._rest: list[bytes] = []  # of a line that has not ended
        self._said: list[str] = []
        self._threads = [threading.Thread(target=f, daemon=True) for f in (self._write, self._listen)]
        for thread in self._threads:
            thread.start()
        self._limit(memory)
        self._probe()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, line: bytes) -> None:
        """Sends a line, without its end."""
        self._outgoing.put(line)

    def receive(self) -> bytes:
        """The next answer, without its end. Raises Died if there will be none."""
        while not self._lines:
            self._read()
        return self._lines.pop()

    def close(self) -> None:
        """Ends the process, whatever it does."""
        self._outgoing.put(None)
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._in, self._out, self._errors):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def _limit(self, memory: int) -> None:
        if hasattr(resource, "prlimit"):  # Linux
            try:
                resource.prlimit(self.pid, resource.RLIMIT_DATA, (memory, memory))
            except ProcessLookupError:
                pass  # the probe says why

    def _probe(self) -> None:
        """Makes sure that the tool works, before a record is blamed for its end."""
        try:
            self.send(b"-")
            self.receive()
        except Died as died:
            self.close()
            raise ToolError(f"{self._process.args!r} does not work: {died}") from died

    def _read(self) -> None:
        if not select.select([self._out], [], [], self._patience)[0]:
            self._process.kill()
            raise Died(f"no answer in {self._patience:.0f} seconds")
        chunk = os.read(self._out.fileno(), _CHUNK)
        if not chunk:
            raise Died(self._why())
        first, *others = chunk.split(b"\n")
        self._rest.append(first)
        if others:
            *whole, rest = others
            self._lines = [b"".join(self._rest), *whole][::-1]
            self._rest = [rest]

    def _write(self) -> None:
        try:
            while (line := self._outgoing.get()) is not None:
                self._in.write(line + b"\n")
                if self._outgoing.empty():
                    self._in.flush()
            self._in.close()
        except (BrokenPipeError, ValueError):
            pass  # it died: receive says so

    def _listen(self) -> None:
        """Keeps what the process says of its end, and lets it say the rest."""
        for raw in self._errors:
            line = raw.decode(errors="replace").strip()
            if len(self._said) < 8 and line.startswith(("panic:", "fatal error:", "runtime:", "whosaid:", "Error")):
                self._said.append(line)

    def _why(self) -> str:
        code = self._process.wait()
        self._threads[1].join()
        ended = f"the tool was ended by signal {-code}" if code < 0 else f"the tool ended with status {code}"
        return ": ".join([ended, *self._said[:2]])
