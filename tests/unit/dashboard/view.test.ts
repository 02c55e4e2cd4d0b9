import { expect, test } from "vitest";
import { librarySchema } from "@/lib/api/library";
import { readView, viewAddress, viewLabel } from "@/components/dashboard/view";

const folder = "1f0c1d7e-52a1-4b5e-8a3c-111111111111";
const team = "1f0c1d7e-52a1-4b5e-8a3c-222222222222";

test.each(["/decks", "/decks?show=trash", `/decks?show=team%3A${team}&sort=name`, `/decks?show=mine&folder=${folder}`, "/decks?tag=2026+Q1"])(
  "%s says what it shows, and is written from it again",
  (address) => {
    const parameters = new URL(address, "http://localhost").searchParams;
    expect(viewAddress(readView(Object.fromEntries(parameters)))).toBe(address);
  },
);

test.each([{ show: "everything" }, { folder: "x" }, { sort: "size" }])("an address that asks for %j shows all decks", (parameters) => {
  expect(readView(parameters)).toEqual({ show: "all", sort: "edited" });
});

test("what stands above the list is the narrowest of what was asked for", () => {
  const library = librarySchema.parse({ teams: [{ id: team, name: "Core" }], folders: [], tags: [] });
  expect(["trash", `team:${team}`].map((show) => viewLabel(readView({ show }), library))).toEqual(["Trash", "Core"]);
  expect(viewLabel(readView({ tag: "draft" }), library)).toBe("#draft");
});
