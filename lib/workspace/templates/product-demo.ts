import type { Template } from "@/lib/workspace/templates/template";

/** Something is shown live, and told so that it holds without the demo too. */
export const productDemo: Template = {
  id: "product-demo",
  name: "Product demo",
  about: "Show something live: the trouble it ends, the demo itself, a plan for when it fails, and how to try it.",
  markdown: `---
title: Previews for every branch
author: Your team
theme: blueprint
paginate: true
---

<!-- _layout: title -->

# Previews for every branch

From a push to an address that anybody can open, in forty seconds

Your team

---

<!-- _layout: statement -->

# “Can you show me?” should not need a meeting.

---

## How it goes today

\`\`\`mermaid
sequenceDiagram
  Ana->>Ben: It's on my branch
  Ben->>Ben: pull, build, start
  Ben-->>Ana: It doesn't start
  Ana->>Ben: Let me share my screen
\`\`\`

Eleven minutes, when it goes well.

---

<!-- _layout: section -->

# Live

<!--
1. Push the branch \`demo/colour\` (it is prepared).
2. Open the address from the terminal, on the phone as well.
3. Change the colour, push again, count aloud.

If the network fails: go on with the next slide, it tells the same.
-->

---

## What you just saw

\`\`\`console
$ git push
remote: Building demo/colour … 31 s
remote: https://demo-colour.preview.example.org
remote: It goes away with the branch.
\`\`\`

- The address is known before the build is
- Data comes from a copy, never from production
- It goes away with the branch

---

## What is behind it

\`\`\`mermaid
flowchart LR
  push[git push] --> build[Build]
  build --> image[(Image)]
  image --> run[One container a branch]
  copy[(Copy of the data)] --> run
  run --> address[An address]
\`\`\`

---

## What it can't do yet

| | When |
| :-- | :-- |
| Mail from a preview | next month |
| More than 30 branches at once | never, we think |
| Previews of migrations | we want to hear what you need |

---

## Try it today

\`\`\`yaml
# preview.yml
build: npm run build
start: npm start
data: copy-of-staging
\`\`\`

Put this file into your repository and push. Help: **#previews**
`,
};
