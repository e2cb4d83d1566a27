"""The wire: one attempt over HTTP, from a recipe to pictures on disk."""
