import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainPage } from "@/lib/http/public/plain-page";
import { inProject } from "@/scripts/setup/root.mjs";

const page = async (options: { readonly isEmbed?: boolean } = {}) => {
  const answer = plainPage(404, { title: "There is nothing here", sentence: "This link leads nowhere.", ...options });
  return { html: await answer.text(), policy: answer.headers.get("content-security-policy") ?? "" };
};

/** Declarations of colours, by name. */
const coloursOf = (css: string) =>
  new Map([...css.matchAll(/(--[\w-]+):\s*(light-dark\(oklch\([^;}]*\)\))/g)].map(([, name, value]) => [name, value]));

test("a page of one sentence has the product's colours", async () => {
  const own = coloursOf((await page()).html);
  const product = coloursOf(readFileSync(inProject("app/globals.css"), "utf8"));
  expect(own.size).toBeGreaterThan(5);
  for (const [name, colour] of own) expect([name, colour]).toEqual([name, product.get(name)]);
});

test("it is set in the product's face, which comes from this server alone", async () => {
  const { html, policy } = await page();
  expect(html).toMatch(/<link rel="stylesheet" href="\/assets\/fonts\.\w+\.css">/);
  expect(html).toContain("Inter Variable");
  expect(html).not.toMatch(/https?:\/\//);
  expect(policy).toMatch(/style-src 'self' 'sha256-[^']+'; .*font-src 'self'/);
});

test("it leads home, but not out of the page that frames it", async () => {
  expect((await page()).html).toContain('<a href="/">');
  const framed = await page({ isEmbed: true });
  expect(framed.html).not.toContain("<a ");
  expect(framed.policy).toContain("frame-ancestors *");
});
