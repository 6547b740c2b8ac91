import type { Metadata } from "next";
import Link from "next/link";
import { canSendMail } from "@/auth/mail/send-mail";
import { AccountCard } from "@/components/account/account-card";
import { AskReset } from "@/components/account/links/ask-reset";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Reset your password", robots: { index: false } };

/** For who forgot the password. */
export default function ResetPage() {
  const back = (
    <p className="mt-3 text-center text-[13px]">
      <Link href="/sign-in" prefetch={false} className="inline-block py-1 text-accent hover:underline">
        Back to sign-in
      </Link>
    </p>
  );
  if (!canSendMail()) {
    return (
      <AccountCard title="Reset your password" lead="This server sends no mail.">
        <p className="text-soft">
          Ask an owner or admin of your team for a link to choose a new password. An owner asks whoever runs the server,
          who makes one with{" "}
          <code className="rounded-md bg-hover px-1.5 py-0.5 font-mono text-[12px] text-ink">admin reset-link</code>.
        </p>
        {back}
      </AccountCard>
    );
  }
  return (
    <AccountCard title="Reset your password" lead="We send you a link to choose a new one.">
      <AskReset />
      {back}
    </AccountCard>
  );
}
