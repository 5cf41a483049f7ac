"""How sure learners say they were of an answer."""

from __future__ import annotations

from safeclass.language import N_

SURENESS = {1: N_("Just a guess"), 2: N_("Not quite sure"), 3: N_("Sure")}
"""The three levels, and what each is called: msgids."""
SURE = max(SURENESS)
"""The highest of them."""
