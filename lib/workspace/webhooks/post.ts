import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress, lookUpPublic, PrivateAddressError } from "@/lib/workspace/webhooks/public-address";

/** What came of one attempt, with a sentence on it. */
export type PostResult = { readonly isDelivered: boolean; readonly answer: string };

export interface PostOptions {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For who runs both ends. */
  readonly allowPrivate: boolean;
  readonly timeoutMs: number;
}

/** Posts a body once. A way that leads elsewhere is not gone, and nothing of the answer is read but its status. */
export function post(address: string, { body, headers, allowPrivate, timeoutMs }: PostOptions): Promise<PostResult> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.resolve(failure(new PrivateAddressError()));
  return new Promise((resolve) => {
    const make = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = make(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "Lectern-Webhooks/1" },
      ...(allowPrivate ? {} : { lookup: lookUpPublic }),
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    });
    request.once("response", (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      resolve({ isDelivered: status >= 200 && status < 300, answer: `It answered ${status}.` });
    });
    request.once("error", (error) => resolve(failure(error)));
    request.end(body);
  });
}

function failure(error: Error): PostResult {
  return { isDelivered: false, answer: sentenceOn(error) };
}

function sentenceOn(error: Error & { readonly code?: unknown }): string {
  if (error instanceof PrivateAddressError) return "The address leads into the server's own network, where webhooks may not go.";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "No answer came in time.";
  if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") return "There is no server of this name.";
  if (error.code === "ECONNREFUSED") return "The server takes no connections at this address.";
  if (typeof error.code === "string" && /CERT|SELF_SIGNED|SSL|TLS/.test(error.code)) return "The server's certificate is not trusted.";
  return "The connection broke off.";
}
