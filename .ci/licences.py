#!/usr/bin/env python3
"""licences.py SBOM.json: lists each dependency of a CycloneDX list with its licence, and exits 1 if one has none that is known
to be permissive."""
import json
import sys

PERMISSIVE = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "CC0-1.0", "Unlicense", "MPL-2.0", "0BSD", "ICU",
              "BSD-Source-Code"}  # what the detector takes the BSD-3-Clause of golang.org/x for

# Modules whose licence the detector reads wrongly, with what their LICENSE says of their code.
READ_BY_HAND = {
    "github.com/modelcontextprotocol/go-sdk": "Apache-2.0",  # or MIT, for older parts; CC-BY-4.0 is that of its documentation alone
}


def main():
    bad = 0
    for c in json.load(open(sys.argv[1], encoding="utf8")).get("components", []):
        if c["name"].startswith("github.com/whosaid/whosaid"):
            continue  # our own
        found = (c.get("evidence") or {}).get("licenses") or c.get("licenses") or []
        by_hand = READ_BY_HAND.get(c["name"])
        ids = [by_hand] if by_hand else sorted({x["license"].get("id") or x["license"].get("name") or "?" for x in found})
        ok = bool(ids) and all(i in PERMISSIVE for i in ids)
        bad += not ok
        print(f"{'ok ' if ok else 'BAD'} {c['name']} {c.get('version', '')}: {', '.join(ids) or 'no licence found'}")
    sys.exit(1 if bad else 0)


main()
