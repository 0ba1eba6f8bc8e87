"""Hand codings, and how far a coder and a hand coding (or two hand codings) agree."""
