"""Parts of `benchmarks.dates`: corpora and cases with gold dates, the peers, and the scores."""
