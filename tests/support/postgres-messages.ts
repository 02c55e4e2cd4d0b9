/** Where its connection's transaction stands after an answer: `I` outside of any. Undefined for a message that ends no answer. */
export function transactionAfter(message: Buffer): string | undefined {
  return message.toString("latin1", 0, 1) === "Z" ? message.toString("latin1", 5, 6) : undefined;
}

/** Cuts a stream of Postgres' messages into whole ones. A client's first has no letter in front. */
export function createSplitter({ hasGreeting }: { readonly hasGreeting: boolean }): (chunk: Buffer) => readonly Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  let letters = hasGreeting ? 0 : 1;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: Buffer[] = [];
    while (rest.byteLength >= letters + 4) {
      const length = letters + rest.readInt32BE(letters);
      if (rest.byteLength < length) break;
      messages.push(rest.subarray(0, length));
      rest = rest.subarray(length);
      letters = 1;
    }
    return messages;
  };
}

/** Parse, Bind, Describe, Execute and Close wait for the Sync that ends them; everything else, also the greeting, goes alone. */
export function endsStatement(message: Buffer): boolean {
  return !"PBDEC".includes(message.toString("latin1", 0, 1));
}
