import { verifyPassword } from "better-auth/crypto";
import { AppError } from "@/lib/errors";
import { readBytes } from "@/lib/http/body";
import { isFreeOfForgery } from "@/lib/http/origin";
import { countPasswordTry } from "@/lib/http/password-tries";
import { keyCookie } from "@/lib/http/public/link-key";
import { plainPage } from "@/lib/http/public/plain-page";
import type { Runtime } from "@/lib/runtime";
import { findPublicPassword } from "@/lib/workspace/links/find-public";
import { wrongLinkPassword } from "@/lib/workspace/links/join";

const maxFormBytes = 4 * 1024;

/** `/p/<slug>` for whoever has not given the link's password: a form that asks for it, and nothing of the slides. */
export function passwordPage(request: Request, { slug, failure }: { readonly slug: string; readonly failure?: AppError }): Response {
  const { search, searchParams } = new URL(request.url);
  const isEmbed = searchParams.has("embed");
  const address = escapeAttribute(`/p/${encodeURIComponent(slug)}${search}`);
  const wrong = failure === undefined ? "" : `<p class="wrong" id="wrong" role="alert">${failure.sentence}</p>`;
  // In a frame of another site browsers keep no cookie: the slides open in a tab of their own.
  const target = isEmbed ? ' target="_blank" rel="noopener"' : "";
  const form = `<form method="post" action="${address}"${target}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="off" required autofocus maxlength="128"${failure ? ' aria-invalid="true" aria-describedby="wrong"' : ""}>
${wrong}
<button>Show the slides</button>
</form>`;
  return plainPage(failure?.code === "rate-limited" ? 429 : 403, {
    title: "These slides ask for a password",
    sentence: "Whoever sent you this link can tell you what it is.",
    form,
    isEmbed,
    headers: failure?.retryAfterS === undefined ? {} : { "retry-after": String(failure.retryAfterS) },
  });
}

/** `POST /p/<slug>` with the form: the right password leaves a key in the browser and leads to the slides. */
export async function answerPassword(request: Request, { runtime, slug }: { readonly runtime: Runtime; readonly slug: string }): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const back = { status: 303, headers: { location: `${pathname}${search}` } };
  const asked = await findPublicPassword(runtime, slug);
  // No password (any more), or no link: the page itself has the words.
  if (!asked) return new Response(null, back);
  try {
    if (!isFreeOfForgery(request, runtime.env)) throw new AppError("forbidden", "This form came from another site. Enter the password here.");
    const password = new URLSearchParams(new TextDecoder().decode(await readBytes(request, { maxBytes: maxFormBytes }))).get("password") ?? "";
    const check = () => verifyPassword({ hash: asked.hash, password });
    if (!(await countPasswordTry(runtime, asked.linkId, { headers: request.headers, check }))) throw new AppError("forbidden", wrongLinkPassword);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return passwordPage(request, { slug, failure: error });
  }
  return new Response(null, { ...back, headers: { ...back.headers, "set-cookie": keyCookie(asked.lock, { slug, env: runtime.env }) } });
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
