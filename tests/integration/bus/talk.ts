import { randomUUID } from "node:crypto";
import type { Bus } from "@/lib/bus/bus";

/** Nobody else on the same server uses it. */
export function channelOf(): string {
  return `test:${randomUUID()}`;
}

/** All that a bus hears on a channel from now on. */
export function hear(bus: Bus, channel: string): string[] {
  const heard: string[] = [];
  bus.subscribe(channel, (message) => heard.push(textOf(message)));
  return heard;
}

export function say(bus: Bus, channel: string, text: string): void {
  bus.publish(channel, new TextEncoder().encode(text));
}

export function textOf(message: Uint8Array): string {
  return new TextDecoder().decode(message);
}
