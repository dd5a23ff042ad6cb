from dafu.records import Letterhead


def find_letterhead(letter, lexicon):
    return Letterhead()
