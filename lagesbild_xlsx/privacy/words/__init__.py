"""The words that the detectors know: names, persons, places, organisations."""
