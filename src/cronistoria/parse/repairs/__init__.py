"""Trees of a parser put right, step by step."""
