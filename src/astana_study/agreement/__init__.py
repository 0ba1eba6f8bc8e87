"""Hand codings in and out of files, and how far two codings agree: a coder against a hand coding, or two people."""
