import type { DeckRight } from "@/lib/workspace/policies";

export interface ShareWords {
  /** The link's name: what people who have it can do. */
  readonly title: string;
  readonly explanation: string;
  /** The same as a verb, for the page that a link opens: "You can … this deck". */
  readonly verb: string;
}

/** What each right is called, in dialogs and on the page that a link opens. */
export const shareWords: Readonly<Record<DeckRight, ShareWords>> = {
  edit: {
    title: "People with this link can edit",
    explanation: "They write with you, share and publish. No account needed.",
    verb: "edit",
  },
  present: {
    title: "People with this link can present",
    explanation: "They read along, see speaker notes and present. They change nothing.",
    verb: "present",
  },
  comment: {
    title: "People with this link can comment",
    explanation: "They read the text and the speaker notes along with you. They change nothing.",
    verb: "comment on",
  },
  view: {
    title: "People with this link can view",
    explanation: "They see the slides, neither the text nor the speaker notes.",
    verb: "view",
  },
};

/** The order of the dialog: the right that co-authors need comes first. */
export const shownRights = ["edit", "comment", "view"] as const satisfies readonly DeckRight[];
