"""The page of groups: the board, and charts.

The charts are painted here: pyqtgraph would load for a second on the GUI thread, and has no words for a
screen reader.
"""
