import Link from "next/link";

const example = `curl -H "Authorization: Bearer $LECTERN_TOKEN" \\
  https://lectern.example/api/decks`;

/** What holds for every call. */
export function ApiIntro() {
  return (
    <header className="pt-8 pb-10 lg:pt-6">
      <h1 className="text-[30px] leading-9 font-semibold tracking-[-0.026em]">The API</h1>
      <p className="mt-3 max-w-[62ch] text-[16px] leading-[26px] text-dim">
        Whatever the product does, a program can do: it sends and gets JSON, and shows a token from{" "}
        <Link href="/account/tokens" className="text-accent-text underline underline-offset-2">
          your account
        </Link>
        . The same, for programs that read such documents:{" "}
        <a href="/api/openapi.json" className="text-accent-text underline underline-offset-2">
          openapi.json
        </a>{" "}
        (OpenAPI 3.1).
      </p>
      <pre
        className="mt-5 overflow-x-auto rounded-md bg-sunken px-4 py-3 font-mono text-[13px] leading-[21px]"
        tabIndex={0}
        role="group"
        aria-label="An example"
      >
        {example}
      </pre>
      <dl className="mt-6 grid gap-x-8 gap-y-4 text-[15px] leading-[22px] sm:grid-cols-2">
        <Rule term="Scopes">
          A token may <b className="font-medium">read</b>, also <b className="font-medium">write</b>, or also <b className="font-medium">publish</b>.
          It never does more than you may. A team’s token reaches that team’s decks alone, with their search, folders, tags and people; what it makes
          is the team’s.
        </Rule>
        <Rule term="Errors">
          A problem document (RFC 9457): <Code>code</Code> is for programs, <Code>detail</Code> a sentence for people.
        </Rule>
        <Rule term="Other people's edits">
          Texts have an <Code>ETag</Code>. Send it as <Code>If-Match</Code>, and what somebody wrote meanwhile is never lost: you get 412 instead.
        </Rule>
        <Rule term="Limits">
          6,000 calls in ten minutes with one token, and fewer of what is costly. Over that it is 429, with <Code>Retry-After</Code>.
        </Rule>
      </dl>
    </header>
  );
}

function Rule({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{term}</dt>
      <dd className="mt-0.5 text-dim">{children}</dd>
    </div>
  );
}

function Code({ children }: { readonly children: string }) {
  return <code className="font-mono text-[13px] text-text">{children}</code>;
}
