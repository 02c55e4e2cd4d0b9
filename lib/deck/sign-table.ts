/** 1 for every sign of these, by its code: what looks up every unit of every text looks here. */
export function signTable(signs: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
}
