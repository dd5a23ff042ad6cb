"""What the command line does, one module a command; loaded when the command is called."""
