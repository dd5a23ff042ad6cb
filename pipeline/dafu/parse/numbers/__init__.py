"""The account of every number in a letter."""
