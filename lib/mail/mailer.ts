import { createTransport } from "nodemailer";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log";
import { letterHtml, letterText, type Letter } from "@/lib/mail/letter";

/** Sends letters to people. */
export interface Mailer {
  /**
   * Whether the letter is on its way. False where this server has no `SMTP_URL` (the letter is in the log then) or the mail
   * server refused it (the reason is in the log): whoever asked offers another way.
   */
  readonly send: (letter: Letter) => Promise<boolean>;
  readonly stop: () => void;
}

export interface MailerOptions {
  readonly env: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "PUBLIC_URL">;
  readonly log: Log;
}

/** A mail server that doesn't answer keeps nobody waiting for longer. */
const patienceMs = 10_000;

export function createMailer({ env, log }: MailerOptions): Mailer {
  if (env.SMTP_URL === undefined) {
    return {
      send: async (letter) => {
        log.info({ to: letter.to, subject: letter.subject, text: letterText(letter) }, "a letter that nobody sends: SMTP_URL is not set");
        return false;
      },
      stop: () => undefined,
    };
  }
  const from = env.MAIL_FROM ?? `Lectern <lectern@${new URL(env.PUBLIC_URL ?? "http://localhost").hostname}>`;
  const transport = createTransport({ url: env.SMTP_URL, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs });
  return {
    send: async (letter) => {
      try {
        await transport.sendMail({ from, to: letter.to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter) });
        return true;
      } catch (error) {
        log.error({ err: error, subject: letter.subject }, "a letter could not be sent");
        return false;
      }
    },
    stop: () => transport.close(),
  };
}
