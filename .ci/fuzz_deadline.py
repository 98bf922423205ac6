#!/usr/bin/env python3
"""Exits 0 if a failed run of `go test -fuzz` says nothing but that its time was over (golang/go#75804), else 1.

    fuzz_deadline.py LOG
    fuzz_deadline.py --test
"""
import re
import sys

PROGRESS = re.compile(r"fuzz: (elapsed: |minimizing )")
ENDS = re.compile(r"FAIL\b|exit status 1$")


def only_deadline(log):
    """True if the failure's one message is the deadline; any line of an unknown kind counts as a find."""
    body = []
    failures = 0
    for line in map(str.strip, log.splitlines()):
        if line.startswith("--- FAIL:"):
            failures += 1
        elif line and not PROGRESS.match(line) and not ENDS.match(line):
            body.append(line)
    return failures == 1 and body == ["context deadline exceeded"]


def test():
    over = "fuzz: elapsed: 8s, execs: 9 (1/sec)\n--- FAIL: FuzzX (8.09s)\n    context deadline exceeded\nFAIL\nexit status 1\nFAIL\tx\t8.1s\n"
    assert only_deadline(over)
    assert not only_deadline(over.replace("context deadline exceeded", "x_test.go:9: got 1, want 2"))
    assert not only_deadline(over + "Failing input written to testdata/fuzz/FuzzX/1\n")
    assert not only_deadline(over + "panic: no\n")
    assert not only_deadline("x.go:1:1: syntax error\nFAIL\tx [build failed]\n")
    assert not only_deadline("")


if __name__ == "__main__":
    if sys.argv[1:] == ["--test"]:
        test()
    else:
        with open(sys.argv[1], encoding="utf-8", errors="replace") as f:
            sys.exit(0 if only_deadline(f.read()) else 1)
