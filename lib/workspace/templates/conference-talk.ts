import type { Template } from "@/lib/workspace/templates/template";

/** Thirty minutes on a stage: one claim, told from the trouble to the lesson. */
export const conferenceTalk: Template = {
  id: "conference-talk",
  name: "Conference talk",
  about: "Thirty minutes that carry one claim: the trouble, the turn, the proof, what to take home.",
  markdown: `---
title: The queue that was never empty
author: Your name
theme: ink
duration: 30min
paginate: true
---

<!-- _layout: title -->

# The queue that was never empty

How one number told us what forty dashboards did not

Your name · Conference, year

<!--
Say who you are in one breath, then go on: the story begins on the next slide.
Everything in a comment like this is yours alone, at the presenter's desk.
-->

---

<!-- _layout: statement -->

# Every night at three, somebody was woken up for nothing.

<!--
Begin with the trouble, in the words of the people who had it. No agenda yet.
-->

---

## What we believed

- More workers make a queue shorter
- An alarm means that something is broken
- The dashboards show what matters

<!-- pause -->

All three were **almost** true.

<!--
Show what the audience believes as well; the pause gives them a moment to nod.
-->

---

## What we saw when we looked once more

\`\`\`chart line
hour,jobs waiting,jobs that anybody waited for
0,40,3
3,410,4
6,120,6
9,90,31
12,70,38
\`\`\`

<!--
One chart, one sentence: the two lines have nothing to do with each other.
-->

---

## The change, in six lines

\`\`\`ts {3-5}
export function shouldWake(queue: Queue, now: Date): boolean {
  // It was: return queue.length > 200;
  const oldest = queue.oldestAwaited();
  if (oldest === undefined) return false;
  return now.getTime() - oldest.enqueuedAt.getTime() > promiseMs(oldest);
}
\`\`\`

Ask how long *somebody* has waited, not how much there is to do.

---

<!-- _layout: two-columns -->

## Before and after

::: columns
::: column
**Queue length**

- 31 alarms a month
- 2 of them real
- nobody trusts any of them
:::
::: column
**Oldest promise**

- 3 alarms a month
- 3 of them real
- people sleep
:::
:::

---

<!-- _layout: quote -->

> I stopped looking at the dashboards. I look at who is waiting.
>
> — the engineer who had been on call

---

## Take this home

1. Count what somebody waits for, not what there is
2. An alarm is a promise to act: make few of them
3. Look at the number that *nobody* put on a dashboard

<!--
Three things at most. Say them slowly; this is the slide that gets photographed.
-->

---

<!-- _layout: center -->

## Questions

name@example.org · example.org/queue
`,
};
