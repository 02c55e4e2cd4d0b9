import type { Template } from "@/lib/workspace/templates/template";

/** Where a project stands, for people who decide something about it. */
export const projectReview: Template = {
  id: "project-review",
  name: "Project review",
  about: "Where a project stands: what was promised, what is done, what it costs, what has to be decided.",
  markdown: `---
title: "Search rewrite: review of the third quarter"
author: Your team
theme: lectern
paginate: true
footer: Search rewrite · third quarter
---

<!-- _layout: title -->

# Search rewrite

Review of the third quarter

Your team

---

## In short

- **On time** for the end of November, with one condition
- Latency is down from 410 to 95 ms at p95
- **One decision today**: do we keep the old ranking for a year?

<!--
Whoever reads only this slide should know how it stands and what you want from them.
-->

---

## What we promised, and where it stands

| Promise | Due | Stands |
| :-- | :-- | :-- |
| New index in production | July | done |
| Half of the traffic | August | done, a week late |
| All of the traffic | October | at 80 % |
| Old cluster switched off | November | waits for the decision |

---

## The number we said we would move

\`\`\`chart line
week,p95 in milliseconds,what we promised
1,410,410
4,395,360
8,240,280
12,95,120
\`\`\`

---

## How a query goes now

\`\`\`mermaid
flowchart LR
  q[Query] --> p[Parse]
  p --> i[(New index)]
  i --> r{Ranking}
  r -->|new| a[Answer]
  r -->|old, 20 %| o[Old ranking] --> a
\`\`\`

---

<!-- _layout: two-columns -->

## Went well, and didn't

::: columns
::: column
**Keep**

- Shadow traffic from the first week
- One person for the index, all quarter
:::
::: column
**Change**

- Three reviews waited for one person
- We learned of the price in week nine
:::
:::

---

## What could still go wrong

| Risk | What we do about it | Who |
| :-- | :-- | :-- |
| The old ranking has users we don't know | Ask all teams by the 10th | Ana |
| The index grows faster than planned | Second shard is ready | Ben |

---

<!-- _layout: statement -->

# Decide today: keep the old ranking for a year, or end it in March.

<!--
We recommend March. Keeping it costs one engineer and 2 400 a month.
-->

---

## Next quarter

1. All traffic on the new index by 15 October
2. The old cluster off, if so decided
3. Then: typing errors, which are one query in nine
`,
};
