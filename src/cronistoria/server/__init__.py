"""One process that serves a chronicle: pages and HTTP interface put together, with their safeguards."""
