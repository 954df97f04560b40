"""Cards on Telegram, through the program as an operator starts it: a table sent, a card rated, a deck taken to Anki."""

import zipfile
from io import BytesIO
from pathlib import Path

from tests.telegram.bot_api_server import BotApiServer
from tests.telegram.person import labels
from tests.telegram.test_whole_interview import the_program

TABLE = b"front,back\nWhat is churn?,Customers who leave\n"


async def test_cards_come_as_a_table_are_studied_and_leave_for_anki(server: BotApiServer, tmp_path: Path) -> None:
    ana = server.person("Ana")
    server.state.files["table"] = TABLE
    async with the_program(server, tmp_path):
        await ana.says("/mycards import")
        await ana.sees("Send me cards as a table")
        await ana.sends("document", {"file_id": "table", "file_name": "cards.csv", "file_size": len(TABLE)})
        await ana.sees("Added 1 card.")
        await ana.says("/cards my own cards")
        await ana.sees("1 new, 0 of 1 mastered")
        await ana.presses("Start: 1 new")
        await ana.sees("What is churn?")
        await ana.says("customers that leave us")
        rating = await ana.sees("I found it in your words.")
        five = next(label for label in labels(rating) if label.startswith("5 Perfectly"))
        await ana.presses(five)
        await ana.sees("Done for now")
        await ana.says("/cards my own cards")
        await ana.sees("Nothing to do here today.")
        await ana.presses("Export for Anki")
        sent = await ana.sees("Here is the deck for Anki.")
    assert sent["document"]["file_name"] == "my-own-cards.apkg"
    package = zipfile.ZipFile(BytesIO(server.state.files[sent["document"]["file_id"]]))
    assert b"What is churn?" in package.read("collection.anki2")
