"""How the shipped model is made: prepare, train, evaluate, export. See CARD.md for the commands and the figures."""
