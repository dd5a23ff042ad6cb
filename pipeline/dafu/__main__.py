"""`python -m dafu`."""

from dafu.cli import main

main()
