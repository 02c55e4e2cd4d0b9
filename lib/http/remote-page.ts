import { isFreeOfForgery } from "@/lib/http/origin";
import { phoneCookie } from "@/lib/http/phone-cookie";
import { plainPage } from "@/lib/http/public/plain-page";
import type { Runtime } from "@/lib/runtime";
import { isOpenCode, pairPhone } from "@/lib/workspace/talks/phones";

/**
 * `/remote/<code>`: what a phone opens that scanned the code at a desk. Looking takes nothing, since cameras and messengers
 * look at addresses by themselves: the press of the button (a POST) makes this phone the remote, once, and leads to it.
 */
export async function answerRemotePage(request: Request, { runtime, code }: { readonly runtime: Runtime; readonly code: string }): Promise<Response> {
  if (request.method !== "POST") {
    if (!(await isOpenCode(runtime, code))) return spent();
    return plainPage(200, {
      title: "Use this phone as the remote?",
      sentence: "It then shows the speaker notes and moves the slides of this one talk. At the desk it can be disconnected at any time.",
      form: '<form method="post"><button>Use this phone</button></form>',
    });
  }
  const paired = isFreeOfForgery(request, runtime.env) ? await pairPhone(runtime, code) : undefined;
  if (!paired) return spent();
  runtime.audience.changed([paired.deckId]);
  return new Response(null, {
    status: 303,
    headers: {
      location: `/decks/${paired.deckId}/present?view=remote`,
      "cache-control": "no-store",
      "set-cookie": phoneCookie(paired.key, { isSecure: runtime.env.PUBLIC_URL?.startsWith("https:") === true }),
    },
  });
}

function spent(): Response {
  return plainPage(410, {
    title: "This code is used up",
    sentence: "A code connects one phone, within five minutes, while its talk runs. Show a new one at the desk: Phone remote.",
  });
}
