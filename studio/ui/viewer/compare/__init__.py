"""Two to nine pictures held against each other."""
