"""The front of a letter: letterhead, title, addressees, the submission answered, who handled it."""
