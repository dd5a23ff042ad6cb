"""Documents cited, and what the letter does with them."""
