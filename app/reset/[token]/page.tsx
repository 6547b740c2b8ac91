import type { Metadata } from "next";
import Link from "next/link";
import { linkUser } from "@/auth/links/sign-in-link";
import { AccountCard } from "@/components/account/account-card";
import { ResetForm } from "@/components/account/links/reset-form";
import { buttonClass } from "@/components/ui/button";
import { getDatabase } from "@/db/client";

export const dynamic = "force-dynamic";
// The token is in the address: no other site may learn it from a Referer.
export const metadata: Metadata = { title: "New password", referrer: "no-referrer", robots: { index: false } };

/** A link to choose a new password. Opening it uses nothing up. */
export default async function ResetLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { db } = await getDatabase();
  const user = await linkUser(db, token, "reset");
  if (user === null) {
    return (
      <AccountCard title="This link does not work any more" lead="It has been used, or its hour is over.">
        <Link href="/reset" prefetch={false} className={buttonClass("primary", "h-9 w-full")}>
          Ask for a new one
        </Link>
      </AccountCard>
    );
  }
  return (
    <AccountCard
      title="Choose a new password"
      lead={
        <>
          for <bdi className="break-words text-ink">{user.email}</bdi>
        </>
      }
    >
      <ResetForm token={token} email={user.email} />
    </AccountCard>
  );
}
