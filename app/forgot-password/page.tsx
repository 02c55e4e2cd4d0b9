import type { Metadata } from "next";
import { ForgotForm } from "@/components/account/password-forms";
import { SmallPage } from "@/components/ui/page-frame";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <SmallPage title="A new password" sentence="Enter your e-mail address: a letter brings you the way to choose another password.">
      <ForgotForm />
    </SmallPage>
  );
}
