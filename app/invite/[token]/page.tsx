import type { Metadata } from "next";
import Link from "next/link";
import { getSessionUser } from "@/auth/session/session";
import { hashInvitationToken } from "@/auth/team/invitation-token";
import { getMembershipForUser } from "@/auth/team/teams";
import { AccountCard } from "@/components/account/account-card";
import { JoinButton, JoinForm } from "@/components/account/join-form";
import { buttonClass } from "@/components/ui/button";
import { getDatabase } from "@/db/client";
import { getInvitation, type Invitation } from "@/db/queries/invitations/get-invitation";

export const dynamic = "force-dynamic";
// The token is in the address: no other site may learn it from a Referer.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

const ROLES = { owner: "an owner", admin: "an admin", member: "a member", viewer: "a viewer" } as const;
const ENDED = {
  used: { title: "This invitation has been used", why: "It was for one person." },
  revoked: { title: "This invitation has been revoked", why: "Whoever sent it took it back." },
  expired: { title: "This invitation has expired", why: "It was open for a limited time." },
} as const;

/** A link into a team: who invites to what, and the way in. */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const hash = hashInvitationToken(token);
  const { db } = await getDatabase();
  const invitation = hash === null ? null : await getInvitation(db, hash);
  if (invitation === null) {
    return (
      <AccountCard title="This link is not valid" lead="Ask whoever sent it for a new one.">
        <p className="text-soft">Take care to copy the whole line: it is long and may have been cut.</p>
      </AccountCard>
    );
  }
  const user = await getSessionUser();
  const isMember = user !== null && (await getMembershipForUser(invitation.team.slug, user.id)) !== null;
  if (isMember) return <Inside team={invitation.team} />;
  if (invitation.state !== "open") {
    const { title, why } = ENDED[invitation.state];
    return <AccountCard title={title} lead={`${why} Ask for a new one.`} />;
  }
  return <Open invitation={invitation} token={token} user={user} />;
}

/** For who needs no invitation. */
function Inside({ team }: { team: Invitation["team"] }) {
  return (
    <AccountCard
      title="You are in this team"
      lead={
        <>
          You are a member of <bdi>{team.name}</bdi> already.
        </>
      }
    >
      <Link href={`/${team.slug}`} prefetch={false} className={buttonClass("primary", "h-9 w-full")}>
        Open the feed
      </Link>
    </AccountCard>
  );
}

interface OpenProps {
  invitation: Invitation;
  token: string;
  user: { email: string } | null;
}

function Open({ invitation: { team, role, email, invitedBy }, token, user }: OpenProps) {
  const lead = (
    <>
      <bdi>{invitedBy ?? "Somebody"}</bdi> invites you to join as {ROLES[role]}.
    </>
  );
  return (
    <AccountCard title={`Join ${team.name}`} lead={lead}>
      {user === null ? <JoinForm token={token} email={email} /> : null}
      {user === null ? (
        <p className="mt-3 text-center text-[13px] text-soft">
          <Link
            href={`/sign-in?callbackUrl=${encodeURIComponent(`/invite/${token}`)}`}
            prefetch={false}
            className="inline-block py-1 text-accent hover:underline"
          >
            Sign in another way
          </Link>
        </p>
      ) : (
        <SignedIn token={token} team={team.name} email={email} user={user} />
      )}
    </AccountCard>
  );
}

/** The way in for who is signed in, unless the invitation is for another address. */
function SignedIn({
  token,
  team,
  email,
  user,
}: { token: string; team: string; email: string | null } & {
  user: { email: string };
}) {
  const isForAnother = email !== null && email !== user.email;
  return (
    <>
      <p className="mb-4 break-words text-soft">
        You are signed in as <bdi className="text-ink">{user.email}</bdi>.
        {isForAnother ? (
          <>
            {" "}
            This invitation is for <bdi className="text-ink">{email}</bdi>: sign out, and open the link again.
          </>
        ) : null}
      </p>
      {isForAnother ? (
        <Link href="/api/auth/signout" prefetch={false} className={buttonClass("quiet", "h-9 w-full")}>
          Sign out
        </Link>
      ) : (
        <JoinButton token={token} team={team} />
      )}
    </>
  );
}
