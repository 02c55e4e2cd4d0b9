import { deckRights } from "@/lib/workspace/policies";

/** The rights from the least to the highest, for statements that compare them. */
export const deckRightsSql = `ARRAY[${deckRights.map((right) => `'${right}'`).join(", ")}]`;
