// The clocks of everybody who writes, as far as they ask `Date.now`. Servers are other processes and keep the right time.

let offMs = 0;
const now = Date.now.bind(Date);
Date.now = () => now() + offMs;

/** All clocks here are wrong by so much from now on. */
export function setClocksOff(ms: number): void {
  offMs = ms;
}
