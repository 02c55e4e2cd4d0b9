import type * as Y from "yjs";

/** What decides beside the update itself. */
export interface PlainBasis {
  /** How far the text of a client is known. */
  readonly stateOf: (client: number) => number;
  /** Its line ends will be made LF: the document will have other text. */
  readonly hasCarriageReturns: boolean;
}

/**
 * Whether an update that was found fine goes on with what one author wrote, in one piece: Yjs leaves nothing out of it but
 * deletions that are known already, as where two overtype the same words. So whoever gets it as it came in has what the
 * document has.
 */
export function isPlainUpdate({ structs }: Pick<ReturnType<typeof Y.decodeUpdate>, "structs">, { stateOf, hasCarriageReturns }: PlainBasis): boolean {
  const [first] = structs;
  return structs.length === 1 && first !== undefined && first.id.clock === stateOf(first.id.client) && !hasCarriageReturns;
}
