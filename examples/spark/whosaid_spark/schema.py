"""The columns of an article, named as in Document JSON (docs/document.schema.json), and their types."""

import pyarrow as pa

INT, TEXT, TRUTH, SCORE = pa.int32(), pa.string(), pa.bool_(), pa.float64()
MOMENT = pa.timestamp("us", tz="UTC")
INTS = pa.list_(INT)


def _struct(**fields: pa.DataType) -> pa.StructType:
    return pa.struct([pa.field(name, kind) for name, kind in fields.items()])


SPAN = _struct(start=INT, end=INT)
SPANS = pa.list_(SPAN)
ROLE = _struct(start=INT, end=INT, title=TEXT, org=INT)
ENTITY = _struct(
    id=INT, kind=TEXT, name=TEXT, description=TEXT, number=TEXT, gender=TEXT,
    aliases=pa.list_(TEXT), roles=pa.list_(ROLE), mentions=INTS,
)
MENTION = _struct(start=INT, end=INT, entity=INT, form=TEXT, score=SCORE)
DATE = _struct(**{
    "start": INT, "end": INT, "type": TEXT, "value": TEXT, "mod": TEXT, "from": MOMENT, "to": MOMENT, "resolved": TRUTH,
})
QUOTE = _struct(
    start=INT, end=INT, id=INT, form=TEXT, content=SPANS, cue=SPAN, cueClass=TEXT, source=SPAN, speaker=INT, others=INTS,
    sourceType=TEXT, justification=SPAN, parent=INT, negated=TRUTH, modality=TEXT, addressee=SPAN, medium=SPAN, score=SCORE,
    evidence=_struct(rule=TEXT, words=SPANS),
)
CLAIM = _struct(
    spans=SPANS, sentence=INT, claimant=_struct(kind=TEXT, entity=INT, source=SPAN), via=INTS, quote=INT, subject=SPAN,
    predicate=SPAN, lemma=TEXT, negated=TRUTH, hedge=SPAN, tense=TEXT, stance=TEXT,
    responses=pa.list_(_struct(stance=TEXT, entity=INT, source=SPAN, cue=SPAN)), entities=INTS, dates=INTS,
    quantities=pa.list_(_struct(start=INT, end=INT, value=SCORE, unit=TEXT, comparison=TEXT, approximate=TRUTH)),
    type=TEXT, score=SCORE, checkable=SCORE, group=INT,
)
LAYERS: dict[str, pa.DataType] = {
    "entities": pa.list_(ENTITY), "mentions": pa.list_(MENTION), "dates": pa.list_(DATE), "quotes": pa.list_(QUOTE),
    "claims": pa.list_(CLAIM),
}
ABOUT = ("id", "title", "author", "section", "url")  # what the tool says of an article beside its day

# What is read of a line that the tool answers.
ANSWER = pa.schema([
    *((name, TEXT) for name in ABOUT), ("published", TEXT), ("error", TEXT),
    ("document", pa.struct([("text", TEXT), *LAYERS.items()])),
])

# A row of the result. ``id`` is made of address, date and text; ``name`` is the article's own name in its file,
# ``source`` that file, ``request`` what was sent to the tool, kept where there is an ``error``,
# and ``request_id`` a hash of it, which is the ``id`` of a row with an ``error``.
ARTICLE = pa.schema([
    ("id", TEXT), ("day", TEXT), ("source", TEXT), ("name", TEXT), ("title", TEXT), ("author", TEXT), ("section", TEXT),
    ("url", TEXT), ("outlet", TEXT), ("published", MOMENT), ("text", TEXT), *LAYERS.items(),
    ("error", TEXT), ("request", pa.binary()), ("request_id", TEXT),
])

_SIMPLE = {INT: "int", TEXT: "string", TRUTH: "boolean", SCORE: "double", MOMENT: "timestamp", pa.binary(): "binary"}


def ddl(kind: pa.DataType) -> str:
    """The type in Spark's own notation."""
    if pa.types.is_list(kind):
        return f"array<{ddl(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return "struct<" + ",".join(f"`{f.name}`:{ddl(f.type)}" for f in kind) + ">"
    return _SIMPLE[kind]


def table(schema: pa.Schema) -> str:
    """The schema in Spark's own notation."""
    return ", ".join(f"`{f.name}` {ddl(f.type)}" for f in schema)
