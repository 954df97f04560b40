"""What a person recalled of a card, whichever deck it comes from."""

from content.model import Card
from conversations.feedback import Recall
from conversations.feedback.guards.pasted import vocabulary
from conversations.feedback.recall import Recaller
from conversations.study.decks import is_authored
from conversations.study.derived import IDEA
from conversations.visit import Visit


def recall(visit: Visit, card: Card, typed: str) -> Recall:
    """Holds typed words against the items of a card: by the cues where there are some, else by the items' own words,
    where something that has a word in common with an item may be thin but is not called wrong."""
    if is_authored(visit.library, card.id):
        return visit.engine.recall(card.id, typed)
    match card.id.split("."):
        case [definitions, kind, idea] if kind == IDEA and idea in visit.engine.ideas(definitions, typed):
            return Recall((1,))
    found = Recaller([card], (), visit.library.lexicon, frozenset()).recall(card.id, typed)
    own = frozenset[str]().union(*(vocabulary(item.text) for item in card.items))
    return Recall(found.recalled, tuple(words for words in found.wrong if not own & vocabulary(words)))
