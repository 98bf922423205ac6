#!/usr/bin/env python3
"""floors.py SHARED EVAL [WORKDIR]: scores the library on SHARED/data and SHARED/article with the scorers of
SHARED/score, prints a table, and exits 1 if any figure lies below its floor. EVAL is the compiled internal/cmd/eval.

A floor (floors.json) is what the library reached when it was set, less a little; raise it when the library gets better.
"scorer": "eval" takes the figures of EVAL itself, for what the scorers do not measure: clusters, pronouns, roles, tags, and
how far scores are from the truth (an error, so that it has a ceiling)."""
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def run(*args):
    p = subprocess.run(args, capture_output=True, text=True)
    if p.returncode != 0:
        sys.exit(f"{' '.join(args)}: exit {p.returncode}\n{p.stderr}")
    return p.stdout


def figure(result, path):
    for key in path.split("/"):
        result = result[key]
    return result


def prepare(shared, gold, scorer, work):
    """The gold file that the scorer reads and the JSON Lines that eval reads, both made from gold."""
    path = os.path.join(shared, gold)
    if not gold.endswith(".json"):
        return path, path
    lines = os.path.join(work, os.path.basename(gold) + "l")
    if gold.startswith("data/dev/sentences/"):
        run("python3", os.path.join(shared, "score", "sentences.py"), "--golden-in", path, lines)
        return path, lines
    with open(lines, "w", encoding="utf8") as out:
        out.write(json.dumps(json.load(open(path, encoding="utf8"))) + "\n")
    return lines, lines


def measure(shared, evaluate, f, gold, lines, predictions, work):
    """What the scorer of f says of the library."""
    flags = f.get("flags", [])
    if f["scorer"] == "eval":
        return json.loads(run(evaluate, "-json", *flags, gold))
    made = (lines, *f.get("eval", []))
    if made not in predictions:
        predictions[made] = os.path.join(work, f"pred{len(predictions)}.jsonl")
        run(evaluate, *f.get("eval", []), "-pred", predictions[made], lines)
    files = [gold, predictions[made]]
    args = flags + files if "--golden" in flags else files + flags
    return json.loads(run("python3", os.path.join(shared, "score", f["scorer"]), *args))


def judge(f, result):
    """Prints the figures of f and returns how many are on the wrong side of their bound."""
    bad = 0
    for name, wrong in (("floor", lambda got, bound: got < bound), ("ceiling", lambda got, bound: got > bound)):
        for path, bound in f.get(name + "s", {}).items():
            got = figure(result, path)
            bad += wrong(got, bound)
            print(f"{'BAD' if wrong(got, bound) else 'ok '} {f['gold']:40} {f['scorer'].removesuffix('.py'):9} {' '.join(f.get('flags', [])):22} {path:28} {got:7} {name} {bound}", flush=True)
    return bad


def main():
    shared, evaluate = sys.argv[1], sys.argv[2]
    work = sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp()
    floors = json.load(open(os.path.join(HERE, "floors.json")))
    predictions, low = {}, 0
    for f in floors:
        gold, lines = prepare(shared, f["gold"], f["scorer"], work)
        low += judge(f, measure(shared, evaluate, f, gold, lines, predictions, work))
    bounds = sum(len(f.get("floors", {})) + len(f.get("ceilings", {})) for f in floors)
    print(f"{bounds - low} bounds held, {low} broken")
    sys.exit(1 if low else 0)


main()
