def split_letters(blocks, lexicon):
    return (blocks,)
