import { config } from "zod/v4/core";

// Pages forbid making code of strings; zod would try it to find out, which the browser reports as a breach, and where
// a debugger lifts the rule for a moment it would believe the answer ever after. Runs before any schema is made.
config({ jitless: true });
