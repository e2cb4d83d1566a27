"""How fast it is: ratios to a floor in the same run. Run by `go.py bench`; never a timed test."""
