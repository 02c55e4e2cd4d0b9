export interface RateLimitRule {
  /** Calls in one window. */
  readonly max: number;
  readonly windowS: number;
}

/**
 * Sign-in limits per client address, in better-auth's words (`window` in seconds). A classroom of sixty behind one
 * address may arrive in the same minute; guessing a password at this pace takes longer than anybody has.
 */
export const authRateLimits = {
  window: 60,
  max: 600,
  customRules: {
    "/sign-in/anonymous": { window: 60, max: 120 },
    "/sign-up/email": { window: 60, max: 80 },
    "/sign-in/email": { window: 60, max: 80 },
    "/sign-in/social": { window: 60, max: 80 },
    // Each may be a letter to somebody who never asked for one.
    "/request-password-reset": { window: 60, max: 10 },
    "/send-verification-email": { window: 60, max: 10 },
  },
} as const;
