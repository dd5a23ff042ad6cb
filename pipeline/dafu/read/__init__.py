from dafu.read.pdf import read_pdf


def read(path, settings):
    return read_pdf(path.read_bytes(), file_name=path.name, settings=settings)
