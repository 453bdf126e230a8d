"""A lägesbild that somebody wrote by hand, read by what its headings and tables say."""
