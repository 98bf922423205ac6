#!/usr/bin/env python3
"""outdated.py: says which dependencies of the modules of this repository, and which tools of .ci/run, have a newer release.

It only reports: whether others have released something is no fault of a change, so it exits 0 also then, and when the module
proxy cannot be reached. outdated.py --test tests it."""
import json
import os
import re
import subprocess
import sys

OURS = "github.com/whosaid/whosaid"
SECONDS = 120  # for the proxy to answer about one module of ours


def go(folder, *args):
    """The output of a go command in a folder, or None and why."""
    env = dict(os.environ, GOWORK="off", GOFLAGS="-mod=mod")
    try:
        p = subprocess.run(["go", *args], cwd=folder, env=env, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return None, f"no answer in {SECONDS} s"
    if p.returncode != 0:
        return None, p.stderr.strip().splitlines()[-1] if p.stderr.strip() else f"go ends with {p.returncode}"
    return p.stdout, ""


def required(text):
    """The modules that the JSON of go mod edit requires, with whether indirectly, but for our own."""
    return {r["Path"]: r.get("Indirect", False) for r in json.loads(text).get("Require") or [] if not r["Path"].startswith(OURS)}


def objects(text):
    """The JSON objects that follow each other in a text."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(text.rstrip()):
        value, at = decoder.raw_decode(text, at)
        yield value
        at += len(text[at:]) - len(text[at:].lstrip())


def behind(text):
    """What go list -m -u says is behind: path, version, newest, and the reason if it could not be found out."""
    for m in objects(text):
        if m.get("Update"):
            yield m["Path"], m["Version"], m["Update"]["Version"], ""
        elif m.get("Error"):
            yield m["Path"], m.get("Version", ""), "", m["Error"]["Err"].splitlines()[0]


def tools(text):
    """The tools that a script pins: module path and version."""
    for path, version in re.findall(r"^[A-Z]+=([\w./-]+)@(v[\w.-]+)", text, re.M):
        yield re.sub(r"/cmd/.*$", "", path), version


def report(folder, modules, indirect):
    """Prints what is behind of modules, and returns how many."""
    if not modules:
        return 0
    text, why = go(folder, "list", "-m", "-u", "-e", "-json=Path,Version,Update,Error", *modules)
    if text is None:
        print(f"{folder}: not checked: {why}")
        return 0
    n = 0
    for path, version, newest, why in behind(text):
        if why:
            print(f"{folder}: {path} {version}: not checked: {why}")
        else:
            n += 1
            print(f"{folder}: {path} {version} is behind {newest}{' (indirect)' if indirect.get(path) else ''}")
    return n


def main():
    top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    os.chdir(top)
    if os.environ.get("GOPROXY") == "off" or go(".", "env", "GOPROXY")[0] == "off\n":
        print("not checked: GOPROXY is off")
        return
    n = 0
    files = subprocess.run(["git", "ls-files", "go.mod", "*/go.mod"], capture_output=True, text=True, check=True).stdout.split()
    for f in files:
        folder = os.path.dirname(f) or "."
        text, why = go(folder, "mod", "edit", "-json")
        if text is None:
            print(f"{folder}: not checked: {why}")
            continue
        indirect = required(text)
        n += report(folder, list(indirect), indirect)
    with open(".ci/run", encoding="utf8") as f:
        n += report(".", [f"{path}@{version}" for path, version in tools(f.read())], {})
    print(f"{n} behind" if n else "none is known to be behind")


def test():
    assert required('{"Require": [{"Path": "a"}, {"Path": "b", "Indirect": true}, {"Path": "' + OURS + '"}]}') == {"a": False, "b": True}
    assert required("{}") == {}
    listed = '{"Path": "a", "Version": "v1"}\n{"Path": "b", "Version": "v1", "Update": {"Path": "b", "Version": "v2"}}\n' \
        '{"Path": "c", "Version": "v3", "Error": {"Err": "no\\nproxy"}}\n'
    assert list(behind(listed)) == [("b", "v1", "v2", ""), ("c", "v3", "", "no")]
    assert list(tools("X=a.org/b/cmd/c@v1.2.3\nY=1\n  Z=no@v1\n")) == [("a.org/b", "v1.2.3")]


if sys.argv[1:] == ["--test"]:
    test()
else:
    main()
