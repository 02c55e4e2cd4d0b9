import type { DeckRight } from "@/lib/workspace/policies";

export interface ShareWords {
  /** What somebody can do, as short as it gets. */
  readonly can: string;
  /** The link's name: what people who have it can do. */
  readonly title: string;
  readonly explanation: string;
  /** The same as a verb, for the page that a link opens: "You are invited to … this deck". */
  readonly verb: string;
  /** What somebody who joins can do. */
  readonly offer: string;
}

/** What each right is called, in dialogs and on the page that a link opens. */
export const shareWords: Readonly<Record<DeckRight, ShareWords>> = {
  edit: {
    can: "Can edit",
    title: "People with this link can edit",
    explanation: "They write with you, share and publish.",
    verb: "edit",
    offer: "You write along with everybody here, and see each other’s carets.",
  },
  present: {
    can: "Can present",
    title: "People with this link can present",
    explanation: "They read along, comment, see the speaker notes and give the talk. They change nothing.",
    verb: "present",
    offer: "You read along, comment, see the speaker notes, and present.",
  },
  comment: {
    can: "Can comment",
    title: "People with this link can comment",
    explanation: "They read the text and the speaker notes along with you, and comment. They change nothing.",
    verb: "comment on",
    offer: "You read the text and the speaker notes along with its authors, and comment.",
  },
  view: {
    can: "Can view",
    title: "People with this link can view",
    explanation: "They see the slides, neither the text nor the speaker notes.",
    verb: "view",
    offer: "You see its slides, always the latest.",
  },
};

/** The order of the dialog: the right that co-authors need comes first. */
export const shownRights = ["edit", "present", "comment", "view"] as const satisfies readonly DeckRight[];
