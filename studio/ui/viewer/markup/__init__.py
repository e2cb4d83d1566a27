"""Marks on a picture, sent as the instruction."""
