"""The peers' own processes: each reads texts on standard input and answers on standard output."""
