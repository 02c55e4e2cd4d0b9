import type { Template } from "@/lib/workspace/templates/template";

/** Five minutes, five slides, one idea. */
export const lightningTalk: Template = {
  id: "lightning-talk",
  name: "Lightning talk",
  about: "Five minutes, five slides, one idea, and a last slide that people remember.",
  markdown: `---
title: Delete the cache
author: Your name
theme: signal
duration: 5min
---

<!-- _layout: title -->

# Delete the cache

Your name · five minutes

<!--
You have one minute a slide. Practise with the clock at the presenter's desk.
-->

---

<!-- _layout: statement -->

# Our cache was right 99 % of the time. That was the problem.

<!--
Say the one thing. If they leave now, this is what they take along.
-->

---

## One per cent of wrong answers

- is 40 000 wrong answers a day
- looks like a bug in *somebody else's* code
- goes away when you look at it

---

## So we asked what it saved

\`\`\`chart bar
,milliseconds
With the cache,38
Without it,41
With one index,12
\`\`\`

<!--
Let them read. Three seconds of silence are fine.
-->

---

<!-- _layout: statement -->

# Add the index. Delete the cache.

<!--
Stop here. Say thank you, and nothing else.
-->
`,
};
