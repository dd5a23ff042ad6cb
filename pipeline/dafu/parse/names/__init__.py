"""Entities: organs, institutions, persons, places, programmes, meetings."""
