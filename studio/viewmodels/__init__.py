"""Events turned into state that widgets show. QtCore and QtGui only."""
