import { expect, test } from "vitest";
import { letterHtml, letterText, type Letter } from "@/lib/mail/letter";

const letter: Letter = {
  to: "ben@example.invalid",
  subject: "Ana invites you",
  sentences: ["Ana <b>invites</b> you to “Caches & you”."],
  act: { label: "Open it", url: "https://talks.example/invitations/x?a=1&b=2" },
  footnote: "You get this since Ana knows your address.",
};

test("the plain text has the address of the act by itself", () => {
  expect(letterText(letter).split("\n")).toContain("https://talks.example/invitations/x?a=1&b=2");
});

test("what people wrote is text in the HTML too", () => {
  const html = letterHtml(letter);
  expect(html).not.toContain("<b>invites</b>");
  expect(html).toContain("&#60;b&#62;invites");
  expect(html).toContain('href="https://talks.example/invitations/x?a=1&#38;b=2"');
});
