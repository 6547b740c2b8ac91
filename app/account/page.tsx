import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { getPageSession } from "@/auth/session/session";
import { Connections } from "@/components/account/own/connections";
import { NameForm } from "@/components/account/own/name-form";
import { PasswordForm } from "@/components/account/own/password-form";
import { Section } from "@/components/account/own/section";
import { ListThisDevice, SessionList } from "@/components/account/own/session-list";
import { saySignInFault } from "@/components/account/say-sign-in-fault";
import { BackLink, SettingsFrame } from "@/components/settings/settings-page";
import { SignOut } from "@/components/shell/sign-out";
import { Notice } from "@/components/ui/notice";
import { getDatabase } from "@/db/client";
import { listAccounts } from "@/db/queries/accounts/list-accounts";
import { listSessions } from "@/db/queries/sessions/list-sessions";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Your account", robots: { index: false } };

/** One's own account: name, password, devices, accounts elsewhere. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const session = await getPageSession();
  if (session === null) redirect("/sign-in?callbackUrl=%2Faccount");
  const { user, sessionId } = session;
  const { error } = await searchParams;
  const { db } = await getDatabase();
  const [sessions, accounts, full] = [
    await listSessions(db, user.id),
    await listAccounts(db, user.id),
    await getUserByEmail(db, user.email),
  ];
  const connected = new Set(accounts.map(({ provider }) => provider));
  const providers = listSignInProviders();
  return (
    <SettingsFrame>
      <BackLink href="/">Feed</BackLink>
      <div className="flex items-center justify-between gap-3">
        <h1 className="font-semibold text-[20px] leading-tight tracking-[-0.01em]">Your account</h1>
        <SignOut />
      </div>
      <p className="mt-1 mb-5 break-words text-soft">
        <bdi>{user.email}</bdi>
      </p>
      <Notice className="mb-5">{saySignInFault(typeof error === "string" ? error : null)}</Notice>
      <Section title="Name" lead="What happened before keeps the name it happened under.">
        <NameForm name={user.name} />
      </Section>
      <Section title="Password">
        {full?.passwordHash == null ? (
          <p className="text-soft">
            You have no password.{" "}
            <Link href="/reset" prefetch={false} className="text-accent underline underline-offset-2">
              Choose one by a link
            </Link>
            .
          </p>
        ) : (
          <PasswordForm email={user.email} />
        )}
      </Section>
      <Section title="Devices" lead="Where you are signed in. What you do not recognise, sign out.">
        {sessionId === null ? <ListThisDevice /> : null}
        <SessionList
          sessions={sessions.map(({ createdAt, lastSeenAt, ...device }) => ({
            ...device,
            createdAt: createdAt.toISOString(),
            lastSeenAt: lastSeenAt.toISOString(),
            isCurrent: device.id === sessionId,
          }))}
        />
      </Section>
      {providers.length === 0 ? null : (
        <Section title="Connected accounts" lead="They sign you in here, too.">
          <Connections
            connections={providers.map(({ id, name, key }) => ({
              provider: id,
              name,
              isConnected: connected.has(key),
            }))}
          />
        </Section>
      )}
    </SettingsFrame>
  );
}
