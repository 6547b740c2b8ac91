import type { Metadata } from "next";
import Link from "next/link";
import { getAuthSecret } from "@/auth/secret";
import { isSetupToken } from "@/auth/setup";
import { AccountCard } from "@/components/account/account-card";
import { SetupForm } from "@/components/account/setup-form";
import { buttonClass } from "@/components/ui/button";
import { getDatabase } from "@/db/client";
import { hasUsers } from "@/db/queries/users/has-users";

export const dynamic = "force-dynamic";
// The token is in the address: no other site may learn it from a Referer.
export const metadata: Metadata = { title: "Set up", referrer: "no-referrer", robots: { index: false } };

type Search = Record<string, string | string[] | undefined>;

/** The one-time set-up link that the server prints: the first account and its team. */
export default async function SetupPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { token } = await searchParams;
  const { db } = await getDatabase();
  if (await hasUsers(db)) {
    return (
      <AccountCard title="This link has been used" lead="Somebody has set this server up already.">
        <Link href="/sign-in" prefetch={false} className={buttonClass("primary", "h-9 w-full")}>
          Sign in
        </Link>
      </AccountCard>
    );
  }
  if (typeof token !== "string" || !isSetupToken(token, getAuthSecret())) {
    return (
      <AccountCard title="This link is not valid" lead="Open the newest set-up link that the server printed.">
        <p className="text-soft">
          Take care to copy the whole line: its token is long and may have been cut where the line breaks.
        </p>
      </AccountCard>
    );
  }
  return (
    <AccountCard title="Welcome" lead="Create the first account and its team.">
      <SetupForm token={token} />
    </AccountCard>
  );
}
