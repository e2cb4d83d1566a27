"""Pillow's types name numpy, which nothing here uses: this is as much of it as the type checker asks for."""
