/**
 * What a new guest's first deck holds: five slides that teach the product, in the deck language itself. People see
 * its text and its slides beside each other, on a phone one after the other: what it says of a slide is true of that
 * slide, and what it says of the editor of every width.
 */
export const tourMarkdown = `---
title: A tour in five slides
paginate: true
---

# Write a talk together

You write the text, and the slides follow as you type. This deck is yours: change this line.

<!--
This is a speaker note. You see it at the presenter's desk; the audience never gets it,
not on the screen, not in the public page, not in the file you send.
-->

---

## Three dashes make a slide

The text is plain Markdown. An empty line, three dashes, an empty line: the next slide begins.

~~~md
## Three dashes make a slide

The text is plain Markdown.

---

## The next slide
~~~

Try it: leave a line empty under this sentence, put \`---\`, leave another, and write your own slide.

---

## Code is set as code

Name the language and the colours come with the slide. No plug-in, and nothing to load while you present.

~~~ts
export function greet(audience: readonly string[]): string {
  const names = new Intl.ListFormat("en").format(audience);
  return \`Good morning, \${names}.\`;
}
~~~

A slide that is too full is set tighter first. When that is not enough, the editor marks it and says by how much.

---

## Bring your co-authors

1. Press **Share** and copy the link that says *can edit*.
2. Whoever opens it picks a name and types along. No account needed.
3. You see each other's carets, and everybody undoes only their own edits.

**Saved** at the top means saved on the server. Without a network you keep writing; it catches up by itself.[^1]

[^1]: What you wrote meanwhile waits in this browser.

---

## Stand up and show it

| You want to | Do this |
| :--- | :--- |
| present | **Present**, then the arrow keys or Space |
| see notes, next slide and clock | press \`p\` while presenting |
| let others look, without an account | **Share**, then a public link |
| take it home as one file | **Export**, then HTML |
| bring a deck you already have | drop its Markdown file on your decks |

<!--
Five slides, five minutes. Press Present and walk through them once.
Then select everything, delete it, and write your own.
-->
`;
