import { expect, test } from "vitest";
import { answerCover } from "@/lib/http/public/cover";
import { answerOembed } from "@/lib/http/public/oembed";
import { answerPublicPage } from "@/lib/http/public/page";
import { setUpHouse, type Actor, type House } from "@/tests/integration/api/house";

let house: House;
let ana: Actor;
setUpHouse(async (opened) => {
  house = opened;
  ana = await house.guest();
});

async function publish(markdown: string) {
  const { id } = await house.createDeck(ana, { markdown });
  const link = await house.createLink(ana, id, { kind: "public" });
  return { linkId: link.id, slug: link.kind === "public" ? link.slug : "" };
}

const page = (slug: string, query = "") => answerPublicPage(new Request(`http://localhost:3000/p/${slug}${query}`), { runtime: house.runtime, slug });
const oembed = (slug: string, query = "") =>
  answerOembed(new Request(`http://localhost:3000/p/${slug}/oembed.json${query}`), { runtime: house.runtime, slug });
const cover = (slug: string) => answerCover(new Request(`http://localhost:3000/p/${slug}/cover.jpg`), { runtime: house.runtime, slug });
const framers = (answer: Response) => /frame-ancestors ([^;]*)/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];

test("only the embedded page lets other sites frame it", async () => {
  const { slug } = await publish("# A talk");
  expect(framers(await page(slug))).toBe("'self'");
  expect(framers(await page(slug, "?embed"))).toBe("*");
});

test("a page says where its picture and its description for embedding are", async () => {
  const { slug } = await publish("# A talk");
  const html = await (await page(slug)).text();
  expect(html).toMatch(new RegExp(`<meta property="og:image" content="http://localhost:3000/p/${slug}/cover\\.jpg\\?v=[\\d-]+">`));
  expect(html).toContain(`type="application/json+oembed" href="http://localhost:3000/p/${slug}/oembed.json"`);
});

test("the description carries the frame to paste, in the size that is asked for", async () => {
  const { slug } = await publish("---\nauthor: Ana\naspectRatio: 4:3\n---\n\n# A talk\n");
  const answer = await (await oembed(slug, "?maxwidth=400")).json();
  expect(answer).toMatchObject({ version: "1.0", type: "rich", title: "A talk", author_name: "Ana", width: 400, height: 300 });
  expect(answer.html).toContain(`<iframe src="http://localhost:3000/p/${slug}?embed" title="A talk"`);
});

test("the picture is one of the first slide, made once", async () => {
  const { slug } = await publish("# A talk\n\n---\n\n# Two\n");
  const [first, second] = await Promise.all([cover(slug), cover(slug)]);
  const bytes = new Uint8Array(await first.arrayBuffer());
  expect([first.status, first.headers.get("content-type"), [...bytes.subarray(0, 3)]]).toEqual([200, "image/jpeg", [0xff, 0xd8, 0xff]]);
  expect(new Uint8Array(await second.arrayBuffer())).toEqual(bytes);
});

test("withdrawn, all of them say so", async () => {
  const { linkId, slug } = await publish("# A talk");
  await house.pool.query("UPDATE deck_link SET revoked_at = now() WHERE id = $1", [linkId]);
  const answers = [await page(slug, "?embed"), await oembed(slug), await cover(slug)];
  expect(answers.map(({ status }) => status)).toEqual([410, 410, 410]);
  expect(answers.map(framers)[0]).toBe("*");
});
