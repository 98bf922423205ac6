#!/usr/bin/env python3
"""Fail if a golden case marks more errors than it did in an earlier commit.

usage: known_errors.py [BASE]

BASE is the commit to compare with; by default where this branch left origin/main, or the commit before on main itself.
A case that is not in BASE may mark as many errors as it has: it shows what is to be done next. For all others the number
in each layer of testdata/known-errors.txt may only fall.
"""
import subprocess
import sys

KEPT = "testdata/known-errors.txt"


def git(*args):
    done = subprocess.run(("git",) + args, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def base():
    head = git("rev-parse", "HEAD").strip()
    left = (git("merge-base", "HEAD", "origin/main") or head).strip()
    return left if left != head else git("rev-parse", "-q", "--verify", "HEAD^")


def read(text):
    """The numbers by case and layer; a line that cannot be read is an error that names it."""
    numbers = {}
    for n, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split()
        if len(fields) != 3 or not fields[2].isdigit():
            sys.exit(f"{KEPT}:{n}: not a case, a layer and a number: {line!r}")
        numbers[fields[0], fields[1]] = int(fields[2])
    return numbers


def path(case):
    return f"testdata/golden/{case}.txtar"


def main():
    commit = (sys.argv[1] if len(sys.argv) > 1 else base() or "").strip()
    if git("rev-parse", "-q", "--verify", commit + "^{commit}") is None:
        sys.exit(f"known_errors.py: no commit to compare with: {commit or 'the first has none before it'}")
    before = git("show", f"{commit}:{KEPT}")
    with open(KEPT, encoding="utf-8") as f:
        after = read(f.read())
    print(f"{sum(after.values())} known errors")
    if before is None:
        print(f"{commit[:12]} keeps none to compare with")
        return
    before = read(before)
    there = set((git("ls-tree", "-r", "--name-only", commit, "testdata") or "").splitlines())
    risen = []
    for (case, layer), n in sorted(after.items()):
        old = path(case) in there or f"testdata/{case}.golden.txtar" in there
        if old and n > before.get((case, layer), 0):
            risen.append(f"{case} {layer}: {before.get((case, layer), 0)} -> {n}")
    if risen:
        sys.exit(f"more known errors than in {commit[:12]}:\n" + "\n".join(risen))


main()
