"""The business identification number (BIN) of Kazakhstan and its check digit.

Rule: the law on national registers of identification numbers (No. 223-III of 2007) and its
order of making them: eleven digits weighed 1…11, and once more 3…11, 1, 2 where the remainder is ten.
"""

FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)


def is_valid_bin(text: str) -> bool:
    """Whether the text is twelve digits whose last one checks the others."""
    if len(text) != 12 or not (text.isascii() and text.isdigit()):
        return False
    digits = [int(character) for character in text]
    check = sum(d * w for d, w in zip(digits, FIRST_WEIGHTS, strict=False)) % 11
    if check == 10:
        check = sum(d * w for d, w in zip(digits, SECOND_WEIGHTS, strict=False)) % 11
    return check == digits[11]
