"""The program dies at any moment: what it had said was kept is kept, and the file is whole."""

from __future__ import annotations

import os
import random
import select
import time
from pathlib import Path

from sitting import NARU, answers_in, assert_in_order, process, progress_in

ANSWER = """
store = EventStore(path, lambda: datetime.now(UTC))
first, profile = int(sys.argv[2]), sys.argv[3]
lesson = "looking-and-keeping"
for number in range(first, first + 100_000):
    if number % 50 == 0:
        store.append(profile, Event(Happened.STARTED, lesson))
    store.append(profile, Event(Happened.ANSWERED, lesson, f"card-{number % 9}", (str(number),), True))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
    if number % 40 == 39:
        store.close()
        store = EventStore(path, lambda: datetime.now(UTC))
"""


def test_every_answer_that_was_acknowledged_survives_sudden_ends(path: Path) -> None:
    chance = random.Random()
    kept, ends = 0, 0
    while ends < 30 or kept <= 60:
        ends += 1
        assert ends < 300, "it keeps next to nothing"
        other = process(ANSWER, path, str(kept), NARU)
        assert other.stdout is not None
        said = read_for(other.stdout.fileno(), chance.uniform(0, 0.06))
        other.kill()
        other.wait(timeout=20)
        while more := os.read(other.stdout.fileno(), 65536):
            said += more
        acknowledged = [int(line) for line in said.decode().split("\n")[:-1]]
        for pipe in (other.stdin, other.stdout, other.stderr):
            assert pipe is not None
            pipe.close()
        answers = answers_in(path)
        # One more may be there: kept, and killed before it could say so.
        assert len(answers) in (kept + len(acknowledged), kept + len(acknowledged) + 1)
        assert answers == [str(number) for number in range(len(answers))]
        assert_in_order(path)
        kept = len(answers)
    # A new sitting begins at every fiftieth answer; the last end may have come right after it had begun, or right before.
    since = kept % 50
    assert progress_in(path).answered in ({min(since, 9)} if since else {0, 9})


def read_for(pipe: int, seconds: float) -> bytes:
    """What is said from the first word on, for so long."""
    said, until = b"", float("inf")
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select([pipe], [], [], min(left, 20))
        assert ready or said, "it never said anything"
        if not ready:
            break
        said += os.read(pipe, 65536)
        until = min(until, time.monotonic() + seconds)
    return said
