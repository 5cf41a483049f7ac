"""`python -m safeclass`."""

import sys

from safeclass.cli import main

if __name__ == "__main__":  # a process that checks files along with this one imports it too
    sys.exit(main())
