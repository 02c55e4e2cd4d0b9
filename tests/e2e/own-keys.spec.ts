import { expect, openDeckWith, test } from "@/tests/support/people";
import { openDesk, pressPresent, shown } from "@/tests/support/stage";

test("Enter with a meaning of its own still presses the button that has the focus", async ({ writer: ana }) => {
  await openDeckWith(ana, "# One\n\n---\n\n# Two\n\n---\n\n# Three\n");
  const stage = await pressPresent(ana);
  await stage.evaluate(() => localStorage.setItem("lectern-keys", '[["Enter","last"]]'));
  await stage.reload();
  await expect(shown(stage)).toHaveAttribute("data-slide", "1");
  await stage.keyboard.press("Enter");
  await expect(shown(stage)).toHaveAttribute("data-slide", "3");
  await stage.locator("[data-command=previous]").focus();
  await stage.keyboard.press("Enter");
  await expect(shown(stage)).toHaveAttribute("data-slide", "2");
  await stage.evaluate(() => localStorage.removeItem("lectern-keys"));
});

test("a clicker's own key is given its meaning, in every window and the next time", async ({ writer: ana }) => {
  await openDeckWith(ana, "# One\n\n---\n\n# Two\n\n---\n\n# Three\n");
  const stage = await pressPresent(ana);
  const desk = await openDesk(stage);
  await stage.keyboard.press("?");
  await stage.getByRole("button", { name: "Keys of your own…" }).click();
  const dialog = stage.getByRole("dialog", { name: "Keys of your own" });
  await dialog.getByRole("button", { name: "Add a key" }).click();
  await stage.keyboard.press("F9");
  await expect(dialog.getByRole("combobox", { name: "What F9 does" })).toBeFocused();
  await dialog.getByRole("combobox", { name: "What F9 does" }).selectOption("Last slide");
  await dialog.getByRole("button", { name: "Done" }).click();
  await stage.keyboard.press("F9");
  await expect(shown(stage)).toHaveAttribute("data-slide", "3");
  await stage.keyboard.press("Home");
  await expect(shown(stage)).toHaveAttribute("data-slide", "1");
  await desk.keyboard.press("F9");
  await expect(shown(stage)).toHaveAttribute("data-slide", "3");
  await stage.reload();
  await stage.keyboard.press("Home");
  await expect(shown(stage)).toHaveAttribute("data-slide", "1");
  await stage.keyboard.press("?");
  await stage.getByRole("button", { name: "Keys of your own…" }).click();
  await dialog.getByRole("button", { name: "Remove F9" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await stage.keyboard.press("F9");
  await expect(shown(stage)).toHaveAttribute("data-slide", "1");
});
