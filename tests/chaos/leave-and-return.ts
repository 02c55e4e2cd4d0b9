import type { Scene } from "@/tests/chaos/scene";
import { until } from "@/tests/support/until";

/** By then a room that nobody is in is being put away. */
const leftMs = 2_500;

/** Everybody in a deck loses their connection until its rooms are gone, and comes back; a complaint where somebody isn't served in time. */
export async function leaveAndReturn({ stayed, typeFor, complain }: Scene, patienceMs: number): Promise<void> {
  const { typists } = stayed;
  for (const { way } of typists) way.cut();
  await typeFor(leftMs);
  for (const { way } of typists) way.open();
  const back = new Set<string>();
  const isEverybodyBack = () => {
    for (const { name, isSaved } of typists) if (isSaved()) back.add(name);
    return back.size === typists.length;
  };
  await until("who left is served again", isEverybodyBack, patienceMs).catch((error: unknown) => complain(String(error)));
}
