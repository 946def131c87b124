"""The pages: server-rendered, readable without a script; what they show is asked of the desk."""
