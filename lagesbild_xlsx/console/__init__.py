"""Findings and figures as a person reads them on a screen, and as another program reads them."""
