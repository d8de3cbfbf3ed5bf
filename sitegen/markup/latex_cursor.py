"""A place in a tokenised text, and the reading of command arguments from there."""

from dataclasses import dataclass

from sitegen.markup.latex_tokens import Kind, Token, matching_braces, tokenize

_LONGEST_OPTION = 100


@dataclass(slots=True)
class Cursor:
    """Where a parser stands: token `at` is the next one, `stop` ends the group that is being read.

    `depth` counts the groups around it, `verbatim` says that quotes and dashes are to stay as typed.
    """

    text: str
    tokens: list[Token]
    partners: dict[int, int]
    stop: int
    at: int = 0
    depth: int = 0
    verbatim: bool = False

    @classmethod
    def over(cls, text: str, *, depth: int = 0) -> "Cursor":
        """A cursor at the start of a text."""
        tokens = tokenize(text)
        return cls(text, list(tokens), matching_braces(tokens), len(tokens), depth=depth)

    @property
    def token(self) -> Token | None:
        """The next token of the group, or None at its end."""
        return self.tokens[self.at] if self.at < self.stop else None

    def closing_brace(self) -> int | None:
        """The index of the brace that closes the group which opens here; None when no group opens here."""
        closing = self.partners.get(self.at)
        return closing if closing is not None and closing < self.stop else None

    def source(self, start: int, stop: int) -> str:
        """The text that the tokens from `start` to before `stop` stand for."""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end] if start < stop else ""

    def raw_argument(self) -> str | None:
        """The source of a braced argument, which is passed over; None, and no move, when there is none."""
        closing = self.closing_brace()
        if closing is None:
            return None
        inner = self.source(self.at + 1, closing)
        self.at = closing + 1
        return inner

    def take_empty_group(self) -> bool:
        """Passes over `{}`, which only ends the name of a command, and says whether it was there."""
        is_there = self.closing_brace() == self.at + 1
        self.at += 2 * is_there
        return is_there

    def maths_source(self, arguments: int) -> str:
        """The source of the command just read with its braced arguments and scripts, which are passed over."""
        start = self.at - 1
        for _ in range(arguments):
            self.raw_argument()
        source = self.source(start, self.at)
        while (mark := self.token) is not None and mark.text in {"_", "^"}:
            self.at += 1
            script = self.raw_argument()
            if script is None:
                self.at -= 1
                break
            source += f"{mark.text}{{{script}}}"
        return source

    def take(self, length: int) -> str:
        """The first characters of the text token that is next; the rest of it is the next token then."""
        token = self.tokens[self.at]
        rest = token.text[length:]
        if rest:
            self.tokens[self.at] = Token(Kind.TEXT, rest, token.end - len(rest), token.end)
        else:
            self.at += 1
        return token.text[:length]

    def take_spaces(self) -> None:
        """Passes over blanks at the start of the next text token."""
        token = self.token
        if token is not None and token.kind is Kind.TEXT and token.text[:1].isspace():
            self.take(len(token.text) - len(token.text.lstrip()))

    def take_option(self) -> bool:
        """Passes over a bracketed option (`[p. 3]`), and says whether there was one."""
        token = self.token
        if token is None or token.kind is not Kind.TEXT or not token.text.startswith("["):
            return False
        end = self.text.find("]", token.start, token.start + _LONGEST_OPTION) + 1
        if not end or "{" in self.text[token.start : end]:
            return False
        while (token := self.token) is not None and token.end <= end:
            self.at += 1
        if token is not None and token.start < end:
            self.take(end - token.start)
        return True
