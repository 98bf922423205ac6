#!/usr/bin/env python3
"""Stands in for the tool: answers a line with itself, dies of "kill", says nothing to "sleep", and fails "bad"."""

import json
import os
import sys
import time

for line in sys.stdin:
    word = line.strip()
    if "kill" in word:
        print("whosaid: no more", file=sys.stderr, flush=True)
        os._exit(3)
    if "sleep" in word:
        time.sleep(60)
    print(json.dumps({"error": "bad"} if word == "bad" else {"answer": word, "pid": os.getpid()}), flush=True)
