"""Records of web archives, as far as they must be known before the tool reads them."""

START = b"WARC/"
SEPARATOR = "\r\n\r\n" + START.decode()  # between two records, so that what follows it begins with a version


def record(piece: bytes) -> bytes:
    """A record again, of what stood between two separators."""
    return (piece if piece.startswith(START) else START + piece) + b"\r\n\r\n"


def is_page(whole: bytes) -> bool:
    """Whether the tool may find an article in it: the answer of a server, with status 200, that is HTML or does not
    say what it is. What cannot be told is left to the tool, which says what is wrong with it."""
    head, _, block = whole.partition(b"\r\n\r\n")
    fields = _fields(head)
    if fields.get(b"warc-type") != b"response":
        return b"warc-type" not in fields
    http, found, _ = block.partition(b"\r\n\r\n")
    status = http.split(b"\r\n", 1)[0].split()
    if not found or len(status) < 2:
        return True
    kind = _fields(http).get(b"content-type", b"")
    return status[0].startswith(b"HTTP/") and status[1] == b"200" and (not kind or b"html" in kind)


def _fields(head: bytes) -> dict[bytes, bytes]:
    """The fields of a head by their names in lower case, the first of each name."""
    fields: dict[bytes, bytes] = {}
    for line in head.split(b"\r\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon and line[:1] not in b" \t":
            fields.setdefault(name.strip().lower(), value.strip())
    return fields
