#!/usr/bin/env python3
"""Fail if the API of the module breaks who uses it and CHANGELOG.md does not say so.

usage: apidiff.py APIDIFF [BASE]
       apidiff.py --test APIDIFF

APIDIFF is golang.org/x/exp/cmd/apidiff, which knows what is compatible: a new function is, a removed field or another type is
not. The API is compared with that of the last release, the newest tag v*; before the first release with BASE, by default where
this branch left origin/main, or the commit before on main itself. Until v1 an incompatible change is allowed if a line that is
new in CHANGELOG.md has the name. docs/api.txt, which TestAPI holds to the sources, shows every change, but not which ones break.
"""
import os
import re
import subprocess
import sys
import tempfile

LOG = "CHANGELOG.md"


def git(*args):
    done = subprocess.run(("git",) + args, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


def base():
    head = git("rev-parse", "HEAD")
    left = git("merge-base", "HEAD", "origin/main") or head
    return left if left != head else git("rev-parse", "-q", "--verify", "HEAD^")


def run(folder, *command):
    """The standard output of a command; what it writes besides is shown if it fails."""
    done = subprocess.run(command, cwd=folder, env=dict(os.environ, GOWORK="off"), capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"apidiff.py: {' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout


def broken(apidiff, commit):
    """The incompatible changes since a commit, a line each."""
    module = run(".", "go", "list", "-m").strip()
    with tempfile.TemporaryDirectory() as work:
        tree, old, new = (os.path.join(work, name) for name in ("tree", "old", "new"))
        run(".", "git", "worktree", "add", "-q", "--detach", tree, commit)
        try:
            run(tree, apidiff, "-m", "-w", old, module)
        finally:
            run(".", "git", "worktree", "remove", "--force", tree)
        run(".", apidiff, "-m", "-w", new, module)
        return run(".", apidiff, "-m", "-incompatible", old, new).splitlines()


def untold(changes, before, after):
    """Those of the changes whose name no line has that is new."""
    there = set(before.splitlines())
    said = "\n".join(line for line in after.splitlines() if line not in there)
    for change in changes:
        name = re.match(r"- (?:\./)?(?:.*[./])?(\w+)", change.partition(": ")[0])
        if name is None or not re.search(rf"\b{name.group(1)}\b", said):
            yield change


def check(apidiff, commit):
    """The exit status, and why."""
    released = git("describe", "--tags", "--abbrev=0", "--match", "v[0-9]*")
    commit = released or commit or base()
    if not git("rev-parse", "-q", "--verify", commit + "^{commit}"):
        return 1, f"no commit to compare with: {commit or 'the first has none before it'}"
    changes = broken(apidiff, commit)
    with open(LOG, encoding="utf-8") as f:
        silent = list(untold(changes, git("show", f"{commit}:{LOG}"), f.read()))
    if changes and released and not released.startswith("v0."):
        return 1, f"incompatible with {released}:\n" + "\n".join(changes)
    if silent:
        return 1, f"incompatible with {commit}, and no new line of {LOG} has the name:\n" + "\n".join(silent)
    return 0, f"{len(changes)} incompatible changes since {commit}, told in {LOG}" if changes else f"compatible with {commit}"


def test(apidiff):
    """Breaks a small module."""
    def write(name, text):
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        with open(name, "w", encoding="utf-8") as f:
            f.write(text)

    def expect(status, words, commit="HEAD"):
        got, why = check(apidiff, commit)
        assert got == status and words in why, (got, why)

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        git("init", "-q")
        write("go.mod", "module example.org/m\n\ngo 1.24\n")
        write("m.go", "package m\n\nfunc Old(n int) {}\n\ntype Box struct{ Lid, Lock int }\n")
        write("sub/sub.go", "package sub\n\nfunc Lift() {}\n")
        write("internal/i/i.go", "package i\n\nfunc Gone() {}\n")
        write(LOG, "# Changes\n\n- Old and Lock.\n")
        git("add", "-A")
        git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "one")
        expect(0, "compatible with HEAD")
        write("m.go", "package m\n\nfunc Old(n int) {}\n\nfunc New() {}\n\ntype Box struct{ Lid, Lock, Key int }\n")
        write("internal/i/i.go", "package i\n")
        expect(0, "compatible with HEAD")
        write("m.go", "package m\n\nfunc Old(n int64) {}\n\ntype Box struct{ Lid int }\n")
        write("sub/sub.go", "package sub\n")
        expect(1, "Old: changed from func(int) to func(int64)")
        write(LOG, "# Changes\n\n- Old and Lock.\n- Box.Lock is gone, and Older.\n")
        expect(1, "Old: changed")
        write(LOG, "# Changes\n\n- Old and Lock.\n- Box.Lock is gone, `sub.Lift` too, and Old takes an int64.\n")
        expect(0, "3 incompatible changes since HEAD, told")
        git("tag", "v0.1.0")
        expect(0, "since v0.1.0, told", "HEAD^")
        git("tag", "-d", "v0.1.0")
        git("tag", "v1.0.0")
        expect(1, "incompatible with v1.0.0")
        git("tag", "-d", "v1.0.0")
        expect(1, "no commit to compare with", "none")
        os.chdir("/")
    print("apidiff.py: ok")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--test"]:
        test(os.path.abspath(sys.argv[2]))
    else:
        status, why = check(os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
        print(why)
        sys.exit(status)
