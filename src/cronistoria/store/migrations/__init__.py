"""How the tables of one version become those of the next; run by `store.opening`, in one transaction."""
