"""Files that people send: small texts are fetched and handed in, everything else is named and nothing more."""

from datetime import UTC, datetime

import pytest

from bot.telegram.translation import MAXIMUM_FILE_BYTES, Happened, Me, translate
from conversations.events import Delivered, Kind, Sent
from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.coach import Coach

TABLE = b"What is churn?,Customers who leave\n"


async def test_a_table_arrives_with_its_content(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    server.state.files["cards.csv"] = TABLE
    await ana.sends("document", {"file_id": "cards.csv", "file_name": "my cards.csv", "file_size": len(TABLE)})
    await ana.reads()
    happening = coach.reception.events[-1].happening
    assert isinstance(happening, Delivered)
    assert (happening.name, happening.content) == ("my cards.csv", TABLE)


async def test_a_file_that_telegram_no_longer_has_arrives_empty(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    await ana.sends("document", {"file_id": "gone", "file_name": "cards.csv", "file_size": 10})
    await ana.reads()
    happening = coach.reception.events[-1].happening
    assert isinstance(happening, Delivered)
    assert happening.content == b""


async def test_two_tables_sent_together_both_arrive(server: BotApiServer, coach: Coach) -> None:
    ana = server.person("Ana")
    server.state.files |= {"one": b"a,b", "two": b"c,d"}
    for name in ("one", "two"):
        file = {"file_id": name, "file_name": f"{name}.txt", "file_size": 3}
        await ana.sends("document", file, media_group_id="7")
    await ana.reads()
    await ana.reads()
    contents = [event.happening.content for event in coach.reception.events if isinstance(event.happening, Delivered)]
    assert contents == [b"a,b", b"c,d"]


@pytest.mark.parametrize(
    ("file", "caption"),
    [
        ({"file_id": "x", "file_name": "cv.pdf", "file_size": 10}, ""),
        ({"file_id": "x", "file_name": "cards.csv", "file_size": MAXIMUM_FILE_BYTES + 1}, ""),
        ({"file_id": "x", "file_name": "cards.csv"}, ""),
        ({"file_id": "x", "file_name": "cards.csv", "file_size": 10}, "My answer is under it"),
    ],
)
def test_other_files_large_ones_and_those_with_words_under_them_are_not_fetched(
    file: dict[str, object], caption: str
) -> None:
    person = {"id": 7, "first_name": "Ana"}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 3, "date": 1, "from": person, "chat": chat, "document": file, "caption": caption}
    meaning = translate({"update_id": 1, "message": message}, Me(1, "coach"), datetime(2026, 3, 2, tzinfo=UTC))
    assert isinstance(meaning, Happened)
    assert meaning.document is None
    assert meaning.event.happening == Sent(Kind.FILE, datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), caption, 3)
