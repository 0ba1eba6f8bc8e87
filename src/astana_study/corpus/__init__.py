"""Articles from outside the study: how a file of the user's own gets its id, and how many of them are coded at once.

This room knows files and the way through the coder. It must not know rules or cues.
"""
