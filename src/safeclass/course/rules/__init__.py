"""What a good course keeps, a family of rules a file."""
