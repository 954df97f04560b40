"""A transcript as one web page: no scripts, nothing fetched, everything escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.exports import wording
from bot.exports.highlighting import counted, stretches
from conversations.transcript import Transcript


def page(transcript: Transcript) -> str:
    """A whole HTML document."""
    return _template().render(transcript=transcript)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("bot.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(wording=wording, counted=counted, stretches=stretches)
    return environment.get_template("transcript.html")
