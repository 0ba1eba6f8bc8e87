"""Notebooks through papermill: what may be asked of them, how they are run, and which runs make up the study.

The way of one run: `plan` reads ``notebooks/runs.toml`` → `contract` checks every parameter before anything starts
→ `freshness` tells whether the run is needed at all → `execution` runs it through papermill, on a kernel that `warm`
forked from a process with everything imported (`forkserver`) → `normalising` takes out what differs between two equal
runs → the file gets its final name in one step. `reproducing` does that for all runs at once.

This room knows notebooks and parameters. It must not know what a claim or a round is: allowed values come from the
tables and closed lists that ``runs.toml`` names.
"""
