"""`python -m safeclass`."""

import sys

from safeclass.cli import main

sys.exit(main())
