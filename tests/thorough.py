"""How much is tried: enough for every change, or with THOROUGH=1 everything, which takes some ten minutes more."""

from __future__ import annotations

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
"""Whether everything is tried: each way through each lesson in each language, each way out of each page, 200 sudden ends."""
