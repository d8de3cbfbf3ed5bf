"""Lengths as the pictures of the site give them, with no more digits than can be seen."""


def length_text(value: float) -> str:
    """A length or a place in a picture, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def share_text(count: int, top: int) -> str:
    """A count in hundredths of `top`, to a hundredth of them."""
    return f"{100 * count / top:.2f}".rstrip("0").rstrip(".")
