"""The whole under load: ``python -m tests.benchmarks.load`` prints the tables of README.md.

Bots that are compared take turns of a few seconds within one run, so that whatever else the machine does meets all of
them. What counts is their ratio.
"""

import argparse
import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import uvloop

from tests.benchmarks.bots import COACH, ECHO_AIOGRAM, ECHO_TELEGRAM, Bot, Kind, running
from tests.benchmarks.postgres import a_server

CHATS = 200


class Measured(NamedTuple):
    """``rate`` is turns a second, ``cpu`` the bot's CPU seconds for 1,000 turns."""

    rate: float
    cpu: float


async def measure(bot: Bot, seconds: float, warm_up: float = 0.5) -> Measured:
    """Lets the bot's people talk for so long, and then rest. All of them begin at once; the warm-up lets that pass."""
    bot.crowd.go()
    await asyncio.sleep(warm_up)
    bot.crowd.latencies.clear()
    turns, cpu, begun = bot.crowd.turns, bot.cpu_seconds(), time.perf_counter()
    await asyncio.sleep(seconds)
    turns, cpu, took = bot.crowd.turns - turns, bot.cpu_seconds() - cpu, time.perf_counter() - begun
    await bot.crowd.rest()
    return Measured(turns / took, 1000 * cpu / max(turns, 1))


async def compare(bots: Sequence[Bot], rounds: int, seconds: float) -> dict[str, list[Measured]]:
    """The bots in turn, so many rounds."""
    found: dict[str, list[Measured]] = {bot.kind.name: [] for bot in bots}
    for bot in bots:
        await measure(bot, 1.0)  # connections are made, code is warm
    for number in range(rounds):
        for bot in bots if number % 2 == 0 else reversed(bots):
            found[bot.kind.name].append(await measure(bot, seconds))
    return found


def table(title: str, found: dict[str, list[Measured]], against: str) -> str:
    """As Markdown; the ratios are medians over the rounds, each round's against the same round's."""
    lines = [
        f"| {title} | turns/s | CPU s per 1,000 | rate, of {against} | CPU, of {against} |",
        "|---|---|---|---|---|",
    ]
    for name, rounds in found.items():
        pairs = list(zip(rounds, found[against], strict=True))
        rates, cpus = median(a.rate / b.rate for a, b in pairs), median(a.cpu / b.cpu for a, b in pairs)
        rate, cpu = median(each.rate for each in rounds), median(each.cpu for each in rounds)
        lines.append(f"| {name} | {rate:,.0f} | {cpu:.2f} | {rates:.2f} | {cpus:.2f} |")
    return "\n".join(lines)


@asynccontextmanager
async def started(kinds: Sequence[Kind], folder: Path, webhooks: int, delay: float) -> AsyncIterator[list[Bot]]:
    async with AsyncExitStack() as stack:
        bots = []
        for kind in kinds:
            data = Path(tempfile.mkdtemp(dir=folder))
            bots.append(await stack.enter_async_context(running(kind, data, chats=CHATS, webhooks=webhooks)))
            bots[-1].server.delay = delay
        yield bots


async def rates(folder: Path, rounds: int, seconds: float) -> None:
    """The coach beside two bots that only echo."""
    for mode, webhooks in (("polling", 0), ("webhook", 1)):
        for network, delay in (("loopback", 0.0), ("50 ms added to every reply", 0.05)):
            async with started((COACH, ECHO_TELEGRAM, ECHO_AIOGRAM), folder, webhooks, delay) as bots:
                found = await compare(bots, rounds, seconds)
            print(table(f"{mode}, {network}", found, ECHO_AIOGRAM.name), end="\n\n", flush=True)


async def checkouts(folder: Path, others: Sequence[Path], rounds: int, seconds: float, webhooks: int) -> None:
    """The coach as it is here beside other checkouts of it."""
    kinds = [Kind("here", COACH.module, COACH.people)]
    kinds += [Kind(other.name, COACH.module, COACH.people, other) for other in others]
    async with started(kinds, folder, webhooks, 0.0) as bots:
        found = await compare(bots, rounds, seconds)
    print(table("checkout", found, kinds[-1].name))


async def latencies(folder: Path, seconds: float) -> None:
    """From saying something to the reply, with half of the turns a second that the coach can do."""
    print("| half of the highest load | turns/s | p50, ms | p99, ms |", "|---|---|---|---|", sep="\n")
    for mode, webhooks in (("polling", 0), ("webhook", 1)):
        async with started((COACH,), folder, webhooks, 0.0) as (bot,):
            highest = await measure(bot, seconds)
            bot.crowd.pause = 2 * CHATS / highest.rate
            half = await measure(bot, seconds, warm_up=2.0)
            cuts = quantiles(bot.crowd.latencies, n=100)
            print(f"| {mode} | {half.rate:,.0f} | {1000 * cuts[49]:.1f} | {1000 * cuts[98]:.1f} |", flush=True)


async def memory(folder: Path, people: int) -> None:
    """Memory while so many people come, practice once and leave."""
    print("| people who practiced once | memory, MB |", "|---|---|", sep="\n")
    async with running(COACH, folder / "memory", chats=CHATS, fresh=True) as bot:
        bot.crowd.go()
        deadline = time.perf_counter() + 60 + people / 10
        for share in (0.1, 0.25, 0.5, 0.75, 1.0):
            while bot.crowd.interviews < share * people:
                if time.perf_counter() > deadline:
                    raise TimeoutError(f"only {bot.crowd.interviews} people have practiced")
                await asyncio.sleep(0.2)
            print(f"| {bot.crowd.interviews:,} | {bot.resident_bytes() / 1e6:.0f} |", flush=True)
        await bot.crowd.rest()


async def replicas(folder: Path, rounds: int, seconds: float) -> None:
    """One and two replicas by webhook on one PostgreSQL server, each a single process: how they share the work shows
    only while there are processors for all."""
    async with AsyncExitStack() as stack:
        address = stack.enter_context(a_server(folder / "postgres"))
        bots = []
        for number in (1, 2):
            kind = Kind(f"{number} by webhook", COACH.module, COACH.people)
            starting = running(kind, address, chats=CHATS, webhooks=number, first=number * 1_000_000, DESKS="0")
            bots.append(await stack.enter_async_context(starting))
        found = await compare(bots, rounds, seconds)
    print(table("replicas on PostgreSQL", found, "1 by webhook"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.load", description=__doc__)
    parser.add_argument("what", nargs="*", default=["rates", "latencies", "memory", "replicas"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0, help="of each bot in each round")
    parser.add_argument("--people", type=int, default=3000, help="who practice once; the long form is 100000")
    parser.add_argument("--webhooks", type=int, default=0, help="of checkouts that are compared")
    parser.add_argument("--checkouts", type=Path, nargs="*", default=[], help="others to compare this one with")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="coach-load-"))
    try:
        for what in options.what if not options.checkouts else ["checkouts"]:
            match what:
                case "rates":
                    uvloop.run(rates(folder, options.rounds, options.seconds))
                case "latencies":
                    uvloop.run(latencies(folder, 2 * options.seconds))
                case "memory":
                    uvloop.run(memory(folder, options.people))
                case "replicas":
                    uvloop.run(replicas(folder, options.rounds, options.seconds))
                case "checkouts":
                    uvloop.run(checkouts(folder, options.checkouts, options.rounds, options.seconds, options.webhooks))
                case _:
                    parser.error(f"there is no {what!r}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
