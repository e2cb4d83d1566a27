"""The region of a picture that alone may change."""
