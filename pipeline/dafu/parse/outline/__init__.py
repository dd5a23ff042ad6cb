"""The outline: which counters mark, how sections nest, what each does in the letter."""
