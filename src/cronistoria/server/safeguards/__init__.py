"""What stands between the network and the routes: each a middleware that knows one danger."""
