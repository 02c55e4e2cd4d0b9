import type { SourceStatus } from "@/lib/collab/client/deck-source";
import { closeCodes } from "@/lib/collab/protocol/close-codes";

export type Ending = Extract<SourceStatus, { readonly state: "ended" }>;

const endings = {
  "signed-out": "You are not signed in any more. Sign in again in another tab and come back here: your text is kept and will be sent then.",
  forbidden: "Somebody took away your access while it was open. What you see here is kept in this page: copy or download it if you need it.",
  deleted: "This deck is in the trash or gone. What you see here is kept in this page: copy or download it if you need it.",
  replaced: "The deck's text was replaced as a whole. Copy or download yours if you need it, then reload the page.",
  refused: "Your last change was not text of a deck, or too much at once. Copy or download your text, then reload the page.",
} as const satisfies Record<Ending["reason"], string>;

export function endingFor(reason: Ending["reason"]): Ending {
  return { state: "ended", reason, sentence: endings[reason] };
}

/** What a permanent close code means for the person; undefined where a new token may help. */
export function endingOfClose(code: number): Ending | undefined {
  switch (code) {
    case closeCodes.tokenInvalid:
      return undefined;
    case closeCodes.forbidden:
      return endingFor("forbidden");
    case closeCodes.deleted:
      return endingFor("deleted");
    case closeCodes.generationChanged:
      return endingFor("replaced");
    default:
      return endingFor("refused");
  }
}

/** What a refused token means; undefined where the server was not reached or may answer otherwise soon. */
export function endingOfTokenError(error: unknown): Ending | undefined {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  switch (status) {
    case 401:
      return endingFor("signed-out");
    case 403:
      return endingFor("forbidden");
    // 404 also where the last right was withdrawn: the two can't be told apart, by design.
    case 404:
    case 409:
    case 410:
      return endingFor("deleted");
    default:
      return undefined;
  }
}
