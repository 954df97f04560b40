"""Whatever an author makes of a pack, judging it ends with a pack or with findings, never with an exception."""

import json
from importlib.resources import files
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from content.decoding import decode
from content.judging import judge
from content.shelf import Shelf

PACKS = [json.loads(file.read_bytes()) for file in (files("content") / "packs").iterdir() if file.name.endswith("json")]
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=6)


def spoil(value: Any, draw: st.DataObject) -> Any:
    """The value with something in it replaced or removed, at a place that is drawn on the way down."""
    if not isinstance(value, dict | list) or not value or draw.draw(st.integers(0, 9)) == 0:
        return draw.draw(ANYTHING)
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = draw.draw(st.sampled_from(keys))
    spoiled = value.copy()
    if draw.draw(st.integers(0, 4)) == 0:
        del spoiled[key]
    else:
        spoiled[key] = spoil(value[key], draw)
    return spoiled


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.sampled_from(PACKS), st.data())
def test_a_spoiled_pack_is_judged_without_an_exception(pack: dict[str, Any], draw: st.DataObject) -> None:
    spoiled = spoil(pack, draw)
    decoded, findings = decode(json.dumps(spoiled).encode())
    if decoded is None:
        assert findings
    else:
        judge(decoded)
        Shelf().judge(decoded)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(ANYTHING)
def test_json_that_is_no_pack_always_has_a_finding(value: Any) -> None:
    assert decode(json.dumps(value).encode()).findings
