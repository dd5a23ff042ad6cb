"""What the letter says against itself."""
