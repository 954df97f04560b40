"""From JSON to a typed pack; when it does not fit the form, every misfit is found, not only the first."""

from difflib import get_close_matches
from enum import Enum
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import msgspec
from msgspec import Struct

from content.faults import Finding
from content.model import Label, Pack, Passage, Words
from content.reading import parse

KINDS: dict[str, type[Pack]] = {str(kind.__struct_config__.tag): kind for kind in get_args(Pack)}
_LEFT_OUT = object()
_IN_WORDS = {
    "`str`": "text in quotes",
    "`int`": "a whole number",
    "`float`": "a number",
    "`array`": "a list [ ]",
    "`object`": "an object { }",
}


class Decoded(NamedTuple):
    """``pack`` is complete when there are no findings. Otherwise it is what fits, to be judged further but not used.

    It is None when too little fits.
    """

    pack: Pack | None
    findings: list[Finding]


def decode(data: bytes) -> Decoded:
    """The pack in ``data``. Raises `content.reading.UnreadableError` when it is not JSON."""
    value, doubled = parse(data)
    try:
        return Decoded(msgspec.convert(value, Pack), doubled)
    except msgspec.ValidationError:
        form = _Form(doubled)
    kept = form.pack(value)
    if kept is _LEFT_OUT:
        return Decoded(None, form.findings)
    return Decoded(msgspec.convert(kept, Pack), form.findings)


class _Form:
    """Holds a JSON value against the types of the model, keeps what fits, and notes what does not."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings

    def pack(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return self._misfit("", (), "should be an object { }", "Start from one of the built-in packs")
        owner = value["id"] if isinstance(value.get("id"), str) else ""
        names = ", ".join(KINDS)
        tag = value.get("kind")
        if tag is None:
            return self._misfit(owner, ("kind",), "is missing", f"Say what the pack is: one of {names}")
        if not isinstance(tag, str) or tag not in KINDS:
            return self._misfit(owner, ("kind",), f"“{tag}” is not a kind of pack", f"Use one of {names}")
        kept = self._struct(value, KINDS[tag], owner, ())
        return kept if kept is _LEFT_OUT else {"kind": tag, **kept}

    def _take(self, value: Any, kind: Any, owner: str, path: tuple[str, ...]) -> Any:
        bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if isinstance(bare, type) and issubclass(bare, Struct):
            return self._struct(value, bare, owner, path)
        if get_origin(bare) is tuple and get_args(bare)[-1] is Ellipsis and isinstance(value, list):
            items = [self._take(item, get_args(bare)[0], owner, _item(path, n)) for n, item in enumerate(value, 1)]
            value = [item for item in items if item is not _LEFT_OUT] if value else value
            if items and not value:
                return _LEFT_OUT
        elif get_origin(bare) is dict and isinstance(value, dict):
            value = self._entries(value, bare, owner, path)
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            return self._misfit(owner, path, *_in_words(str(error), bare))
        return value

    def _entries(self, value: dict[str, Any], kind: Any, owner: str, path: tuple[str, ...]) -> dict[str, Any]:
        key_kind, value_kind = get_args(kind)
        kept = {}
        for key, item in value.items():
            here = (*path, key)
            fits = self._take(key, key_kind, owner, here), self._take(item, value_kind, owner, here)
            if _LEFT_OUT not in fits:
                kept[key] = fits[1]
        return kept

    def _struct(self, value: Any, kind: type[Struct], owner: str, path: tuple[str, ...]) -> Any:
        if not isinstance(value, dict):
            return self._misfit(owner, path, "should be an object { }", "See content/README.md for its form")
        if isinstance(value.get("id"), str) and value["id"]:
            owner, path = value["id"], ()
        fields = {field.name: field for field in msgspec.structs.fields(kind)}
        tag = kind.__struct_config__.tag_field
        for name in value.keys() - fields.keys() - {tag}:
            near = get_close_matches(name, fields, n=1)
            remedy = f"Did you mean “{near[0]}”?" if near else f"Remove it; the fields are {', '.join(fields)}"
            self._misfit(owner, (*path, name), "is not a field of this item", remedy.rstrip("?"))
        kept = {}
        for name, field in fields.items():
            if name in value:
                kept[name] = self._take(value[name], field.type, owner, (*path, name))
            elif field.required:
                kept[name] = self._misfit(owner, (*path, name), "is missing", _how_to_add(field.type))
        for name, field in fields.items():
            if field.required and kept[name] is _LEFT_OUT:
                if field.type not in (Label, Words, Passage):
                    return _LEFT_OUT
                kept[name] = f"(unreadable {len(self.findings)})"  # stands in, so that the rest can still be judged
        return {name: item for name, item in kept.items() if item is not _LEFT_OUT}

    def _misfit(self, owner: str, path: tuple[str, ...], what: str, remedy: str) -> Any:
        self.findings.append(Finding(owner, " ".join(path), what, remedy))
        return _LEFT_OUT


def _item(path: tuple[str, ...], number: int) -> tuple[str, ...]:
    return (*path, f"#{number}")


def _how_to_add(kind: Any) -> str:
    return f"Add it: one of {_listed(kind)}" if isinstance(kind, type) and issubclass(kind, Enum) else "Add it"


def _listed(kind: type[Enum]) -> str:
    return ", ".join(str(member.value) for member in kind)


def _in_words(error: str, kind: Any) -> tuple[str, str]:
    """What msgspec says about a leaf, for somebody who writes no code, and what to do."""
    what = error.split(" - at ")[0].removeprefix("Expected ")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "is not one of the known words", f"Use one of {_listed(kind)}"
    if "matching regex" in what:
        if "a-z0-9" in what:
            return "is not a usable id", "Use lower-case letters, digits and single hyphens, such as crm-l1-b2"
        return "is empty, starts with a space or holds a control character", "Write plain text without tabs"
    what = what.split(", got ")[0]
    unit = "characters" if "`str`" in what else "entries"
    for code, words in _IN_WORDS.items():
        what = what.replace(code, words)
    what = what.replace("of length >= ", "with at least ").replace("of length <= ", "with at most ")
    return f"should be {what} {unit}" if "with at" in what else f"should be {what}", "Correct the value"
