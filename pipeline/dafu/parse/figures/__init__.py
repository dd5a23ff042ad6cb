"""Figures: what is measured, where, when, of what, and how sure."""
