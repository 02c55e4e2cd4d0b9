import { AwsClient } from "aws4fetch";
import type { DeckId } from "@/lib/api/ids";
import type { FileStore } from "@/lib/workspace/files/file-store";

/** A request that the store was too busy for is made again so often. */
const retries = 3;

/**
 * Files in a bucket of S3 or of whatever speaks as it does: one object a deck and content, `<prefix>/<deck>/<sha256>`. The
 * address holds everything: `https://KEY:SECRET@host/bucket/prefix?region=eu-central-1`.
 */
export function s3FileStore(address: string): FileStore {
  const { client, folder } = open(address);
  const urlOf = (deckId: DeckId, sha256: string) => `${folder}/${deckId}/${sha256}`;

  async function ask(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    const response = await client.fetch(url, { ...init, method });
    if (!response.ok && response.status !== 404) {
      throw new Error(`The file store answered ${response.status} to ${method}: ${(await response.text()).slice(0, 500)}`);
    }
    return response;
  }

  return {
    put: async (deckId, sha256, bytes) => {
      await found(ask("PUT", urlOf(deckId, sha256), { body: Buffer.from(bytes), headers: { "content-type": "application/octet-stream" } }));
    },
    get: async (deckId, sha256, range) => {
      const headers: Record<string, string> = range === undefined ? {} : { range: `bytes=${range.start}-${range.end - 1}` };
      const response = await ask("GET", urlOf(deckId, sha256), { headers });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    has: async (deckId, sha256) => (await ask("HEAD", urlOf(deckId, sha256))).ok,
    remove: async (deckId, sha256) => {
      await ask("DELETE", urlOf(deckId, sha256));
    },
    copy: async (from, to, sha256) => {
      const source = new URL(urlOf(from, sha256)).pathname;
      return (await ask("PUT", urlOf(to, sha256), { headers: { "x-amz-copy-source": source } })).ok;
    },
  };
}

function open(address: string): { readonly client: AwsClient; readonly folder: string } {
  const { protocol, host, pathname, username, password, searchParams } = new URL(address);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: "s3",
    region: searchParams.get("region") ?? "us-east-1",
    retries,
  });
  return { client, folder: `${protocol}//${host}${pathname.replace(/\/+$/, "")}` };
}

/** A bucket that is not there answers 404, and must not be taken for a file that was kept. */
async function found(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (response.status === 404) throw new Error("The file store has no such bucket.");
}
