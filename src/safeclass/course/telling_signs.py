"""Signs, in lines and in braces, by which a slip of the pen is known."""

from __future__ import annotations

import re

from safeclass.course import slips

CITATION = re.compile(r"\{[a-z0-9-]+(?:[.:][^{}\s]*)?\}")
KEY_AND_COLON = re.compile(rf"([a-z_]+)\s*[:{slips.WIDE_COLON}]")
BRACES_MEANT = re.compile(r"[(\uff08\uff5b\u3010]\s*[a-z_]+\s*: |[^\w\s\"'{\[#]\s*[a-z_]+: [\"'“{\[]")
NO_BRACES = re.compile(r"[a-z_]+: [\"'“{\[]")
STRAY = re.compile(r"[^\w\s\"'{\[#(](?=\s*[\"'{\[]|: )")
"""A sign before what begins well without it."""
NEVER_FIRST = "*&!%@`|>?"
"""Signs that mean something to YAML, so that words cannot begin with them."""
OTHER_SPACE = re.compile(f"[{slips.OTHER_SPACES}]")
