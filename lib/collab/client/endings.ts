import type { SourceStatus } from "@/lib/collab/client/deck-source";
import { nameWithin } from "@/lib/collab/protocol/person-name";
import { closeCodes, readClosedBy, renewedReason } from "@/lib/collab/protocol/close-codes";
import type { ErrorCode } from "@/lib/errors";

export type Ending = Extract<SourceStatus, { readonly state: "ended" }>;

const keptInPage = "What you see here is kept in this page: copy or download it if you need it.";

/** What is said where a right is gone; `by` took it, where that is known. */
const rightGone = {
  forbidden: (by = "Somebody") => `${by} took away your access while it was open. ${keptInPage}`,
  "view-only": (by = "Somebody") => `${by} changed what you may do with this deck: you can see its slides, but not its text. ${keptInPage}`,
};

const endings = {
  "signed-out":
    "You are not signed in any more. Sign in again in another tab and come back here: your text is kept in this page and will be sent then.",
  forbidden: rightGone.forbidden(),
  "view-only": rightGone["view-only"](),
  deleted: `It is in the trash or gone. ${keptInPage}`,
  replaced: "The deck's text was replaced as a whole. Copy or download yours if you need it, then reload the page.",
  refused: "Your last change was not text of a deck, so the server did not take it.",
} as const satisfies Record<Ending["reason"], string>;

/** How a page tells of its end. `title`: what stands above the sentence, where more is known than the reason. */
export function endingFor(reason: Ending["reason"], { title }: { readonly title?: string } = {}): Ending {
  return { state: "ended", reason, sentence: endings[reason], ...(title === undefined ? {} : { title }) };
}

/** What a permanent close means for the person; undefined where a new token may help, or say more. */
export function endingOfClose(code: number, reason = ""): Ending | undefined {
  const by = readClosedBy(reason);
  switch (code) {
    case closeCodes.tokenInvalid:
    case closeCodes.forbidden:
      return undefined;
    case closeCodes.deleted:
      return endingFor("deleted", by === undefined ? {} : { title: `This deck was deleted by ${nameWithin(by)}` });
    case closeCodes.generationChanged:
      if (reason === renewedReason) return renewed;
      return endingFor("replaced", by === undefined ? {} : { title: `This deck was replaced by ${nameWithin(by)}` });
    case closeCodes.tooLarge:
      return {
        ...endingFor("refused"),
        sentence: "With your last changes the deck would hold more than 1 MiB of text, so the server did not take them.",
      };
    case closeCodes.apart:
      return {
        ...endingFor("refused"),
        sentence: "What this page shows and what is stored have come apart, so the server takes nothing more from it.",
      };
    case frameTooBig:
      return { ...endingFor("refused"), sentence: tooMuchAtOnce };
    default:
      return endingFor("refused");
  }
}

/** The text is the same, but nothing of the document that is open here can be merged with it. */
const renewed: Ending = {
  ...endingFor("replaced", { title: "This deck begins a new history" }),
  sentence:
    "It was rewritten so often that its history was full, so it goes on with the same text and a new one. Reload the page to go on. What you wrote in the last moments may not be in it: copy or download your text first if you need it.",
};

/** The socket's own answer to a message beyond its limit. */
const frameTooBig = 1009;
const tooMuchAtOnce = "You wrote more without a connection than can be sent at once, so the server did not take it.";

/** More was written than one message holds; it was not even sent. */
export const endingOfTooMuch: Ending = { ...endingFor("refused"), sentence: tooMuchAtOnce };

/** A refusal, with what became of the text: laid aside in this browser, or in this page alone. */
export function withKeptText(ending: Ending, { isAside }: { readonly isAside: boolean }): Ending {
  const what = isAside
    ? "Your text as it stands here is kept in this browser: reload the deck to go on with the server's, and take yours over from there."
    : "Copy or download your text, then reload the page: this browser can't keep it.";
  return { ...ending, sentence: `${ending.sentence} ${what}` };
}

/** What the server's own refusals of a token mean. */
const reasonsByCode: ReadonlyMap<unknown, Ending["reason"]> = new Map<ErrorCode, Ending["reason"]>([
  ["sign-in-needed", "signed-out"],
  ["forbidden", "view-only"],
  // Also where the last right was withdrawn: the two can't be told apart, by design.
  ["not-found", "deleted"],
  ["conflict", "deleted"],
  ["gone", "deleted"],
]);

/**
 * What a refused token means; undefined where the server was not reached or may answer otherwise soon. An answer without
 * its code is of something in between: a proxy says 404 too while nothing is behind it.
 */
export function endingOfTokenError(error: unknown): Ending | undefined {
  const code = codeOf(error);
  const reason = reasonsByCode.get(code);
  return reason && endingFor(reason, code === "gone" ? { title: titleOf(error) } : {});
}

/**
 * What it means that the socket was closed for want of a right, for this reason, by what a new token was refused with;
 * undefined where that says nothing.
 */
export function endingOfLostRight(error: unknown, reason = ""): Ending | undefined {
  const ending = lostDeckCodes.has(codeOf(error)) ? endingFor("forbidden") : endingOfTokenError(error);
  if (ending?.reason !== "forbidden" && ending?.reason !== "view-only") return ending;
  return { ...ending, sentence: rightGone[ending.reason](readClosedBy(reason)) };
}

const lostDeckCodes: ReadonlySet<unknown> = new Set<ErrorCode>(["not-found", "conflict"]);

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

/** The answer's own sentence says who deleted the deck. */
function titleOf(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message.replace(/\.$/, "") : "This deck was deleted";
}
