"""Reports, records, entries and judgements kept, so that many may read while one writes."""
