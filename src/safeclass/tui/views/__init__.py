"""The activities that fill the screen, one a file."""
