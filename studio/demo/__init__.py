"""A gateway that runs inside the program: draws sample pictures and speaks the wire from the other side."""
