import { expect, test, vi } from "vitest";
import { createMemoryBus } from "@/lib/bus/memory";
import { createLog } from "@/lib/log";
import { eventually } from "@/tests/support/eventually";

const log = createLog("silent");
const message = Uint8Array.of(1, 2);

test("everybody on the channel hears a message, and nobody else", async () => {
  const bus = createMemoryBus({ log });
  const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
  bus.subscribe("deck:1", first);
  bus.subscribe("deck:1", second);
  bus.subscribe("deck:2", other);
  bus.publish("deck:1", message);
  // A publisher is never called back inside its own call.
  expect(first).not.toHaveBeenCalled();
  await eventually(() => expect(second).toHaveBeenCalledWith(message));
  expect(first).toHaveBeenCalledTimes(1);
  expect(other).not.toHaveBeenCalled();
});

test("a listener that throws harms no other; one that stopped hears nothing", async () => {
  const bus = createMemoryBus({ log });
  const heard = vi.fn();
  const stop = bus.subscribe("x", () => {
    throw new Error("a listener's own fault");
  });
  bus.subscribe("x", heard);
  bus.publish("x", message);
  await eventually(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(bus.listeners()).toBe(2);
  stop();
  expect(bus.listeners()).toBe(1);
  await bus.stop();
  expect(bus.listeners()).toBe(0);
});
