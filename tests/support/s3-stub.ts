import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A bucket in memory that believes only what is signed with its key (AWS Signature Version 4). */
export interface S3Stub {
  /** As `S3_URL` has it. */
  readonly url: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** It lets nobody in. */
  isAway: boolean;
  close(): Promise<void>;
}

const key = { id: "TESTKEY", secret: "a secret/of+tests", region: "eu-test-1" } as const;

export async function startS3Stub(): Promise<S3Stub> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      // Not 503: a store that is busy is asked again and again.
      if (stub.isAway) return response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
      if (!isSigned(request, body)) return response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
      const path = request.url ?? "";
      if (!path.startsWith("/bucket/")) return response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>");
      const source = request.headers["x-amz-copy-source"];
      const object = objects.get(typeof source === "string" ? source : path);
      switch (request.method ?? "GET") {
        case "PUT":
          if (source !== undefined && object === undefined) return response.writeHead(404).end();
          objects.set(path, object !== undefined && source !== undefined ? object : body);
          return response.writeHead(200).end();
        case "DELETE":
          objects.delete(path);
          return response.writeHead(204).end();
        default: {
          if (object === undefined) return response.writeHead(404).end();
          const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
          const part = from === undefined ? object : object.subarray(Number(from), Number(to) + 1);
          return response
            .writeHead(from === undefined ? 200 : 206, { "content-length": part.length })
            .end(request.method === "HEAD" ? undefined : part);
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stub: S3Stub = {
    isAway: false,
    url: `http://${key.id}:${encodeURIComponent(key.secret)}@127.0.0.1:${port}/bucket/decks?region=${key.region}`,
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return stub;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Makes the signature again from what came, and compares. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const authorization = request.headers.authorization ?? "";
  const [, credential = "", signed = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(authorization) ?? [];
  const [id, day = "", region = "", service = ""] = credential.split("/");
  if (id !== key.id || region !== key.region || service !== "s3") return false;
  const headerOf = (name: string) => String(request.headers[name] ?? "").trim();
  const payload = headerOf("x-amz-content-sha256");
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256(body)) return false;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const names = signed.split(";");
  const canonical = [request.method, path, query, ...names.map((name) => `${name}:${headerOf(name)}`), "", signed, payload].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headerOf("x-amz-date"), scope, sha256(canonical)].join("\n");
  const signingKey = [day, region, service, "aws4_request"].reduce<Buffer>((last, part) => hmac(last, part), Buffer.from(`AWS4${key.secret}`));
  return hmac(signingKey, text).toString("hex") === signature;
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(secret: Buffer, data: string): Buffer {
  return createHmac("sha256", secret).update(data).digest();
}
