import type { Template } from "@/lib/workspace/templates/template";

/** A paper or a thesis before people who will ask. */
export const thesisTalk: Template = {
  id: "thesis-talk",
  name: "Paper or thesis",
  about: "A paper or a thesis before people who will ask: question, method, results, limits, and slides in reserve.",
  markdown: `---
title: Clocks that agree to differ
author: Your name
theme: paper
duration: 20min
paginate: true
math: true
---

<!-- _layout: title -->

# Clocks that agree to differ

Bounded disagreement in sensor networks without a leader

Your name · University, year

---

## The question

How closely can $n$ clocks agree when **none of them is right**, messages are late, and some never come?

- Known: with a leader, to within $\\varepsilon$ in one round[^1]
- Not known: without one, while nodes come and go

[^1]: Lamport and Melliar-Smith, 1985.

<!--
One minute. If the question is clear, the rest is easy to follow; if not, nothing is.
-->

---

## What this work adds

1. An algorithm that needs no leader and no memory
2. A bound on disagreement, and a proof that it is tight
3. Measurements on 64 nodes over six months

---

## The idea

Each node moves towards the *median* of what it hears, but never by more than it could be wrong:

$$ c_i \\leftarrow c_i + \\operatorname{clip}\\bigl(\\operatorname{med}_{j \\in N_i}(c_j) - c_i,\\; \\rho\\,\\Delta t + u\\bigr) $$

Here $\\rho$ bounds the drift of a clock and $u$ the uncertainty of a message.

---

## The bound

> [!IMPORTANT]
> **Theorem 1.** After $O(\\log n)$ rounds any two correct clocks differ by at most $2u + 4\\rho\\,\\Delta t$, and no algorithm without a leader does better than half of that.

The proof has two parts: disagreement halves in each round (Lemma 2), and the clip keeps what a liar can do below $u$ (Lemma 3).

<!--
Only the shape of the proof here. Lemma 3 is in reserve, after the last slide.
-->

---

## How it was measured

| | |
| :-- | :-- |
| Nodes | 64, battery-powered, two buildings |
| Time | March to September |
| Faults | 9 nodes died, 3 lied (firmware) |
| Ground truth | GPS on 4 nodes |

---

## What came out

\`\`\`chart line
hour,measured,bound
0,190,400
1,90,200
2,52,120
4,31,70
8,24,48
\`\`\`

Microseconds of disagreement, the largest of 64 nodes. The bound holds in every hour of six months.

---

## What it doesn't show

- Two buildings are not a city: delays there are not symmetric
- Three liars came by accident; an attacker would do better
- The median costs energy, which was not measured

<!--
Say it before they ask. The discussion is about what you found then, not about what you hid.
-->

---

<!-- _layout: statement -->

# Clocks need no leader to agree. They need to know how wrong they may be.

---

<!-- _layout: section -->

# In reserve

---

## Lemma 3, for whoever asks

A liar moves a correct clock only if it is the median of what that clock hears. Then its value lies between two correct ones, so

$$ |c_i' - c_i| \\le \\max_{j,k \\in C}|c_j - c_k| $$

and the clip makes that at most $u$ once disagreement is below $2u$. $\\square$
`,
};
