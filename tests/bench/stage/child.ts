import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { z } from "zod";

/** A script of this folder as a process of its own. */
export function startChild(script: "viewers" | "bare-writer"): ChildProcess {
  return fork(`tests/bench/stage/${script}.ts`, { execArgv: ["--import", "tsx"] });
}

/** The next message of a process, in its shape. */
export async function hear<Schema extends z.ZodType>(child: ChildProcess, schema: Schema): Promise<z.output<Schema>> {
  const [message] = await once(child, "message");
  return schema.parse(message);
}

/** Sends an order and waits for its answer. */
export async function order<Schema extends z.ZodType>(child: ChildProcess, message: object, schema: Schema): Promise<z.output<Schema>> {
  const answer = hear(child, schema);
  child.send(message);
  return answer;
}
