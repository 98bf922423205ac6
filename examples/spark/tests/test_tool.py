"""A process of the tool, and one that is always there."""

import json
import os
from pathlib import Path

import pytest

from whosaid_spark.answers import LONGEST, WINDOW, Answerer
from whosaid_spark.tool import Died, Process, Tool, ToolError, find

FAKE = Path(__file__).with_name("fake_tool.py")
MEMORY = 1 << 30


def start() -> Process:
    return Process([str(FAKE)], MEMORY, 20)


def words(answers: list[bytes]) -> list[str]:
    return [json.loads(a).get("answer") or json.loads(a)["error"] for a in answers]


def test_answers_come_in_order_from_one_process() -> None:
    with Answerer(start) as answerer:
        asked = [f"line {i} Zoë".encode() for i in range(5 * WINDOW)]
        answers = list(answerer.answers(asked))
        assert words(answers) == [a.decode() for a in asked]
        assert len({json.loads(a)["pid"] for a in answers}) == 1
        assert list(answerer.answers([])) == []
        assert words(list(answerer.answers([b"more"]))) == ["more"]
        assert answerer.restarts == 0


@pytest.mark.parametrize("at", [0, 1, 40, 99])
def test_the_record_that_kills_is_found_and_all_others_are_answered(at: int) -> None:
    asked = [b"line %d" % i for i in range(100)]
    asked[at] = b"kill"
    with Answerer(start) as answerer:
        answers = words(list(answerer.answers(asked)))
    assert answers[at] == "the tool ended with status 3: whosaid: no more"
    assert [a for i, a in enumerate(answers) if i != at] == [a.decode() for i, a in enumerate(asked) if i != at]


def test_many_that_kill() -> None:
    asked = [b"kill" if i % 7 == 0 else b"line %d" % i for i in range(30)]
    with Answerer(start) as answerer:
        answers = words(list(answerer.answers(asked)))
    assert [i for i, a in enumerate(answers) if a.startswith("the tool ended")] == [0, 7, 14, 21, 28]


def test_nothing_happens_while_no_answer_is_taken() -> None:
    taken = 0

    def requests() -> object:
        nonlocal taken
        for i in range(10 * WINDOW):
            taken += 1
            yield b"line %d" % i

    with Answerer(start) as answerer:
        answers = answerer.answers(requests())  # type: ignore[arg-type]
        next(answers)
        assert taken == WINDOW + 1
        next(answers)
        assert taken <= WINDOW + 2


def test_one_that_says_nothing_is_ended() -> None:
    with Answerer(lambda: Process([str(FAKE)], MEMORY, 10)) as answerer:
        assert words(list(answerer.answers([b"a", b"sleep", b"b"]))) == ["a", "no answer in 10 seconds", "b"]


def test_one_that_is_too_long_is_not_sent() -> None:
    with Answerer(start) as answerer:
        answers = words(list(answerer.answers([b"a", b"x" * (LONGEST + 1), b"b"])))
    assert answers == ["a", "b", f"the record has {LONGEST + 1} bytes, limit {LONGEST}"] or \
        answers == ["a", f"the record has {LONGEST + 1} bytes, limit {LONGEST}", "b"]


def test_a_tool_that_does_not_work_is_no_fault_of_the_records() -> None:
    with pytest.raises(ToolError, match="status 1"):
        Process(["/bin/sh", "-c", "exit 1"], MEMORY, 5)
    with pytest.raises(ToolError, match="cannot be started"):
        Process(["/no/such/tool"], MEMORY, 5)


def test_a_process_that_was_killed_says_so() -> None:
    process = start()
    os.kill(process.pid, 9)
    process.send(b"a")
    with pytest.raises(Died, match="signal 9"):
        process.receive()
    process.close()


def test_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "whosaid"
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WHOSAID", raising=False)
    monkeypatch.chdir("/")
    with pytest.raises(ToolError, match="ship it with --files"):
        find()
    tool.write_text("#!/bin/sh\n")
    with pytest.raises(ToolError):
        find()  # what may not be run is not on the path
    tool.chmod(0o755)
    assert find() == str(tool)
    other = tmp_path / "other"
    other.write_text("#!/bin/sh\n")
    monkeypatch.setenv("WHOSAID", str(other))
    copy = find()
    assert os.access(copy, os.X_OK) and Path(copy).read_text() == "#!/bin/sh\n"
    assert find(str(tool)) == str(tool)
    with pytest.raises(ToolError, match="/no/tool"):
        find("/no/tool")


@pytest.mark.tool
@pytest.mark.skipif("WHOSAID" not in os.environ, reason="$WHOSAID does not name the binary")
def test_the_tool_itself() -> None:
    huge = json.dumps({"text": "“No,” said Ann Lee. " * 160_000}).encode()
    with Answerer(Tool().start) as answerer:
        answers = [json.loads(a) for a in answerer.answers([
            '{"id": "a", "text": "“Nö,” said Zoë Day."}'.encode(), b"{", huge, b'{"id": "b", "text": "Bo Day left."}'])]
    assert [a.get("id") for a in answers] == ["a", None, None, "b"]
    assert len(answers[0]["document"]["quotes"]) == 1
    assert answers[1]["error"].startswith("not a JSON object")
    assert "memory" in answers[2]["error"]
