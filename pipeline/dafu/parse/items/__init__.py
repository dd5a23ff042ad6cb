"""Work items: what was done, what is planned or refused, how firmly and until when."""
