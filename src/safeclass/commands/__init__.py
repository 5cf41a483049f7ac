"""What is typed: one file, one command, one function `run(arguments) -> int`."""
