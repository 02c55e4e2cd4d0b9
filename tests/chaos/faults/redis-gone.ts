import type { Fault } from "@/tests/chaos/fault";

/** The bus is a hint: without it everybody only sees each other later. */
export const redisGone: Fault = {
  name: "Redis killed, restarted, silent",
  bus: "redis",
  act: async ({ typeFor, abandon }, { redis }) => {
    if (typeof redis === "string") throw new Error(redis);
    await redis.kill();
    await typeFor(3_000);
    await redis.start();
    await typeFor(2_000);
    redis.freeze();
    await typeFor(6_000);
    abandon();
    redis.thaw();
    await typeFor(1_000);
  },
};
