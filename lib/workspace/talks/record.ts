import type { TalkRecord } from "@/lib/api/talks";
import type { VersionId } from "@/lib/api/ids";
import type { Database } from "@/lib/workspace/database";
import { namelessGuest } from "@/lib/collab/protocol/person-name";
import { shownSlides } from "@/lib/workspace/talks/shown-slides";
import type { Talk } from "@/lib/workspace/talks/talk-row";
import { listVisits } from "@/lib/workspace/talks/visits";

/** What a talk showed: every slide with its seconds, by whom, and which versions. */
export async function readTalkRecord({ pool }: Pick<Database, "pool">, { id }: Pick<Talk, "id">): Promise<Pick<TalkRecord, "visits" | "versions">> {
  const visits = await listVisits(pool, id);
  const firstSeen = new Map<VersionId, Date>();
  for (const { versionId, at } of visits) if (!firstSeen.has(versionId)) firstSeen.set(versionId, at);
  const texts = new Map(await Promise.all([...firstSeen.keys()].map(async (versionId) => [versionId, await shownSlides(pool, versionId)] as const)));
  return {
    visits: visits.map(({ slide, anchor, seconds, at, driver, versionId }) => ({
      slide,
      anchor,
      title: texts.get(versionId)?.titles[slide - 1] ?? "",
      seconds,
      at: at.toISOString(),
      driver: driver && (driver.name || namelessGuest),
      versionId,
    })),
    versions: [...firstSeen].map(([versionId, at]) => ({
      id: versionId,
      at: at.toISOString(),
      slides: texts.get(versionId)?.anchors.length ?? 0,
    })),
  };
}
