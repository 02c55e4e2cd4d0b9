import { userIdSchema, type UserId } from "@/lib/api/ids";
import type { Bus } from "@/lib/bus/bus";

const channel = "people";

/** Tells every process that a session of this person ended. Lost messages cost a minute: roles are looked up by and by anyway. */
export function tellOfPerson(bus: Pick<Bus, "publish">, userId: UserId): void {
  bus.publish(channel, new TextEncoder().encode(userId));
}

/** Hears of such people, of this process's own too. Returns the stop. */
export function hearOfPeople(bus: Pick<Bus, "subscribe">, onPerson: (userId: UserId) => void): () => void {
  return bus.subscribe(channel, (message) => {
    const userId = userIdSchema.safeParse(new TextDecoder().decode(message));
    if (userId.success) onPerson(userId.data);
  });
}
