"""Text: a file becomes an article: decoded to the letter, dated, cut into sentences, folded on a copy for matching.

Offsets count code points of the text as decoded. Nothing here knows what is looked for.
"""
