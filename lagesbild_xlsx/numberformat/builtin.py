"""The codes that a workbook need not hold (ECMA-376 part 1, 18.8.30), as in a Swedish Excel."""

CURRENCY = ('#,##0\\ "kr";\\-#,##0\\ "kr"', '#,##0.00\\ "kr";\\-#,##0.00\\ "kr"')
NUMBER = ("#,##0;\\-#,##0", "#,##0.00;\\-#,##0.00")
ACCOUNTS = (
    '_-* #,##0_-;\\-* #,##0_-;_-* "-"_-;_-@_-',
    '_-* #,##0\\ "kr"_-;\\-* #,##0\\ "kr"_-;_-* "-"\\ "kr"_-;_-@_-',
    '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-',
    '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-',
)

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: CURRENCY[0], 6: CURRENCY[0], 7: CURRENCY[1], 8: CURRENCY[1],
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy-mm-dd", 15: "dd-mmm-yy", 16: "dd-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm", 21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm",
    37: NUMBER[0], 38: NUMBER[0], 39: NUMBER[1], 40: NUMBER[1],
    41: ACCOUNTS[0], 42: ACCOUNTS[1], 43: ACCOUNTS[2], 44: ACCOUNTS[3],
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The codes by their numbers."""
