/** What a mail says. Everything is plain text: names and titles of people need no care of the one who writes. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** One paragraph each. */
  readonly sentences: readonly string[];
  /** What the reader came for: a button, and in the plain text its address. */
  readonly act?: { readonly label: string; readonly url: string };
  /** Why the reader has got it, and what to do if that is a mistake. */
  readonly footnote: string;
}

/** The letter as plain text. */
export function letterText({ sentences, act, footnote }: Letter): string {
  const parts = [...sentences, ...(act ? [`${act.label}:\n${act.url}`] : []), `--\n${footnote}`];
  return `${parts.join("\n\n")}\n`;
}

/** The letter as HTML: tables and inline styles, since that is all that mail programs agree on. */
export function letterHtml({ subject, sentences, act, footnote }: Letter): string {
  const paragraphs = sentences.map((sentence) => `<p style="margin:0 0 16px">${escapeHtml(sentence)}</p>`).join("");
  const button = act
    ? `<p style="margin:24px 0"><a href="${escapeHtml(act.url)}" style="display:inline-block;padding:11px 20px;border-radius:8px;background:#2f5be0;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(act.label)}</a></p>`
    : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px"><table role="presentation" width="100%" style="max-width:520px;margin:0 auto;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif"><tr><td>
<p style="margin:0 0 24px;font-weight:700">Lectern</p>${paragraphs}${button}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #8885;font-size:13px;opacity:.75">${escapeHtml(footnote)}</p>
</td></tr></table></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
