"""Written forms: how markers, numerals, dates, organs and document numbers are printed.

What layout and parse both need to recognise. Nothing here decides what a form means in a letter.
"""
