import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getSessionUser } from "@/auth/session/session";
import { listTeamsForUser } from "@/auth/team/teams";
import { AccountCard } from "@/components/account/account-card";
import { buttonClass } from "@/components/ui/button";
import { getDatabase } from "@/db/client";
import { hasUsers } from "@/db/queries/users/has-users";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Welcome" };

/** Leads on: to the visitor's first team, to sign-in, or, before anybody has an account, to the set-up link. */
export default async function HomePage() {
  const user = await getSessionUser();
  if (user === null) {
    const { db } = await getDatabase();
    if (await hasUsers(db)) redirect("/sign-in");
    return (
      <AccountCard title="Almost there" lead="Open the set-up link that the server printed.">
        <p className="text-soft">
          It is a line in the terminal or the log that ends in{" "}
          <code className="whitespace-nowrap rounded-md bg-hover px-1.5 py-0.5 font-mono text-[12px] text-ink">
            /setup?token=…
          </code>
          . It works once and creates the first account and team.
        </p>
      </AccountCard>
    );
  }
  const [team] = await listTeamsForUser(user.id);
  if (team !== undefined) redirect(`/${team.slug}`);
  return (
    <AccountCard title="No team yet" lead="Open the invitation that you were sent, or make a team of your own.">
      <p className="break-words text-soft">
        You are signed in as <bdi className="text-ink">{user.email}</bdi>.
      </p>
      <Link href="/teams/new" prefetch={false} className={buttonClass("primary", "mt-4 h-9 w-full")}>
        Make a team
      </Link>
    </AccountCard>
  );
}
