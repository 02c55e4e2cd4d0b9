/** Why another service did not sign somebody in, and what works instead; `error` is what came back with them. */
export function oidcFailure(error: string | readonly string[]): string {
  switch (error) {
    case "account_not_linked":
      return "There is an account with that e-mail address already. Sign in with its password; once the address is confirmed on its page, the other service leads to it too.";
    case "access_denied":
      return "The other service was not allowed to sign you in. Try again, or use your password.";
    default:
      return "The other service did not sign you in. Try again, or use your password.";
  }
}
