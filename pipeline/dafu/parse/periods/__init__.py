"""Times that facts and promises hold for, resolved against the letter's date."""
