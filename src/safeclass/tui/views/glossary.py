"""Words, F7: the words of the law with what they mean, those of the page behind first."""

from __future__ import annotations

from safeclass.course.glossary import in_order, is_said
from safeclass.course.terms import Term
from safeclass.course.text import texts
from safeclass.course.wording import citations
from safeclass.language import N_, _
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import READ_ON, Hint
from safeclass.tui.said import say
from safeclass.tui.views.view import Title, View


class GlossaryView(View):
    """The words one below the other; arrows scroll."""

    densities = (1,)
    reads_through = True

    def __init__(self, desk: Desk, behind: View) -> None:
        super().__init__(desk)
        self.behind = behind.title()
        self.said_behind = behind.said_here().casefold()

    def title(self) -> Title:
        """The page behind."""
        return self.behind

    def draw(self, flow: Flow) -> None:
        """The words of the page behind, then all others."""
        flow.head(_("Words"), f"Esc {_('Close')}")
        terms = in_order(self.desk.glossary, flow.layout.main)
        here = [term for term in terms if is_said(term, self.said_behind)]
        others = [term for term in terms if term not in here]
        if not terms:
            flow.gap()
            flow.paragraph(say(N_("There are no words to explain here.")))
        for label, group in ((N_("On this page"), here), (N_("More words") if here else "", others)):
            if group and label:
                flow.gap()
                flow.label(say(label))
            for term in group:
                flow.gap()
                self._draw_term(flow, term)

    def _draw_term(self, flow: Flow, term: Term) -> None:
        flow.write(self.said(term.use), "indigo", bold=True)
        if term.gloss is not None:
            flow.paragraph(self.said(term.gloss))
        flow.paragraph(self.said(term.reason), "muted")

    def press(self, key: str) -> bool:
        """Enter and F7 close it."""
        if key in ("enter", "f7"):
            self.desk.close()
            return True
        return False

    def facts(self) -> tuple[str, ...]:
        """The facts that the explanations cite, each once."""
        known = self.desk.wording.registry.facts
        words = (text[self.desk.words.main] for text in texts(self.desk.glossary))
        names = (citation.name for said in words for citation in citations(said))
        return tuple(name for name in dict.fromkeys(names) if name in known)

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [
            Hint("enter", "Enter", _("Close"), closes=True),
            Hint("down", _("Up Down"), _(READ_ON)),
            Hint("f3", "F3", _("Sources")),
        ]
