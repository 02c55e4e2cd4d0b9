import { expect, makeLink, test } from "@/tests/support/people";
import { violationsOf } from "@/tests/support/violations";

const deck = "# Small boats\n\n---\n\n## The wait\n\n<!-- notes: Say who waited. -->\n\n---\n\n## The queue\n\n---\n\n## A secret\n";

test("A phone without a sign-in drives; a latecomer reads what was missed; afterwards the link has the talk and the latest", async ({
  newPerson,
}) => {
  const ana = await newPerson();
  const desk = ana.page;
  await ana.context.request.post("/api/auth/sign-up/email", {
    data: { name: "Ana", email: `ana-${Date.now()}@example.invalid`, password: "a good password" },
  });
  const { id }: { id: string } = await (await ana.context.request.post("/api/decks", { data: { markdown: deck } })).json();
  const { url } = await makeLink(ana, id, "public");

  await desk.goto(`/decks/${id}/present?view=desk`);
  await desk.getByLabel("Viewers may look ahead").uncheck();
  await desk.getByRole("button", { name: "Go live" }).click();
  await expect(desk.getByText("Nobody watching yet")).toBeVisible();
  await desk.getByRole("button", { name: "Phone remote" }).click();
  const code = await desk.locator(".remote-address").textContent();

  const phone = await newPerson({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, refusals: [401, 409] });
  await phone.page.goto(code?.split(" ")[0] ?? "");
  await phone.page.getByRole("button", { name: "Use this phone" }).tap();
  await expect(desk.getByText("Your phone is connected")).toBeVisible();
  await desk.getByRole("button", { name: "Close" }).click();
  await phone.page.getByRole("button", { name: /^Next/ }).tap();
  await expect(phone.page.getByText("Say who waited.")).toBeVisible();
  await phone.page.getByRole("button", { name: /^Next/ }).tap();
  await expect(desk.getByText("3 / 4")).toBeVisible();

  // What is pressed on a phone without network moves nobody once the talk has gone on at the desk: the phone goes along.
  await phone.context.setOffline(true);
  await phone.page.getByRole("button", { name: /^Next/ }).tap();
  await expect(phone.page.getByText(/^No connection/)).toBeVisible();
  const told = desk.waitForResponse(/\/state$/);
  await desk.keyboard.press("ArrowLeft");
  await told;
  await phone.context.setOffline(false);
  await expect(phone.page.getByText("Say who waited.")).toBeVisible();
  await expect(phone.page.getByRole("main").getByText("Live", { exact: true })).toBeVisible();
  await phone.page.getByRole("button", { name: /^Next/ }).tap();
  await expect(desk.getByText("3 / 4")).toBeVisible();
  expect(await violationsOf(desk)).toEqual([]);

  // Who comes now reads of what was shown, and has no byte of what was not.
  const viewer = await newPerson();
  await viewer.page.goto(url);
  await viewer.page.getByRole("button", { name: "What you missed" }).click();
  const missed = viewer.page.getByRole("dialog", { name: "What you missed" });
  await expect(missed.getByRole("listitem")).toHaveText([/Small boats/, /The wait/, /The queue/]);
  expect(await viewer.page.content()).not.toContain("A secret");
  expect(await violationsOf(viewer.page)).toEqual([]);
  await missed.getByRole("button", { name: /The wait/ }).click();
  await expect(viewer.page.locator("section.slide[data-active]")).toHaveAttribute("id", "the-wait");
  await viewer.page.getByRole("button", { name: "Live is 1 ahead: go to live" }).click();
  await phone.page.getByRole("button", { name: /^Next/ }).tap();
  await expect(viewer.page.locator("section.slide[data-active]")).toHaveAttribute("id", "a-secret");

  await desk.getByRole("button", { name: "Disconnect" }).click();
  await expect(phone.page.getByText("No talk", { exact: true })).toBeVisible();
  await desk.getByRole("button", { name: "End talk" }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "End talk" }).click();
  await expect(desk.getByRole("button", { name: "Go live" })).toBeVisible();

  await ana.context.request.put(`/api/decks/${id}/markdown`, {
    headers: { "content-type": "text/markdown" },
    data: deck.replace("## The queue", "## The line"),
  });
  const later = await newPerson();
  await expect(async () => {
    await later.page.goto(url);
    await expect(later.page.getByText(/^Presented on .+ by Ana · 1 slide changed since$/)).toBeVisible();
  }).toPass();
  await expect(later.page.locator("section#the-line")).toHaveCount(1);
  await later.page.getByRole("link", { name: "See it as presented" }).click();
  await expect(later.page.getByText(/^As presented on .+ by Ana · 1 slide changed since$/)).toBeVisible();
  await expect(later.page.locator("section#the-queue")).toHaveCount(1);
  await later.page.getByRole("link", { name: "See the latest" }).click();
  await expect(later.page.locator("section#the-line")).toHaveCount(1);

  // On a phone it stands where no words are.
  for (const name of ["Small boats", "The line"]) {
    await phone.page.goto(`${url}#${name.toLowerCase().replace(" ", "-")}`);
    const note = await phone.page.locator(".stage-live").boundingBox();
    const heading = await phone.page.getByRole("heading", { name }).boundingBox();
    expect(heading !== null && note !== null && heading.y < note.y + note.height && note.y < heading.y + heading.height).toBe(false);
  }

  // Held sideways, and on a small laptop, it stands above the controls.
  for (const viewport of [
    { width: 844, height: 390 },
    { width: 1024, height: 768 },
  ]) {
    await later.page.setViewportSize(viewport);
    await later.page.goto(url);
    await expect(later.page.getByText(/^Presented on/)).toBeVisible();
    const note = await later.page.locator(".stage-live").boundingBox();
    const controls = await later.page.locator(".stage-controls").boundingBox();
    expect((note?.y ?? Infinity) + (note?.height ?? 0)).toBeLessThanOrEqual(controls?.y ?? 0);
  }

  // The record leads to the slide as it was on the wall.
  await desk.goto(`/decks/${id}/talks`);
  await expect(desk.getByRole("link", { name: "See the slides as presented" })).toBeVisible();
  const opened = desk.waitForEvent("popup");
  await desk.getByRole("link", { name: "The queue" }).last().click();
  const presented = await opened;
  await expect(presented.locator("section.slide[data-active]")).toHaveAttribute("id", "the-queue");
  await expect(presented.getByRole("heading", { name: "The queue" })).toBeVisible();
});
