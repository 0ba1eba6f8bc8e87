"""The grammar of English news prose and joint statements: words, phrases, clauses, claims.

`lexicon` analyses a word once for each spelling; `sentence` lays a sentence out with its names and quotations;
`clauses` finds verb groups and the subject of any of them, lazily; `arguments` reads what follows a verb;
`grammar` and its neighbours turn predicates into claims. What is looked for comes from the codebook.
"""
