import { expect, test } from "vitest";
import { newSecret, signedHeaders } from "@/lib/workspace/webhooks/sign";

test("bodies are signed as Standard Webhooks' own example", () => {
  const body = '{"test": 2432232314}';
  const headers = signedHeaders(body, {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    nowMs: 1_614_265_330_000,
  });
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("no two secrets are the same, and each has 32 bytes", () => {
  const secrets = [newSecret(), newSecret()];
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) expect(Buffer.from(secret.replace("whsec_", ""), "base64")).toHaveLength(32);
});
