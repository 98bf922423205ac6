"""Keys by which names that may mean the same come together, so that they can be joined over many machines.

Two names that are not of one block are never joined: what the tool's table of aliases joins although neither surname
nor initials say so ("Xinhua", "Xinhua News Agency") stays apart.
"""

import re
import unicodedata
from collections.abc import Sequence

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
_SMALL = {"of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "des", "del", "to", "at"}
_ACRONYM = re.compile(r"^(?:[A-Z]\.){2,}[A-Z]?\.?$|^[A-Z][A-Z0-9&]{1,7}$|^[A-Z][a-z]?[A-Z]+$")


def block(kind: str, name: str, aliases: Sequence[str] = ()) -> str:
    """The block of a name: of people the surname, of all others the acronym, or else the initials, or the one word."""
    return kind + " " + (_surname(name) if kind == "person" else _letters(name, aliases))


def is_short(kind: str, name: str) -> bool:
    """Whether it is a surname or an acronym alone, which may mean many."""
    return len(_words(name)) < 2 and (kind == "person" or _is_acronym(name))


def folded(name: str) -> str:
    """A name as short forms are compared: its letters and digits, in lower case, without accents."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", re.sub(r"['’]s?\b|\.", "", plain))


def _surname(name: str) -> str:
    words = _words(name)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1] if words else ""


def _is_acronym(name: str) -> bool:
    return bool(_ACRONYM.match(name))


def _letters(name: str, aliases: Sequence[str]) -> str:
    for form in (name, *aliases):
        if _is_acronym(form):
            return "".join(_words(form))
    words = [w for w in _words(name) if w not in _SMALL]
    return "".join(w[0] for w in words) if len(words) > 1 else "".join(words)
