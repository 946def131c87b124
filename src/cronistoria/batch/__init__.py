"""Very many reports: read in shards by one process, by several or by a cluster, to the same Parquet files.

The only folder that knows the distributed engine. The way of a batch, every step of which is a task that any worker may
do, again if need be, with the same bytes as result:

```text
inputs ─gather─▶ runs of documents, by id ─read─▶ shards of rows, by month and id ─lay─▶ table/month=…/part-….parquet
```
"""
