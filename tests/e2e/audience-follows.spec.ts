import type { Page } from "@playwright/test";
import { expect, joinUnseen, makeDeckWith, makeLink, test } from "@/tests/support/people";

const deck = `---
duration: 10m
---

# Small boats

---

## The wait

- first

. . .

- second

<!-- Say who waited. -->

---

## The queue

---

## The end
`;

test("An audience follows a talk: leafs away and comes back, and only the driver moves it", async ({ newPerson }) => {
  const [ana, ben] = [await newPerson(), await newPerson({ refusals: [403] })];
  const id = await makeDeckWith(ana, deck);
  const { url: address } = await makeLink(ana, id, "public");
  await joinUnseen(await makeLink(ana, id, "present"), ben);
  const viewer = await newPerson({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  await ana.page.goto(`/decks/${id}/present?view=desk`);
  const desk = ana.page;
  await viewer.page.goto(address);
  await desk.getByRole("button", { name: "Go live" }).click();
  await expect(desk.getByText("1 watching")).toBeVisible();

  // The viewer goes along, by slide and by step, and gets no history of it.
  await desk.keyboard.press("ArrowRight");
  await desk.keyboard.press("ArrowRight");
  await shows(viewer.page, 2);
  await expect(viewer.page.getByText("second")).toBeVisible();
  await expect(viewer.page.getByText("Live", { exact: true })).toBeVisible();
  expect(await viewer.page.evaluate(() => history.length)).toBe(2);

  // Leafing away is theirs, and one press leads back.
  await viewer.page.getByRole("button", { name: "Next" }).tap();
  await shows(viewer.page, 3);
  await expect(desk.getByText("1 watching, 1 on another slide")).toBeVisible();
  await viewer.page.getByRole("button", { name: "Live is 1 behind: go to live" }).tap();
  await shows(viewer.page, 2);
  await expect(desk.getByText("1 watching", { exact: true })).toBeVisible();

  // A second presenter sees who drives; their keys move their own view.
  const stage = ben.page;
  await stage.goto(`/decks/${id}/present`);
  await shows(stage, 2);
  await expect(stage.locator(".stage-driver")).toContainText("is presenting");
  await stage.keyboard.press("End");
  await shows(stage, 4);
  await desk.keyboard.press("ArrowRight");
  await shows(viewer.page, 3);
  await shows(stage, 4);

  // Taking over turns it around, and a reload comes back to the same place with the same clock.
  await stage.getByRole("button", { name: "Take over" }).click();
  await shows(stage, 3);
  await expect(desk.getByRole("button", { name: "Take over" })).toBeVisible();
  await stage.keyboard.press("End");
  await shows(viewer.page, 4);
  await desk.reload();
  await expect(desk.getByText("4 / 4")).toBeVisible();
  await expect(desk.getByLabel("Elapsed time")).not.toHaveText("0:00");

  // With the network gone the driver goes on, and the audience catches up.
  await ben.context.setOffline(true);
  await stage.keyboard.press("Home");
  await shows(stage, 1);
  await ben.context.setOffline(false);
  await shows(viewer.page, 1);

  // A phone is the remote of whoever drives, and the end is told.
  const remote = await ben.context.newPage();
  await remote.setViewportSize({ width: 390, height: 844 });
  await remote.goto(`/decks/${id}/present?view=remote`);
  await remote.getByRole("button", { name: /^Next/ }).click();
  await shows(viewer.page, 2);
  await shows(stage, 2);
  await expect(remote.getByText("Say who waited.")).toBeVisible();
  await stage.mouse.move(300, 300);
  await stage.getByRole("button", { name: /^Live/ }).click();
  await stage.getByRole("dialog").getByRole("button", { name: "End talk" }).click();
  await expect(viewer.page.getByText("The talk has ended")).toBeVisible();
});

async function shows(page: Page, slide: number): Promise<void> {
  await expect(page.locator("section.slide[data-active]")).toHaveAttribute("data-slide", String(slide));
}
