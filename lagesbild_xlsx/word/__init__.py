"""Word documents: a lägesbild merged into a template's content controls, and read back."""
