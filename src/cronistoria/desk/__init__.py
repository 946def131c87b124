"""A chronicle kept at hand for many questions: books that stay while the store does not change, reports read aside."""
