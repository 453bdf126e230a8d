"""What has moved over time: a folder's lägesbilder become figures, a chart and a report.

Its modules are imported where they are used: pandas and matplotlib take longer to import than a
build takes.
"""
