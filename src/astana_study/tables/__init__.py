"""Tables: records and files become tidy frames that keep one declared schema, and are written and read back.

`schema` declares every table once; `checking` holds frames against it; `files` writes and reads them;
`building` makes all tables of a study folder. Nothing here knows how a text is coded or how a figure looks.
"""
