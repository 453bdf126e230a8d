"""Other ways to make a balance list, and the floors under all of them: one script each."""
