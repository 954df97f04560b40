"""The Telegram edge: updates in, replies out, nothing lost on the way. The only room that imports telegram."""

import os

# How long to wait after a 429 then comes as a timedelta, which is what later versions of the library always give.
os.environ.setdefault("PTB_TIMEDELTA", "true")
