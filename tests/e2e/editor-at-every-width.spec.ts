import { expect, joinBy, makeDeckWith, makeLink, openDeckWith, saveStateOf, sourceOf, test, typeAtEnd } from "@/tests/support/people";
import type { Locator, Page } from "@playwright/test";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const widths = [
  ["a phone", phone],
  ["a wide window", {}],
] as const;

for (const [name, options] of widths) {
  test.describe(`The editor on ${name}`, () => {
    test("whoever is here has a face or is counted", async ({ newPerson }) => {
      const ana = await newPerson(options);
      const id = await openDeckWith(ana, "# Together\n");
      const link = await makeLink(ana, id, "edit");
      for (let others = 1; others <= 3; others++) {
        await joinBy(link, await newPerson(), `Person ${others}`);
        await expect.poll(() => shownOthers(ana.page)).toBe(others);
      }
    });

    test("why nothing can be typed is said within the text", async ({ newPerson }) => {
      const [ana, ben] = [await newPerson(), await newPerson(options)];
      const id = await makeDeckWith(ana, "# Together\n");
      await joinBy(await makeLink(ana, id, "comment"), ben, "Ben");
      await expect(saveStateOf(ben.page)).toHaveText(/^Read only/);
      await sourceOf(ben.page).focus();
      await ben.page.keyboard.press("Control+Home");
      await ben.page.keyboard.press("End");
      await ben.page.keyboard.type("x");
      const message = ben.page.locator(".read-only-message p");
      await expect(message).toHaveText(/^You may comment on this deck/);
      const [words, pane] = [await boxOf(message), await boxOf(ben.page.locator(".source-pane"))];
      expect(words.y).toBeGreaterThanOrEqual(pane.y);
      expect(words.width).toBeGreaterThan(250);
      expect(words.x + words.width).toBeLessThan(pane.x + pane.width - 8);
      await ben.page.keyboard.press("Escape");
      await expect(message).toBeHidden();
    });

    test("what is done with a slide is offered beside its picture", async ({ newPerson }) => {
      const ana = await newPerson(options);
      await openDeckWith(ana, "# One\n\n---\n\n# Two\n");
      if (options === phone) await ana.page.getByRole("button", { name: "All slides" }).tap();
      const [button, picture] = [
        await boxOf(ana.page.getByRole("button", { name: "What to do with slide 1" })),
        await boxOf(ana.page.locator(".rail-thumbnail").first()),
      ];
      expect(button.x + button.width).toBeLessThanOrEqual(picture.x);
    });
  });
}

test("on a phone a press says that the last changes are not on the server yet", async ({ newPerson }) => {
  const ana = await newPerson(phone);
  await openDeckWith(ana, "# Alone\n");
  await ana.context.setOffline(true);
  await expect(saveStateOf(ana.page)).toHaveText(/^Offline/);
  await typeAtEnd(ana.page, "two words");
  const words = ana.page.getByText("Your last changes are not on the server yet");
  await expect(words).toHaveCount(0);
  await saveStateOf(ana.page).tap();
  await expect(words).toBeVisible();
  await ana.page.touchscreen.tap(195, 700);
  await expect(words).toHaveCount(0);
});

/** Faces of others in sight, and how many more are counted. */
async function shownOthers(page: Page): Promise<number> {
  const buttons = page.getByRole("list", { name: "People here" }).getByRole("button");
  const names = await buttons.evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.textContent ?? ""));
  // The last one is my own.
  return names.slice(0, -1).reduce((sum, name) => sum + Number(/^\+(\d+)/.exec(name)?.[1] ?? 1), 0);
}

async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (box === null) throw new Error("It is not on the page.");
  return box;
}
