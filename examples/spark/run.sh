#!/usr/bin/env bash
# From nothing to the proof, on a fresh machine with Go, python3 and Java 17: builds the tool, makes a virtual environment,
# and runs the tests and the trial (python -m trial --help).
#
#     ./run.sh [ARTICLES] [more flags of the trial]
#     ./run.sh 10000 --overhead --pairs 3     # only what Spark costs over the tool alone, once it has started
#
# WORK names a folder to keep the environment in; without it everything is put into one that is removed at the end.
set -euo pipefail
cd "$(dirname "$0")"
articles=${1:-10000}
shift || true
if [ -z "${WORK:-}" ]; then
  WORK=$(mktemp -d)
  trap 'rm -rf "$WORK"' EXIT
fi
go build -C ../../cmd/whosaid -o "$WORK/whosaid" .
[ -x "$WORK/venv/bin/python" ] || python3 -m venv "$WORK/venv"
"$WORK/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt
export WHOSAID="$WORK/whosaid" PYSPARK_PYTHON="$WORK/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1
export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$PWD
if [[ " $* " != *" --overhead "* ]]; then
  "$WORK/venv/bin/python" -m pytest -q -p no:cacheprovider
  "$WORK/venv/bin/mypy" --cache-dir "$WORK/mypy"
fi
raw=../../../shared/data/train/raw/wikinews.jsonl
if [ -f "$raw" ]; then set -- --raw "$raw" "$@"; fi
"$WORK/venv/bin/python" -m trial --tool "$WHOSAID" --articles "$articles" "$@"
