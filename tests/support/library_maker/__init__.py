"""Makes libraries to try things on: real rows, real thumbnails, any number of versions."""
