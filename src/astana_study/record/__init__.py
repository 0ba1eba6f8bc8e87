"""The record of the rounds: read from ``data/raw/record``, held against the schema, and against itself.

`loading` reads; `crosschecks` knows what must hold between the rows. Nothing here knows how a text is coded.
"""
