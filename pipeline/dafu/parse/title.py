def find_title(letter, lexicon):
    return None


def genre_of(letter, title, addressees, lexicon):
    return "reply"
