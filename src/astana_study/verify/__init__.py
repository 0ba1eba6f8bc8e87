"""Published against recomputed: is every table, figure and notebook still what the code makes of the data?

`making` makes everything anew in a scratch folder; `comparing` holds it against what is published, by `rows`,
`pictures` and `cells`; `report` shows the differences side by side. `manifest` says what is published and what made
it, and from it `metadata` writes the files that archives and reviewers read. `publishing` is the one place that
overwrites.

This room knows files, and asks the others to make them. It must not know how a text is coded or a figure drawn.
"""
