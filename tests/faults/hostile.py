"""What people, forgers and broken clients may send: words of every kind, buttons of every kind."""

from hypothesis import strategies as st

from conversations import buttons
from conversations.commands import COMMANDS, OF_ROLES
from tests.conversations.stories import STORY, THIN

HTML = '<b>bold</b><script>alert("x")</script><img src=x onerror=alert(1)>&amp;&lt;</blockquote></body>'
MARKDOWN = "*bold* _it_ [link](javascript:alert(1)) `code` ```\n# h\n> q\n| a | b |\n![x](http://x/y.png) ~~s~~ \\*"
CONTROLS = "\x00\x01bold\x05\x02\x03\x04\x05\x07\x1b[31mred\x1b[0m\u202eright to left\u2066\ufeff\x7f"
FORMULA = '=HYPERLINK("http://x","y")\t@SUM(1)\r\n+1-1;"quoted","cells"'
PATHS = "../../../../etc/passwd\x00.html"
EMOJI = "👩\u200d🚒🏳️\u200d🌈é\u0301\u0301ﷺ" * 3
HALVES = "half \ud83d an emoji \udc00"
EDGES = ["x" * 4096, "y" * 4097, "😀" * 2048, "😀" * 2049, "word " * 900, "\n" * 4096, "a\n\n" * 2000, "<" * 4096]
WORDS = [
    STORY,
    THIN,
    HTML,
    MARKDOWN,
    CONTROLS,
    FORMULA,
    PATHS,
    EMOJI,
    HALVES,
    *EDGES,
    "",
    " ",
    "4",
    "yes",
    "DELETE",
    "skip",
]
NAMES = ["Ada", "", HTML, MARKDOWN, CONTROLS, HALVES, "😀" * 300, " "]

ARGUMENTS = [
    *["", "crm", "crm 1", "crm 1 practice 1", "crm 3 real 2", "surprise", "cem 9", "csm 2", "1", "0", "-1", "9" * 20],
    *["2 html", "1 json", "3 md", "1 pdf", "spring 5", "in 3 days", "2026-03-20", "tomorrow", "Europe/Berlin"],
    *["telegram-ada", "12345", "CRM flashcards", "off", "inv-0-telegram-bea", "x" * 4000, HTML, CONTROLS],
]
NAMED = [command.name for command in (*COMMANDS, *(own for each in OF_ROLES.values() for own in each))]


def one_of(texts: list[str]) -> st.SearchStrategy[str]:
    """By its place, as texts of thousands of characters are not worth showing."""
    return st.integers(0, len(texts) - 1).map(lambda place: texts[place])


def words() -> st.SearchStrategy[str]:
    return one_of(WORDS) | st.text(max_size=60) | st.text(st.characters(), max_size=20)


def commands() -> st.SearchStrategy[str]:
    return st.builds(lambda name, argument: f"/{name} {argument}".rstrip(), st.sampled_from(NAMED), one_of(ARGUMENTS))


def names() -> st.SearchStrategy[str]:
    return one_of(NAMES) | st.text(max_size=10)


def forged_buttons() -> st.SearchStrategy[str]:
    """Ids that no screen has shown, of known conversations and of none."""
    conversations = [value for name, value in vars(buttons).items() if name.isupper() and isinstance(value, str)]
    verbs = "rate skip hint next add yes no end done show pick page card all open send 0 1 4 99".split()
    part = st.sampled_from([*verbs, "telegram-ada", "crm-l1-q1", "crm", "", "-1", "9" * 20, "é", "/start"]) | st.text(
        max_size=5
    )
    known = st.builds(
        lambda name, rest: ":".join([name, *rest]), st.sampled_from(conversations), st.lists(part, max_size=5)
    )
    return known | st.text(max_size=64)
