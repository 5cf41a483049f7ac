"""The power goes at any moment, again and again: no answer is lost whose feedback had been on the screen."""

from __future__ import annotations

import os
import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from sudden_end import end_suddenly
from thorough import THOROUGH

MOMENTS, SECONDS = (200, 300.0) if THOROUGH else (40, 20.0)
"""How many moments, and for how long sittings are begun; a loaded machine sees fewer of them."""


def test_what_was_seen_is_kept_at_every_sudden_end(tmp_path: Path) -> None:
    workers = os.cpu_count() or 1
    share = -(-MOMENTS // workers)
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        seeds = [random.randrange(2**32) for _ in range(workers)]
        ends = [pool.submit(end_suddenly, tmp_path / f"home-{seed}", seed, share, SECONDS) for seed in seeds]
        told, lost = zip(*(end.result() for end in ends), strict=True)
    assert not [loss for losses in lost for loss in losses]
    assert sum(told) > MOMENTS / 2, "the screens told too little for this to mean anything"
