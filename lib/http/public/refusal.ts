import type { Refused } from "@/lib/audience/link-state";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";

/** The answer of everything behind a public link that is no page. `missing` says what is not there. */
export function refusal(state: Refused, missing = "This link leads nowhere."): Response {
  switch (state) {
    case "missing":
      return problemResponse(new AppError("not-found", missing));
    case "withdrawn":
      return problemResponse(new AppError("gone", "These slides are no longer public."));
    case "ended":
      return problemResponse(new AppError("gone", "This link has ended."));
    case "locked":
      return problemResponse(new AppError("forbidden", "These slides ask for a password. Open their page and enter it."));
  }
}
