"""Hand codings in and out, and how far a coder and a hand coding (or two hand codings) agree: measures, alpha, differences."""
