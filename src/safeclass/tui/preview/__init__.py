"""A lesson as its author sees it: what a learner meets, its faults beside it, read anew whenever it is saved."""
