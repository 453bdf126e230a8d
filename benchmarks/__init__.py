"""What a build costs, beside other ways to do the same work: ``make bench``."""
