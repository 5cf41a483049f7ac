"""What a hand slips on while it types YAML, and what is told of it in plain words, with what is probably meant."""

from __future__ import annotations

from typing import NamedTuple

from safeclass.language import N_


class Slip(NamedTuple):
    """One slip: what is wrong and how to mend it, as msgids with ``{names}``, and where; lines and columns count from 0."""

    wrong: str
    mend: str
    line: int
    column: int
    names: dict[str, str]


class Stop(NamedTuple):
    """Where a parser stopped, in its own words; lines and columns count from 0."""

    problem: str
    line: int
    column: int
    begun: tuple[int, int]
    """Where the thing began that it was reading."""


Told = tuple[str, str]
"""What is wrong and how to mend it, as msgids with ``{names}``."""

WIDE_COLON = "\uff1a"
"""The colon that Korean and Chinese input types at full width; to YAML it is a letter."""
WIDE_COMMAS = "\uff0c\u3001"
"""Commas of that width."""
OTHER_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Every space that is none to YAML, as a class of signs in a pattern."""

LIKE_A_BAR = "\u3163\u4e28\u2502\uff5c\u01c0\u1175lI"
"""What looks like a ``|``, first the Korean vowel on the key that is pressed for it in vain."""

LIKE_A_DASH = "\u2010-\u2015\u2022\u2043\u2212\u25cf\u30fb\u00b7\u3161\u1173\uff0d+*"
"""What looks like the dash of a list, or is meant as one, as a class of signs in a pattern."""

QUOTED_WHOLE = N_("Put the words in double quotes.")
SECOND_COLON = (N_("There is a second ':' in this line, outside quotes."), QUOTED_WHOLE)
TAB = (N_("There is a tab here."), N_("Use spaces, two for each level. Most editors can write spaces for the Tab key."))
WIDE = (
    N_("This colon is a full-width one."),
    N_("Switch Korean input off and type ':' and a space."),
)
WIDE_COMMA = (N_("This comma is a full-width one."), N_("Switch Korean input off and type ',' and a space."))
OTHER_SPACE = (
    N_("There is a space here that YAML does not know as one (U+{code})."),
    N_("Delete it and type an ordinary space, with Korean input switched off."),
)
NO_SPACE = (N_("No space follows the ':' or '-' in '{found}'."), N_("Write a space after it."))
NO_COLON = (
    N_("There is no key with ':' in this line."),
    N_("Write key, ':' and a space. Words that go on under '|' start further in than their key."),
)
NO_COLON_BEHIND = (N_("No ':' follows '{key}'."), N_("Write ':' and a space behind it."))
NO_KEY_BEFORE = (N_("No key stands before these words."), N_("Write their key and ':' before them, such as ko: or en:."))
SPECIAL = (N_("Words cannot begin with '{sign}' here."), QUOTED_WHOLE)
NO_KEY_ABOVE = (
    N_("No key stands above these words."),
    N_("Write their key and ':' in a line of its own before them, such as title: or note:."),
)
NO_KEY_OF_LIST = (
    N_("No key stands before this list."),
    N_("Write its key and ':' in a line of its own before it, such as can_do: or cards:."),
)
STRAY = (N_("A '{sign}' cannot stand here."), N_("Delete it, or put the words that it belongs to in double quotes."))
BRACE_FIRST = (N_("Words that begin with '{{' have to be quoted."), QUOTED_WHOLE)
BRACKET_IN_WORDS = (N_("Words that hold '{sign}' have to be quoted."), QUOTED_WHOLE)
NOT_CLOSED = (N_("A quote opens here and is never closed."), N_("Write the closing quote at the end of the words."))
NO_CLOSING = (N_("The closing quote is missing before '{found}'."), N_("Write {sign} here, at the end of the words."))
NO_OPENING = (N_("These words end with a quote and begin with none."), N_("Write {sign} here, before the words."))
AFTER_QUOTE = (
    N_("The quotes do not pair: words end before this place, and more follows."),
    N_("Put the whole in double quotes and quote inside them with '...'. Or a quote is missing here or above."),
)
SIGN_AFTER_QUOTE = (N_("A '{sign}' stands behind the closing quote."), N_("Move it before the quote, or delete it."))
COMMA_AFTER = (N_("A comma stands at the end of this line."), N_("Delete it: only inside '{{ }}' and '[ ]' is there a comma."))
TYPOGRAPHIC = (
    N_("This quote ({sign}) is one of a word processor, and YAML does not know it."),
    N_('Type " with the key beside Enter, before and after the words.'),
)
NO_COMMA = (N_("There is no comma before '{found}'."), N_("Write ',' and a space before it."))
FOR_COMMA = (N_("A '{sign}' stands here where a comma is due."), N_("Write ',' and a space."))
TWO_COMMAS = (N_("There is a comma too many here."), N_("Delete it."))
COMMA_ENDS = (N_("Words end at a comma before '{found}'."), QUOTED_WHOLE)
BRACKET_OPEN = (N_("This '{sign}' is never closed."), N_("Close it with '{closing}' at the end of the line."))
BRACKET_TOO_MANY = (N_("There is a '{sign}' too many here."), N_("Delete it, or write the bracket that opens it."))
OTHER_BRACKET = (N_("A '{sign}' stands here where '{due}' is due."), N_("Write '{due}'."))
BRACE_TWICE = (N_("'{{' stands here twice."), N_("Delete one of the two."))
NO_BRACES = (
    N_("Keys stand here behind a key, in one line and without braces."),
    N_('Write {{ }} around them: {{ko: "...", en: "..."}}.'),
)
UNEVEN = (
    N_("This line does not line up with the lines above."),
    N_("Start it in the same column as the line it belongs with. A card starts with '- '."),
)
TOO_FAR_IN = (
    N_("This line starts further in than it should."),
    N_("Start it in the same column as the key above. Or the line above lacks its quotes or its ':'."),
)
BACKSLASH = (N_("A backslash cannot stand here."), N_("Delete it: no letter needs one here."))
SECOND_FILE = (N_("A line of '---' begins another file."), N_("Delete that line."))
AFTER_BAR = (N_("Words stand in the line of '|' or '>'."), N_("Begin them in the next line, further in than the key."))
FOR_BAR = (
    N_("'{sign}' stands here where '|' is due."),
    N_("Switch Korean input off and type '|': Shift and the key of the backslash or the won sign."),
)
FOR_DASH = (N_("'{sign}' begins this line where '-' is due."), N_("Switch Korean input off and type '-' and a space."))
NO_DASH = (N_("This line stands in a list and begins with no '-'."), N_("Write '- ' before it, in the column of the '-' above."))
DASH_BEHIND = (
    N_("A '-' stands here behind a ':'."),
    N_("Begin a list in the next line. Put words that begin with '-' in double quotes."),
)
NO_BAR = (
    N_("These lines run together, and a blank line among them is no paragraph: '|' is missing behind '{key}:'."),
    N_("Write '|' behind it, or put the words into one line, in double quotes."),
)
HASH = (N_("What follows ' #' is a comment and is not read."), QUOTED_WHOLE)
SHOWN_HASH = (
    N_("This line begins with '#' among words under '|': it is no remark, pupils read it."),
    N_("Move a remark above the key, or delete it."),
)
ANCHOR = (N_("'{found}' is taken away from the words: YAML reads '&' as a sign of its own."), QUOTED_WHOLE)
NOTHING = (
    N_("'{found}' means to YAML that nothing stands here."),
    N_("Write the words in this language, in double quotes if '{found}' itself is meant."),
)
ENTRY_LOST = (
    N_(
        "Several keys stand here twice, the first of them '{key}': the line that begins a new entry is probably missing above it."
    ),
    N_("Write that line before it, such as '- {first}: ...'. Delete nothing."),
)
DASH_LOST = (
    N_("'{key}' begins a new entry here, and '- ' before it is missing."),
    N_("Write '- ' before it, in the column of the '-' above. Delete nothing."),
)
KEY_OR_DASH_LOST = (
    N_("'{key}' stands here again: the line before it is probably missing."),
    N_("Write their key in a line before it, such as note:, or '- ' where an entry of a list begins. Delete nothing."),
)
UNREADABLE = (
    N_("What stands here cannot be read."),
    N_("Put the words in quotes if they hold a colon, '#' or a bracket, and check the indentation."),
)


def slip(told: Told, line: int, column: int, **names: str) -> Slip:
    """A slip at a line and column, each from 0."""
    return Slip(*told, line, column, names)


def slip_in(text: str, told: Told, at: int, **names: str) -> Slip:
    """A slip at a place of a text, counted from its beginning."""
    return Slip(*told, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, names)


class Slipped(Exception):
    """Something is wrong at a place: what is told of it, and the names in what is told."""

    def __init__(self, told: Told, at: int, **names: str) -> None:
        super().__init__(at)
        self.told, self.at, self.names = told, at, names
