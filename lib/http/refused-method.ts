import type { IncomingMessage, ServerResponse } from "node:http";
import { problemContentType } from "@/lib/api/problem";
import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/problem";

/**
 * Next refuses a method that an address does not take with 405 and nothing else: then the sentence is ours. It may send
 * the head before it ends the answer.
 */
export function explainRefusedMethod(req: IncomingMessage, res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res);
  const end = res.end.bind(res);
  let body: Buffer | undefined;
  res.writeHead = (...given: unknown[]): ServerResponse => {
    if (given[0] === 405 && !res.hasHeader("content-type")) {
      const sentence = `This address takes no ${req.method}. /api/openapi.json says what it takes.`;
      body = Buffer.from(JSON.stringify(problemOf(new AppError("method-not-allowed", sentence))));
      res.setHeader("content-type", problemContentType);
      res.setHeader("cache-control", "no-store");
      res.setHeader("content-length", body.byteLength);
    }
    return Reflect.apply(writeHead, res, given);
  };
  res.end = (...given: unknown[]): ServerResponse => {
    if (res.statusCode === 405 && !res.headersSent) res.writeHead(405);
    return Reflect.apply(end, res, body === undefined ? given : [body]);
  };
}
