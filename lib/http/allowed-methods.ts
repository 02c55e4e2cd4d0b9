import { operationGroups } from "@/lib/api/openapi/operations";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";

/**
 * Answers a method that an address of the API does not take: a problem document that says which it takes, where Next
 * would answer with nothing. Undefined where it takes this one, or there is no such address.
 */
export function refuseMethod(method: string, pathname: string): Response | undefined {
  const address = addresses.find(({ pattern }) => pattern.test(pathname));
  if (address === undefined || address.methods.has(method) || answeredByNext.has(method)) return undefined;
  const allowed = [...address.methods].join(", ");
  const response = problemResponse(new AppError("method-not-allowed", `This address takes ${allowed}, and no ${method}.`));
  response.headers.set("allow", allowed);
  return response;
}

/** By what it has for others: GET, and the list of methods. */
const answeredByNext = new Set(["HEAD", "OPTIONS"]);

interface Address {
  readonly pattern: RegExp;
  readonly methods: ReadonlySet<string>;
}

/** Addresses with fewer variable parts first, as Next chooses among them. */
const addresses: readonly Address[] = collectAddresses().toSorted((one, other) => variables(one) - variables(other));

function collectAddresses(): readonly Address[] {
  const methodsOf = new Map<string, Set<string>>([["/api/openapi.json", new Set(["GET"])]]);
  for (const call of operationGroups.flatMap(({ operations }) => Object.keys(operations))) {
    const [method = "", path = ""] = call.split(" ");
    methodsOf.set(path, (methodsOf.get(path) ?? new Set()).add(method));
  }
  return [...methodsOf].map(([path, methods]) => ({ pattern: patternOf(path), methods }));
}

/** `[id]` stands for one part of an address, `[...path]` for all that is left. */
function patternOf(path: string): RegExp {
  const source = path
    .replaceAll(".", "\\.")
    .replaceAll(/\[(\\\.){3}\w+\]/g, ".+")
    .replaceAll(/\[\w+\]/g, "[^/]+");
  return new RegExp(`^${source}/?$`);
}

function variables({ pattern }: Address): number {
  return pattern.source.split("+").length;
}
