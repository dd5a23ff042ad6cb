def find_handling(letter, lexicon):
    return ()
