"""Words brought to one form: spelling, irregular verbs, contractions without apostrophe, endings."""

import unicodedata
from functools import lru_cache

import Stemmer

NUMBER = "#"  # the stem of every number, however it is written
_SNOWBALL = Stemmer.Stemmer("english", 0)  # its own cache grows without care for memory; ours below is bounded

_IRREGULAR = {
    form: base
    for base, forms in {
        "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built", "buy": "bought",
        "catch": "caught", "choose": "chose chosen", "come": "came", "cut": "cutting", "deal": "dealt",
        "do": "did done does",
        "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feel": "felt",
        "fight": "fought", "find": "found", "fly": "flew flown", "forget": "forgot forgotten", "get": "got gotten",
        "give": "gave given", "go": "went gone goes", "grow": "grew grown", "have": "had has", "hear": "heard",
        "hold": "held", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "learn": "learnt",
        "leave": "left", "lend": "lent", "lose": "lost", "make": "made", "mean": "meant", "meet": "met",
        "pay": "paid",
        "read": "reading", "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran",
        "say": "said",
        "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "shake": "shook", "show": "shown",
        "shrink": "shrank shrunk", "sing": "sang", "sit": "sat", "sleep": "slept", "speak": "spoke spoken",
        "spend": "spent", "split": "splitting", "stand": "stood", "steal": "stole stolen", "stick": "stuck",
        "swap": "swop swopped", "take": "took taken", "teach": "taught teached", "tell": "told", "think": "thought",
        "throw": "threw thrown", "understand": "understood", "wake": "woke woken", "win": "won",
        "write": "wrote written writen",
        "draft": "draught", "program": "programme programmes", "center": "centre centres", "check": "cheque cheques",
        "license": "licence licences", "practice": "practise practised practising", "gray": "grey",
        "catalog": "catalogue catalogues", "woman": "women", "man": "men", "person": "people persons peoples",
        "child": "children", "criterion": "criteria", "analysis": "analyses", "dialog": "dialogue dialogues",
    }.items()
    for form in forms.split()
}  # fmt: skip
_OWN_STEMS = {  # nouns that the stemmer would throw together with another word
    form: noun
    for noun in "customer manager marketing important department position positive business".split()
    for form in (noun, f"{noun}s", f"{noun}es")
}
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million dozen dozens half third quarter double triple".split()
)
_CONTRACTIONS = {
    full.replace("'", ""): full
    for full in (
        "didn't don't doesn't wasn't weren't isn't aren't hasn't haven't hadn't couldn't wouldn't "
        "shouldn't can't won't i've i'm we've they've you've he'd that's what's there's they're you're who's"
    ).split()
}
_ED_BASES = frozenset("need feed speed proceed exceed succeed indeed bleed breed embed weed seed".split())
_KEEP_S = frozenset(("it", "that", "he", "she", "what", "there", "here", "who", "let", "where", "how"))
_APOSTROPHES = str.maketrans("’ʼ`´", "''''", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


@lru_cache(maxsize=50_000)
def normal(written: str) -> str:
    """The word as we compare it: lower case, straight apostrophe, no accents or invisible marks."""
    word = written.translate(_APOSTROPHES).casefold()
    if not word.isascii():
        word = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return _CONTRACTIONS.get(word, word)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a normal word; every number becomes ``#``, a possessive loses its ending."""
    if word[:1].isdigit():
        return NUMBER
    if "'" in word:
        head, _, tail = word.partition("'")
        if tail not in ("s", "") or head in _KEEP_S:
            return word
        word = head
    if word in _OWN_STEMS:
        return _OWN_STEMS[word]
    word = _IRREGULAR.get(word, word)
    return str(_SNOWBALL.stemWord(_american(word)))


@lru_cache(maxsize=50_000)
def is_past(word: str) -> bool:
    """Whether a normal word looks like a past form or a participle."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in _ED_BASES)


@lru_cache(maxsize=50_000)
def is_number(word: str) -> bool:
    """Whether a normal word is a number, in figures or in words above one."""
    return word[:1].isdigit() or word in _NUMBER_WORDS


def _american(word: str) -> str:
    """British endings as American ones; done to lexicon and answer alike, so that a wrong guess still matches."""
    if len(word) >= 6:
        for british, american in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"),
                                  ("ises", "izes"),
                                  ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing")):  # fmt: skip
            if word.endswith(british):
                return word[: -len(british)] + american
        word = (
            word.replace("avour", "avor")
            .replace("ighbour", "ighbor")
            .replace("iour", "ior")
            .replace("abour", "abor")
            .replace("olour", "olor")
        )
        word = (
            word.replace("elling", "eling").replace("elled", "eled").replace("onour", "onor").replace("arbour", "arbor")
        )
    return word
