"""The codebook: what is looked for, as data (actors, people, topics, cues, distance markers, lists, the calendar).

Each file is a CSV that a person can read and correct; `loading` checks them against each other and gives all of them
one hash. Nothing here knows a text.
"""
