"""The archive kept in one SQLite file; what is SQLite's stays in here."""
