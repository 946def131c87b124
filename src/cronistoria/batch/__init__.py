"""Many reports at once, in shards, on one machine or on a cluster: Parquet in, Parquet out."""
