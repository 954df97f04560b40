"""How long the long tests are (short in ``make test``, long in ``make soak``), and which database they use."""

import os

KILLS = int(os.environ.get("KILLS", "20"))  # in all, shared out among the tests
EVENTS = int(os.environ.get("EVENTS", "1200"))  # that each fuzzing test makes up
DATABASE_URL = os.environ.pop("DATABASE_URL", None)  # of a server to be used instead of one started for the tests
