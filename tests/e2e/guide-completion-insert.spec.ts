import { expect, openDeckWith, saveStateOf, sourceOf, test } from "@/tests/support/people";

test("Somebody without an account finds a word of their old tool in the guide and changes its example", async ({ newPerson }) => {
  const { page } = await newPerson();
  await page.goto("/");
  await page.getByRole("link", { name: "Guide" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The deck language" })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search the guide" }).fill("v-clicks");
  const contents = page.getByRole("navigation", { name: "Contents" });
  await expect(contents.getByRole("link", { name: "A list, item by item" })).toBeVisible();
  await expect(contents.getByRole("link", { name: "Tables" })).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#incremental-list$/);

  const slide = page.getByRole("img", { name: "A list, item by item", exact: true });
  await expect(slide.getByText("Then we threw away")).toBeVisible();
  await page.getByRole("button", { name: "Try it: A list, item by item" }).click();
  const source = sourceOf(page);
  await expect(source).toBeVisible();
  await source.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("End");
  await page.keyboard.type(", in May");
  await expect(page.getByRole("region", { name: "Slides" }).getByText("How it went, in May")).toBeVisible();

  await page.getByRole("button", { name: "Back to the example" }).click();
  await expect(source).toBeHidden();
});

test("An address in the guide leads to its entry before any script runs", async ({ newPerson }) => {
  const { page } = await newPerson({ javaScriptEnabled: false });
  await page.goto("/guide#code-steps");
  await expect(page.getByRole("heading", { level: 3, name: "Code, line by line" })).toBeInViewport();
  await expect(page.getByRole("group", { name: "Source: Code, line by line" })).toContainText("```ts {1|2|3|all}");
});

test("The text pane offers what the deck language has, explains it, and stays quiet in prose", async ({ writer: ana }) => {
  const { page } = ana;
  await openDeckWith(ana, "# A talk\n\nwith text\n");
  const list = page.getByRole("listbox", { name: "Suggest" });
  await sourceOf(page).focus();

  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("Nobody decided to have a slow build");
  await expect(page.getByRole("region", { name: "Slides" }).getByText("Nobody decided to have a slow build")).toBeVisible();
  await expect(list).toBeHidden();

  await page.keyboard.type("\n\n<!-- _lay");
  await expect(list.getByRole("option", { name: /^_layout/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(list.getByRole("option", { name: /^section/ })).toBeVisible();
  await page.keyboard.type("sec");
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect(page.locator('section.slide[data-layout="section"]').first()).toBeAttached();

  await page.keyboard.type("\n\nShipped :rocke");
  await expect(list.getByRole("option", { name: /:rocket:/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Slides" }).getByText("Shipped 🚀")).toBeVisible();

  await page.keyboard.type("\n\n/tab");
  await expect(list.getByRole("option", { name: /^Table/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Slides" }).getByRole("table")).toBeVisible();

  await page.getByText(":rocket:").first().hover();
  await expect(page.locator(".monaco-hover").getByRole("link", { name: "In the guide" })).toBeVisible();
});

test("The insert menu puts a block on lines of its own, as one step that can be taken back", async ({ writer: ana }) => {
  const { page } = ana;
  await openDeckWith(ana, "# A talk\n\nwith text\n\n---\n\n## Two\n\n- one\n");
  const slides = page.getByRole("region", { name: "Slides" });
  await sourceOf(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");

  await page.getByRole("button", { name: "Insert", exact: true }).click();
  const search = page.getByRole("combobox", { name: "Search what to insert" });
  await expect(search).toBeFocused();
  await expect(page.getByRole("gridcell", { name: "Quote" })).toBeVisible();
  await page.keyboard.type("callout");
  await expect(page.getByRole("gridcell")).toHaveCount(1);
  await page.keyboard.press("Enter");

  await expect(slides.locator(".alert")).toBeVisible();
  await expect(slides.getByText("with text")).toBeVisible();
  await expect(slides.getByRole("heading", { name: "Two" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(slides.locator(".alert")).toHaveCount(0);
  await expect(slides.getByText("with text")).toBeVisible();
  await expect(saveStateOf(page)).toHaveText(/^Saved/);
});
