"""Texts and their credit lines → who wrote an article first, who signed it, and the day it had there."""
