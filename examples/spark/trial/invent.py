"""Invents articles: the stories of stories.txt with other names, numbers and days, and other paragraphs left out.

    python -m trial.invent 10000 > articles.ndjson

The same number gives the same bytes. Outlets carry some of each other's articles with few changes, as agencies' are.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
FIRST_DAY, DAYS, OUTLETS = date(2026, 1, 5), 28, 40
COPIED = 0.05


@dataclass(frozen=True)
class Person:
    """Somebody in a story, see stories.txt."""

    name: str
    last: str
    she: bool

    def __str__(self) -> str:
        return self.name

    def __format__(self, _: str) -> str:
        return self.name

    @property
    def he(self) -> str:
        return "she" if self.she else "he"

    @property
    def him(self) -> str:
        return "her" if self.she else "him"

    @property
    def his(self) -> str:
        return "her" if self.she else "his"

    @property
    def He(self) -> str:
        return self.he.capitalize()

    @property
    def His(self) -> str:
        return self.his.capitalize()


@dataclass(frozen=True)
class Story:
    """A headline and its paragraphs, with places for names."""

    title: str
    paragraphs: tuple[str, ...]


def stories() -> list[Story]:
    """The stories of stories.txt."""
    text = "\n".join(line for line in (HERE / "stories.txt").read_text("utf-8").split("\n") if not line.startswith("#"))
    found = []
    for part in text.split("== ")[1:]:
        title, *paragraphs = [p.strip() for p in part.split("\n\n") if p.strip()]
        found.append(Story(title, tuple(paragraphs)))
    return found


def names() -> dict[str, list[str]]:
    """The lists of names.txt."""
    found = {}
    for line in (HERE / "names.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, rest = line.partition(": ")
            found[kind] = [n.replace("\\ ", " ") for n in re.split(r"(?<!\\) ", rest)]
    return found


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many articles, as objects of NDJSON."""
    chance, known, lists = random.Random(seed), stories(), names()
    before: dict[str, str] | None = None
    for number in range(count):
        if before and chance.random() < COPIED:
            article = dict(before, text=before["text"] + "\n\nThe Coast Wire contributed to this report.")
        else:
            article = _tell(chance, chance.choice(known), lists)
        outlet = f"paper{chance.randrange(OUTLETS)}.example"
        article |= {"id": f"invented-{number}", "url": f"https://www.{outlet}/{number}"}
        before = article
        yield article


def _tell(chance: random.Random, story: Story, lists: dict[str, list[str]]) -> dict[str, str]:
    people = chance.sample(lists["last"], 4)
    cast: dict[str, object] = {letter: _person(chance, last, lists) for letter, last in zip("abcd", people, strict=True)}
    cast |= dict(zip("tu", chance.sample(lists["town"], 2), strict=True))
    cast |= {letter: f"{body} {chance.choice(lists['kind'])}"
             for letter, body in zip("xy", chance.sample(lists["body"], 2), strict=True)}
    cast |= {"n": chance.randrange(12, 98), "m": chance.randrange(3, 400)}
    told = [p for i, p in enumerate(story.paragraphs) if i < 3 or chance.random() < 0.8]
    title = story.title.format(**cast)
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return {"title": title, "published": day.isoformat(),
            "text": "\n\n".join([title, *(p.format(**cast) for p in told)])}


def _person(chance: random.Random, last: str, lists: dict[str, list[str]]) -> Person:
    she = chance.random() < 0.5
    return Person(f"{chance.choice(lists['she' if she else 'he'])} {last}", last, she)


if __name__ == "__main__":
    for one in articles(int(sys.argv[1])):
        print(json.dumps(one, ensure_ascii=False))
