import type { Metadata } from "next";
import { mayAct } from "@/auth/team/roles";
import { CreateKey } from "@/components/settings/create-key";
import { KeyList } from "@/components/settings/key-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { getDatabase } from "@/db/client";
import { listKeys } from "@/db/queries/keys/list-keys";
import { ownOrigin } from "../../../own-origin";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Keys" };

/** A team's API keys. */
export default async function KeysPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { user, team, role } = await requireMember(slug, `/${slug}/settings/keys`, { isForMembers: true });
  const { db } = await getDatabase();
  const keys = await listKeys(db, team.id);
  const origin = await ownOrigin();
  const isAdmin = mayAct(role, "admin");
  return (
    <SettingsPage title="Keys" lead="Programs post events and read the feed with a key of the team.">
      <CreateKey team={team.slug} origin={origin} />
      <KeyList
        team={team.slug}
        origin={origin}
        keys={keys.map(({ id, name, prefix, scopes, createdBy, createdAt, lastUsedAt, previousUntil }) => ({
          id,
          name,
          prefix,
          scopes,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
          previousUntil: previousUntil?.toISOString() ?? null,
          canRevoke: isAdmin || createdBy === user.id,
          canRotate: isAdmin || (createdBy === user.id && !scopes.includes("admin")),
        }))}
      />
    </SettingsPage>
  );
}
