def find_addressees(letter, lexicon):
    return ()
