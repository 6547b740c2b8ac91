import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getSessionUser } from "@/auth/session/session";
import { AccountCard } from "@/components/account/account-card";
import { NewTeamForm } from "@/components/account/new-team-form";
import { SignOut } from "@/components/shell/sign-out";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "New team" };

/** A new team of the visitor's own. */
export default async function NewTeamPage() {
  if ((await getSessionUser()) === null) redirect("/sign-in?callbackUrl=/teams/new");
  return (
    <AccountCard title="New team" lead="You will be its owner, and can invite others.">
      <NewTeamForm />
      <div className="mt-3 flex items-center justify-between text-[13px]">
        <Link href="/" prefetch={false} className="inline-block py-1 text-accent hover:underline">
          Back to your feed
        </Link>
        <SignOut />
      </div>
    </AccountCard>
  );
}
