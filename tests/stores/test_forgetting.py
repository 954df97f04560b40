"""Who deletes everything is gone from every file and every table, other people's notebooks included."""

import re
from datetime import timedelta
from random import Random

import pytest

from bot.reception import Reception
from bot.stores import Store
from content.library import load
from conversations.coaching.posting import AUDIT_LOG
from conversations.coaching.roles import Appointed
from conversations.desk import Desk
from conversations.events import Event, Pressed, Said
from conversations.feedback import Engine
from conversations.notebook import Parcel
from tests.stores.homes import Home
from tests.stores.values import MONDAY

ADA, BEA = "telegram-11", "telegram-22"
WORDS = "The xylophone shop kept its regulars in Zendesk"


@pytest.fixture(scope="module")
def desk() -> Desk:
    library = load()
    return Desk(library, Engine(library), Appointed(frozenset({BEA}), frozenset()))


class Talking:
    """Two people who talk to the coach over a real store."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self.now = MONDAY
        self.reception = Reception(desk, store, lambda: self.now, Random(7))
        self.store = store

    async def say(self, person: str, *texts: str, name: str = "") -> list[Parcel]:
        for text in texts:
            self.now += timedelta(minutes=1)
            happening = Pressed(text, self.now) if ":" in text[:3] else Said(text, self.now)
            parcels = await self.reception.receive(Event(person, happening, name=name))
            await self.reception.settled()
        return parcels


async def test_whoever_deletes_everything_leaves_one_line_in_the_audit_log_and_nothing_else(
    home: Home, store: Store, desk: Desk
) -> None:
    talking = Talking(desk, store)
    [invitation, *_] = await talking.say(BEA, "/start", "/invite spring", name="Beatrix")
    token = re.search(r"inv-\S+", invitation.reply.text)
    assert token
    await talking.say(ADA, f"/start {token[0]}", name="Adalind")
    await talking.say(ADA, f"p:answer:{BEA}:everything", "/practice crm 1 real 1", WORDS, "/stop", name="Adalind")
    await talking.say(ADA, "/addcard", WORDS, "Adalind")
    await talking.say(BEA, "/board", name="Beatrix")
    assert "Adalind" in home.everything()
    assert WORDS in home.everything()

    await talking.say(ADA, "/forget", "DELETE", name="Adalind")
    log = await store.read(AUDIT_LOG)
    assert log is not None
    assert [(entry.who, entry.act, entry.whom) for entry in log.coaching.audit] == [
        (ADA, "deleted everything about", ADA)
    ]
    await store.forget(AUDIT_LOG)
    await store.stop()  # what others' notebooks held before stays in the log for some seconds
    left = home.everything()
    assert "Adalind" not in left
    assert "xylophone" not in left
    assert [line for line in left.splitlines() if ADA in line] == []
