"""SafeClass as a whole process: what `safeclass` and `python -m safeclass` run."""

import gc
import sys


def run() -> int:
    """One command, from the start of its process to the end; answers the exit status.

    Nobody looks for rings of objects that could be dropped: a command ends soon, and then the system takes everything back.
    What stays for long begins to look for them itself.
    """
    gc.disable()
    try:
        from safeclass.cli import main

        return main()
    except KeyboardInterrupt:  # as early, or as late, as no command hears it
        return 130
    finally:
        gc.freeze()  # else all that is left would be looked through once more: 8 ms


if __name__ == "__main__":  # a process that checks files along with this one imports it too
    sys.exit(run())
