"""The grammar of Arabic news prose: words, phrases, clauses, claims.

`lexicon` analyses a word (proclitics, verb forms, names that begin with it), once for each spelling; `phrases`
finds noun phrases and who they name; `clauses` walks a sentence from predicate to predicate and tells main clause
from nested; `claims` turns a predicate with its frame into a claim. What is looked for comes from the codebook.
"""
