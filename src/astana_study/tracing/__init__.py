"""From a mark in a figure back to the words: figure row, table rows, sentence with offsets, article file, its source.

`marks` knows which rows of which tables stand behind one mark of each figure; `following` goes the rest of the way and
reads the article anew, so that a trace also proves that the words are there; `chain` holds what was found and shows it.
"""
