/** The same function, which does its work once for every text: a deck repeats some slides, a broken one thousands of times. */
export function once<T>(work: (text: string) => T): (text: string) => T {
  const done = new Map<string, T>();
  return (text) => {
    const known = done.get(text);
    if (known !== undefined) return known;
    const result = work(text);
    done.set(text, result);
    return result;
  };
}
