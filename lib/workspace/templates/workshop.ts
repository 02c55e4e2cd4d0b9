import type { Template } from "@/lib/workspace/templates/template";

/** Half a day with hands on keyboards: short explanations, exercises, solutions. */
export const workshop: Template = {
  id: "workshop",
  name: "Workshop or tutorial",
  about: "Half a day with hands on keyboards: set-up, short explanations, exercises and their solutions.",
  markdown: `---
title: Your first parser
author: Your name
theme: chalk
paginate: true
footer: Your first parser
---

<!-- _layout: title -->

# Your first parser

A workshop of three hours, for people who can program and never wrote one

Your name

---

## Before we begin

1. Open \`example.org/parser\` and copy the repository
2. Run \`npm test\`: one test is green, five are red
3. Red is right: you will turn them green today

> [!TIP]
> Something doesn't run? Put your hand up now. It is never too early, and soon it is too late.

<!--
Leave this slide up while people come in. Go round; most of them don't put their hand up.
-->

---

## What you can do at noon

- Turn text into tokens, and say where each came from
- Turn tokens into a tree, with the right precedence
- Give an error message that helps

---

<!-- _layout: section -->

# 1. Tokens

---

## A token is a piece of text with a name

\`\`\`ts {2|3|all}
interface Token {
  readonly kind: "number" | "plus" | "times" | "end";
  readonly start: number;
  readonly text: string;
}
\`\`\`

\`1 + 23\` has four of them. The last one is the end.

---

## Exercise 1 · fifteen minutes

Make \`tokens("1 + 23")\` return these:

| kind | start | text |
| :-- | --: | :-- |
| number | 0 | \`1\` |
| plus | 2 | \`+\` |
| number | 4 | \`23\` |
| end | 6 | |

Done early? Let it take \`1_000\` for a number.

<!--
Go round after five minutes. Whoever is lost is lost at the spaces: ask them what happens to those.
-->

---

## One way to do it

\`\`\`ts
const pattern = /(?<number>\\d+)|(?<plus>\\+)|(?<times>\\*)|\\s+/gy;

for (const match of text.matchAll(pattern)) {
  const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found) ?? [];
  if (kind) found.push({ kind, start: match.index, text: match[0] });
}
\`\`\`

What does it do with \`1 $ 2\`? **Try it before you read on.**

---

<!-- _layout: section -->

# 2. Trees

---

## Where to go from here

- The repository has four more exercises, each with a solution
- *Crafting Interpreters* is free to read, and worth a winter
- Write to me: name@example.org
`,
};
