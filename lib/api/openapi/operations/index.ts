import type { OperationGroup } from "@/lib/api/openapi/operation";
import { comments } from "@/lib/api/openapi/operations/comments";
import { decks } from "@/lib/api/openapi/operations/decks";
import { library } from "@/lib/api/openapi/operations/library";
import { people } from "@/lib/api/openapi/operations/people";
import { sharing } from "@/lib/api/openapi/operations/sharing";
import { talks } from "@/lib/api/openapi/operations/talks";
import { text } from "@/lib/api/openapi/operations/text";
import { webhooks } from "@/lib/api/openapi/operations/webhooks";

/** Every call of the API in the order of its page. A test compares it with the addresses that there are. */
export const operationGroups: readonly OperationGroup[] = [decks, library, text, sharing, comments, talks, webhooks, people];
