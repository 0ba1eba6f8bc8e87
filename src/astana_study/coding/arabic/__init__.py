"""The grammar of Arabic news prose: words, phrases, clauses, claims.

`lexicon` analyses a word (proclitics, verb forms, names that begin with it), once for each spelling; `phrases` finds
noun phrases and who they name; `scope` knows who acts in a clause; `clauses` walks a sentence from predicate to
predicate and tells main clause from nested; `verbs`, `relatives`, `nominals` and `headlines` turn predicates with their
frames into claims, by way of `acts` (which act) and `content` (what is said).
What is looked for comes from the codebook.
"""
