"""What makes the files that the project ships: the templates and the examples."""
