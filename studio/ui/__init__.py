"""The window: widgets that show state and say what a person did."""
