import type { Metadata } from "next";
import Link from "next/link";
import { linkUser } from "@/auth/links/sign-in-link";
import { AccountCard } from "@/components/account/account-card";
import { LinkSignIn } from "@/components/account/links/link-sign-in";
import { safeCallbackPath } from "@/components/account/safe-callback-path";
import { buttonClass } from "@/components/ui/button";
import { getDatabase } from "@/db/client";
import { readCsrfToken } from "../../csrf-token";
import { ownOrigin } from "../../own-origin";

export const dynamic = "force-dynamic";
// The token is in the address: no other site may learn it from a Referer.
export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer", robots: { index: false } };

interface PageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A mailed sign-in link. Opening it uses nothing up. */
export default async function LinkPage({ params, searchParams }: PageProps) {
  const { token } = await params;
  const { callbackUrl } = await searchParams;
  const asked = Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl;
  const callbackPath = safeCallbackPath(asked, new URL(await ownOrigin()).host);
  const { db } = await getDatabase();
  const user = await linkUser(db, token, "sign-in");
  if (user === null) {
    return (
      <AccountCard title="This link does not work any more" lead="It has been used, or its 10 minutes are over.">
        <Link
          href={`/sign-in?callbackUrl=${encodeURIComponent(callbackPath)}`}
          prefetch={false}
          className={buttonClass("primary", "h-9 w-full")}
        >
          Ask for a new one
        </Link>
      </AccountCard>
    );
  }
  return (
    <AccountCard
      title="Sign in"
      lead={
        <>
          as <bdi className="break-words text-ink">{user.email}</bdi>
        </>
      }
    >
      <LinkSignIn token={token} callbackPath={callbackPath} csrfToken={await readCsrfToken()} />
    </AccountCard>
  );
}
