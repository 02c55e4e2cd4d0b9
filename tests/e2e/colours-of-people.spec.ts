import type { APIRequest, APIRequestContext, Page } from "@playwright/test";
import { personColor } from "@/lib/collab/protocol/person-color";
import { expect, joinUnseen, makeDeckWith, makeLink, openEditor, test, typeAtEnd, type Person } from "@/tests/support/people";

test("two people whose own colours are the same have two in a deck, the same two in both windows, and keep them", async ({
  newPerson,
  playwright,
  baseURL,
}) => {
  const [ana, ben] = [await newPerson(), await newPerson()];
  await becomeAlike(playwright.request, { baseURL, people: { Ana: ana, Ben: ben } });
  const id = await makeDeckWith(ana, "# Together\n");
  await openEditor(ana, id);
  const own = await colorIn(ana.page, "Ana (you)");
  await joinUnseen(await makeLink(ana, id, "edit"), ben);
  await openEditor(ben, id);

  await expect.poll(() => colorIn(ana.page, "Ben")).not.toBe(own);
  const other = await colorIn(ana.page, "Ben");
  const inBoth = async () => {
    await expect.poll(() => colorsIn(ana.page, ["Ana (you)", "Ben"])).toEqual([own, other]);
    await expect.poll(() => colorsIn(ben.page, ["Ana", "Ben (you)"])).toEqual([own, other]);
  };
  await inBoth();
  await typeAtEnd(ben.page, "by Ben");
  await expect(ana.page.locator(".peer-caret")).toHaveCSS("background-color", other);
  await typeAtEnd(ana.page, "by Ana");
  await expect(ben.page.locator(".peer-caret")).toHaveCSS("background-color", own);
  await ana.page.reload();
  await inBoth();
  await ana.page.getByRole("button", { name: "Share" }).click();
  const row = ana.page.getByRole("list", { name: "People with access" }).getByRole("listitem").filter({ hasText: "Ben" });
  await expect(row.locator("[aria-hidden]").first()).toHaveCSS("background-color", other);
});

/** Both become guests, with names, who have the same colour where the other is not: of eleven two have. */
async function becomeAlike(
  request: APIRequest,
  { baseURL, people }: { readonly baseURL: string | undefined; readonly people: Readonly<Record<string, Person>> },
): Promise<void> {
  const guests = new Map<string, APIRequestContext>();
  const pair = async (): Promise<readonly APIRequestContext[]> => {
    const guest = await request.newContext({ ...(baseURL === undefined ? {} : { baseURL }) });
    expect((await guest.post("/api/auth/sign-in/anonymous", { data: {} })).status()).toBe(200);
    const me: { id: string } = await (await guest.get("/api/me")).json();
    const color = personColor(me.id);
    const other = guests.get(color);
    guests.set(color, guest);
    return other === undefined ? pair() : [other, guest];
  };
  const alike = await pair();
  for (const [index, [name, { context }]] of Object.entries(people).entries()) {
    const { cookies = [] } = (await alike[index]?.storageState()) ?? {};
    await context.addCookies(cookies);
    expect((await context.request.patch("/api/me", { data: { name } })).status()).toBe(200);
  }
  for (const guest of [...guests.values(), ...alike]) await guest.dispose();
}

function colorsIn(page: Page, names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(names.map((name) => colorIn(page, name)));
}

/** What the face of this person is shown on. */
function colorIn(page: Page, name: string): Promise<string> {
  const face = page.getByRole("list", { name: "People here" }).getByRole("button", { name, exact: true }).locator("span").first();
  return face.evaluate((element) => getComputedStyle(element).backgroundColor);
}
