"""The world: states, bodies, offices and who held them when, places, event codes; tables and what reads them."""
