import type { Awareness } from "y-protocols/awareness";
import { z } from "zod";
import { colorsHere, type ColoredPage } from "@/lib/collab/protocol/colors-here";
import { personColor, personColors, type PersonColor } from "@/lib/collab/protocol/person-color";

/** A page that somebody has the deck open in. */
export interface PageHere {
  readonly clientId: number;
  /** The person's where the server told it; else this page's alone. */
  readonly id: string;
  readonly name: string;
  /** What its person is shown in as long as they are here. */
  readonly color: PersonColor;
}

const colorSchema = z.enum(personColors);

/** What a page says of itself; the server writes the user. */
const stateSchema = z.object({
  user: z.object({ id: z.string().optional(), name: z.string().max(200), color: z.string().max(40), sinceMs: z.number().optional() }),
  color: colorSchema.optional().catch(undefined),
});

/** All pages that the deck is open in, the one of this browser first. What says nobody's name is nobody's. */
export function readPagesHere(awareness: Awareness): readonly PageHere[] {
  const pages = [...awareness.getStates()].flatMap(([clientId, state]) => {
    const read = stateSchema.safeParse(state);
    return read.success ? [toPage(clientId, read.data)] : [];
  });
  const colors = colorsHere(pages);
  const isOwn = ({ clientId }: { readonly clientId: number }) => Number(clientId === awareness.clientID);
  return pages
    .toSorted((a, b) => isOwn(b) - isOwn(a) || a.clientId - b.clientId)
    .map(({ clientId, id, name, own }) => ({ clientId, id, name, color: colors.get(id) ?? own }));
}

function toPage(clientId: number, { user, color: taken }: z.infer<typeof stateSchema>): ColoredPage & { readonly name: string } {
  const { id = `client:${clientId}`, name, sinceMs = 0 } = user;
  const own = colorSchema.safeParse(user.color);
  return { clientId, id, name, sinceMs, own: own.success ? own.data : personColor(id), taken };
}

/**
 * Takes the colour for this page that its person is shown in, once the server has said who that is, and says so to
 * everybody: it stays theirs, whoever comes. Returns its stop.
 */
export function keepColor(awareness: Awareness): () => void {
  const take = () => {
    const state = stateSchema.safeParse(awareness.getLocalState());
    if (!state.success || state.data.user.id === undefined) return;
    const own = readPagesHere(awareness).find(({ clientId }) => clientId === awareness.clientID);
    if (own !== undefined && own.color !== state.data.color) awareness.setLocalStateField("color", own.color);
  };
  awareness.on("change", take);
  return () => awareness.off("change", take);
}
