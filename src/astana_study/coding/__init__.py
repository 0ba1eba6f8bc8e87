"""Coding: a text and the codebook become records: sentences, mentions, claims, each with its offsets.

`records` names the rows; `coder` is the way through. Nothing here knows tables or figures.
"""
