"""Where records go: one module a target."""
