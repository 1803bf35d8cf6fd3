"""Sources in: a file or address is read into articles, which are loaded into the archive."""
