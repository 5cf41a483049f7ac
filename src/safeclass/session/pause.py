"""A break that anybody may take anywhere: slow breathing, in words."""

from __future__ import annotations

from safeclass.language import N_

BREATHS = (N_("Breathe in slowly."), N_("Hold it for a moment."), N_("Breathe out, slower still."))
"""One breath, as msgids."""
