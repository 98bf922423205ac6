"""The processes of a run, as Linux shows them below /proc: what they are, what they take, and how one is killed."""

import os
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

EXECUTOR = "CoarseGrainedExecutorBackend"


@dataclass(frozen=True)
class Running:
    """A process: its number, that of its parent, its command line, and what it takes: bytes of resident memory."""

    pid: int
    parent: int
    command: tuple[str, ...]
    resident: int
    seconds: float  # of processor time, with those of the processes that it has waited for


def running() -> dict[int, Running]:
    """All processes that can be seen."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = tuple((folder / "cmdline").read_bytes().decode(errors="replace").split("\0"))
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            pages = int((folder / "statm").read_text().split()[1])
        except (OSError, IndexError):  # it has ended
            continue
        found[int(folder.name)] = Running(
            int(folder.name), int(stat[1]), command, pages * os.sysconf("SC_PAGE_SIZE"),
            sum(map(int, stat[11:15])) / os.sysconf("SC_CLK_TCK"))
    return found


def below(pid: int) -> list[Running]:
    """The processes that a process has started, and those that they have."""
    everyone = running()

    def descends(one: Running) -> bool:
        while one.parent in everyone and one.pid != pid:
            if one.parent == pid:
                return True
            one = everyone[one.parent]
        return False

    return [one for one in everyone.values() if descends(one)]


def spent() -> tuple[float, float]:
    """The processor time, in seconds, of the processes that this one has started: those that it has waited for, as the
    tool alone, and those that still run, as Spark and all that it has started."""
    return sum(os.times()[2:4]), sum(one.seconds for one in below(os.getpid()))


def kill_executor() -> int:
    """Kills one executor that this process has started, at once, and returns its number; 0 if there is none."""
    for one in below(os.getpid()):
        if any(EXECUTOR in word for word in one.command) and "java" in one.command[0]:
            os.kill(one.pid, signal.SIGKILL)
            return one.pid
    return 0


def _answers(one: Running) -> bool:
    """Whether a process is one of the tool that answers records."""
    return Path(one.command[0]).name == "whosaid" and "stream" in one.command


class Memory(threading.Thread):
    """Notes the most resident memory of a task: its process of Python and its process of the tool."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._seen: set[int] = set()
        self.python = self.tool = self.task = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.2):
            started = {one.pid: one for one in below(os.getpid())}
            for tool in filter(_answers, started.values()):
                self._seen.add(tool.pid)
                worker = started.get(tool.parent)
                if worker:
                    self.python, self.tool = max(self.python, worker.resident), max(self.tool, tool.resident)
                    self.task = max(self.task, worker.resident + tool.resident)

    def end(self) -> None:
        """Stops noting."""
        self._over.set()
        self.join()

    def left(self) -> list[int]:
        """The numbers of the processes of the tool that were seen, and still run."""
        return [one.pid for one in running().values() if one.pid in self._seen and _answers(one)]
