def find_sections(letter, lexicon):
    return ()
