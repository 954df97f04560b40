"""How long the long tests are: short in ``make test``, as the environment says in ``make soak``."""

import os

KILLS = int(os.environ.get("KILLS", "20"))  # in all, shared out among the tests
EVENTS = int(os.environ.get("EVENTS", "1200"))  # that each fuzzing test makes up
