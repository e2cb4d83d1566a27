"""The core's composition root, without Qt: everything that spends, keeps and remembers."""
