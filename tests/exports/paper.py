"""Reads the words of a PDF that fpdf2 made back, page by page, each line of the page as one line."""

import re
import zlib

STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
SIGN = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
SHOWN = re.compile(rb"/F(\d) [\d.]+ Tf|(Td)|\((.*?)(?<!\\)\) Tj", re.DOTALL)
ESCAPED = {b"\\r": b"\r", b"\\n": b"\n", b"\\(": b"(", b"\\)": b")", b"\\\\": b"\\"}


def pages(pdf: bytes) -> list[str]:
    """What stands on each page."""
    streams = [inflated(found) for found in STREAM.findall(pdf)]
    fonts = [signs(stream) for stream in streams if b"beginbfchar" in stream]
    return [words(stream, fonts) for stream in streams if b" Tj" in stream and b"beginbfchar" not in stream]


def inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def signs(table: bytes) -> dict[bytes, str]:
    found = SIGN.findall(table)
    return {bytes.fromhex(code.decode()): bytes.fromhex(sign.decode()).decode("utf-16-be") for code, sign in found}


def words(page: bytes, fonts: list[dict[bytes, str]]) -> str:
    font, written = 0, ""
    for number, moved, shown in SHOWN.findall(page):
        font = int(number) - 1 if number else font
        written += "\n" if moved else ""
        codes = re.sub(rb"\\[rn()\\]", lambda one: ESCAPED[one[0]], shown)
        written += "".join(fonts[font].get(codes[at : at + 2], "?") for at in range(0, len(codes), 2))
    return written
