"""What is counted and timed for the operator, without anything about a person."""

from prometheus_client import Counter, Gauge, Histogram

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

UPDATES = Counter("coach_updates_total", "Updates from Telegram, by what became of them", ["outcome"])
COMMIT_SECONDS = Histogram("coach_commit_seconds", "From the arrival of an update to its commit", buckets=_SECONDS)
SENT = Counter("coach_replies_total", "Replies to Telegram, by what became of them", ["outcome"])
DELIVERY_SECONDS = Histogram(
    "coach_delivery_seconds", "From the turn of a reply to its arrival at Telegram, waiting included", buckets=_SECONDS
)
UNDER_WAY = Gauge("coach_updates_under_way", "Updates taken in and not committed yet")
