import type { Metadata } from "next";
import { mayAct } from "@/auth/team/roles";
import { CreateKey } from "@/components/settings/create-key";
import { FeedReaders } from "@/components/settings/feeds/feed-readers";
import { KeyList } from "@/components/settings/key-list";
import { SettingsPage } from "@/components/settings/settings-page";
import { getDatabase } from "@/db/client";
import { listReaderTokens } from "@/db/queries/feeds/reader-tokens";
import { type ListedKey, listKeys } from "@/db/queries/keys/list-keys";
import { ownOrigin } from "../../../own-origin";
import { requireMember } from "../require-member";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Keys" };

function toRow(
  { createdBy, createdAt, lastUsedAt, previousUntil, ...key }: ListedKey,
  userId: string,
  isAdmin: boolean,
) {
  const canRevoke = isAdmin || createdBy === userId;
  return {
    ...key,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    previousUntil: previousUntil?.toISOString() ?? null,
    canRevoke,
    canRotate: canRevoke && (isAdmin || !key.scopes.includes("admin")),
  };
}

/** A team's API keys, and the visitor's own feed readers. Viewers have no keys. */
export default async function KeysPage({ params }: { params: Promise<{ team: string }> }) {
  const { team: slug } = await params;
  const { user, team, role } = await requireMember(slug, `/${slug}/settings/keys`);
  const { db } = await getDatabase();
  const origin = await ownOrigin();
  const hasKeys = mayAct(role, "capture");
  const keys = hasKeys ? await listKeys(db, team.id) : [];
  const readers = await listReaderTokens(db, team.id, user.id);
  return (
    <SettingsPage title="Keys" lead="Programs post events and read the feed with a key of the team.">
      {hasKeys ? (
        <>
          <CreateKey team={team.slug} origin={origin} />
          <KeyList
            team={team.slug}
            origin={origin}
            keys={keys.map((key) => toRow(key, user.id, mayAct(role, "admin")))}
          />
        </>
      ) : null}
      <FeedReaders
        team={team.slug}
        readers={readers.map(({ id, createdAt, lastUsedAt }) => ({
          id,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        }))}
      />
    </SettingsPage>
  );
}
