"""How large a system is on the disk, and which version it is."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path

from .systems import HERE, WORK, System

# Run by a venv's own python: the bytes of some packages and of all that they require, and the version of the first.
_COUNT = """
import importlib.metadata as m, json, os, re, sys
seen, queue, total = set(), sys.argv[1:], 0
while queue:
    name = re.sub(r"[-_.]+", "-", queue.pop()).lower()
    if name in seen:
        continue
    seen.add(name)
    try:
        d = m.distribution(name)
    except m.PackageNotFoundError:
        continue
    total += sum(os.path.getsize(f.locate()) for f in d.files or () if os.path.exists(f.locate()))
    queue += [re.match(r"[\\w.-]+", r)[0] for r in d.requires or () if "extra ==" not in r]
print(json.dumps({"bytes": total, "version": m.version(sys.argv[1])}))
"""


def installed(system: System) -> dict[str, int | str]:
    """The bytes of all files of system and its version. What runs it, Python or Java, is not counted."""
    if system.packages:
        command = [system.command[0], "-c", _COUNT, *system.packages]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if system.folder:
        jars = sorted((WORK / system.folder).glob("*.jar"))
        main = next(j for j in jars if j.name.startswith("stanford-corenlp") and "models" not in j.name)
        return {"bytes": sum(j.stat().st_size for j in jars), "version": main.stem.rsplit("-", 1)[1]}
    return {"bytes": (WORK / str(system.binary)).stat().st_size, "version": _go_version(str(system.binary))}


def _go_version(binary: str) -> str:
    """The pinned version of prose, or the last commit that touched the library."""
    if binary == "prose":
        line = next(x for x in Path(HERE / "go.mod").read_text(encoding="utf8").splitlines() if "jdkato/prose" in x)
        return line.split()[-1]
    command = ["git", "-C", str(HERE.parent), "log", "-1", "--format=%h", "--", "extract", "entities", "internal"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
