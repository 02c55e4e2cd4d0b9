import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";

/** Somebody as a provider knows them. */
export interface OidcPerson {
  readonly sub: string;
  readonly email: string;
  readonly name?: string;
}

/** A provider of OpenID Connect on a free port, as small as can be: everybody who comes is signed in as `person` at once. */
export async function openOidcProvider(clientId: string) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  const nonces = new Map<string, string | null>();
  let issuer = "";
  let person: OidcPerson = { sub: "1", email: "nobody@example.invalid" };

  function idToken(nonce: string | null): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 600, email_verified: true, ...(nonce === null ? {} : { nonce }), ...person };
    const head = [{ alg: "RS256", kid: "one", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    return `${head}.${createSign("RSA-SHA256").update(head).sign(privateKey).toString("base64url")}`;
  }

  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? "/", issuer);
    const json = (value: unknown) => res.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (pathname === "/.well-known/openid-configuration") {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (pathname === "/jwks") return json({ keys: [jwk] });
    if (pathname === "/authorize") {
      const code = randomUUID();
      nonces.set(code, searchParams.get("nonce"));
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return res.writeHead(302, { location: back.href }).end();
    }
    let body = "";
    req.on("data", (chunk: Buffer) => (body += chunk.toString()));
    req.on("end", () => {
      const nonce = nonces.get(new URLSearchParams(body).get("code") ?? "");
      if (nonce === undefined) return res.writeHead(400).end();
      return json({ access_token: randomUUID(), token_type: "Bearer", expires_in: 600, id_token: idToken(nonce) });
    });
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("the provider has no port");
  issuer = `http://127.0.0.1:${at.port}`;
  return {
    issuer,
    /** Whom it signs in from now on. */
    signInAs: (next: OidcPerson) => {
      person = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
