def find_items(letter, sections, lexicon):
    return (), ()
