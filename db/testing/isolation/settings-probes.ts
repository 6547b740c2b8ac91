/** For tests of isolation: one call of every query of what a team has set up and whom it has let in. */
import type { Executor } from "../../drivers/driver";
import { auditChange } from "../../queries/audit-change";
import { getFeed, getFeedBySlug } from "../../queries/feeds/get-feed";
import { listFeeds } from "../../queries/feeds/list-feeds";
import * as readers from "../../queries/feeds/reader-tokens";
import { createFeed, deleteFeed, restoreFeed, updateFeed } from "../../queries/feeds/save-feed";
import { forgetDeleted } from "../../queries/forget-deleted";
import { getRecentChange } from "../../queries/get-recent-change";
import { createIntegration } from "../../queries/integrations/create-integration";
import { deleteIntegration } from "../../queries/integrations/delete-integration";
import { getTeamIntegration, listIntegrationsById } from "../../queries/integrations/get-integration";
import { listEndpointSecrets } from "../../queries/integrations/list-endpoint-secrets";
import { listIntegrations } from "../../queries/integrations/list-integrations";
import { restoreIntegration } from "../../queries/integrations/restore-integration";
import { rotateSecret } from "../../queries/integrations/rotate-secret";
import { updateIntegration } from "../../queries/integrations/update-integration";
import { acceptInvitation } from "../../queries/invitations/accept-invitation";
import { createInvitation } from "../../queries/invitations/create-invitation";
import { getInvitation } from "../../queries/invitations/get-invitation";
import { listInvitations } from "../../queries/invitations/list-invitations";
import { noteMailed } from "../../queries/invitations/note-mailed";
import { restoreInvitation, restoreInvitationsOf } from "../../queries/invitations/restore-invitation";
import { revokeInvitation, revokeInvitationsOf } from "../../queries/invitations/revoke-invitation";
import { areKeysLive } from "../../queries/keys/are-keys-live";
import { createKey } from "../../queries/keys/create-key";
import { getKey } from "../../queries/keys/get-key";
import { listKeyNames } from "../../queries/keys/list-key-names";
import { listKeys } from "../../queries/keys/list-keys";
import { listKeysByHash } from "../../queries/keys/list-keys-by-hash";
import { restoreKey } from "../../queries/keys/restore-key";
import { revokeKey } from "../../queries/keys/revoke-key";
import { rotateKey } from "../../queries/keys/rotate-key";
import { touchKey } from "../../queries/keys/touch-key";
import { countOpening } from "../../queries/links/count-opening";
import { createLink } from "../../queries/links/create-link";
import { findLink } from "../../queries/links/find-link";
import { getLink } from "../../queries/links/get-link";
import { listLinks } from "../../queries/links/list-links";
import { restoreLink } from "../../queries/links/restore-link";
import { revokeLink } from "../../queries/links/revoke-link";
import { listMembers } from "../../queries/members/list-members";
import { lockMember } from "../../queries/members/lock-member";
import { removeMember } from "../../queries/members/remove-member";
import { setRole } from "../../queries/members/set-role";
import { addMember } from "../../queries/teams/add-member";
import { createTeam } from "../../queries/teams/create-team";
import { deleteTeam } from "../../queries/teams/delete-team";
import { getSampleTeam } from "../../queries/teams/get-sample-team";
import { getTeam } from "../../queries/teams/get-team";
import { getTeamSettings } from "../../queries/teams/get-team-settings";
import { isAliasOfAnother } from "../../queries/teams/is-alias-of-another";
import { listMemberships } from "../../queries/teams/list-memberships";
import { listRolesOfUser } from "../../queries/teams/list-roles-of-user";
import { listSlugs } from "../../queries/teams/list-slugs";
import { listTeams } from "../../queries/teams/list-teams";
import { listTeamsOfUser } from "../../queries/teams/list-teams-of-user";
import { lockTeam } from "../../queries/teams/lock-team";
import { moveTeam } from "../../queries/teams/move-team";
import { renewEpochs } from "../../queries/teams/renew-epochs";
import { updateTeam } from "../../queries/teams/update-team";
import { hasInvitation } from "../../queries/users/has-invitation";
import { ENDED_AT, type FullTeam } from "./full-team";

/** Calls one query for the team `at.teamId` and what `at` names, which may be another team's alone. */
export type Probe = (db: Executor, at: FullTeam) => Promise<unknown>;

const NEW_ID = "0193e6a5-0000-7000-8000-000000000001";
const hash = (hex: string) => Buffer.from(hex, "hex");
const NEW_HASH = Buffer.alloc(32, 9);
const FEED = { slug: "new", name: "New", filter: "", hidesNames: false, hidesMetadata: false, offSince: null };
const NEW_LINK = {
  ...{ id: NEW_ID, hash: NEW_HASH, name: "New", filter: "", headSeq: 1, newestSeq: 1, expiresAt: null },
  newestTimestamp: new Date(0),
};

/** By the name of the function that is called. */
export const SETTINGS_PROBES: Record<string, Probe> = {
  auditChange: (db, { teamId }) =>
    auditChange(db, { teamId, id: NEW_ID, action: "team.renamed", via: "cli", detail: {} }),

  forgetDeleted: (db) => forgetDeleted(db),
  getRecentChange: (db, { teamId, keyId }) =>
    getRecentChange(db, teamId, { actions: ["team.key_created"], entityId: keyId }),
  restoreFeed: (db, { teamId, endedFeedId }) => restoreFeed(db, teamId, endedFeedId),
  restoreIntegration: (db, { teamId, endedIntegrationId }) => restoreIntegration(db, teamId, endedIntegrationId),
  restoreInvitation: (db, { teamId, endedInvitationId }) => restoreInvitation(db, teamId, endedInvitationId),
  restoreInvitationsOf: (db, { teamId, userId }) => restoreInvitationsOf(db, teamId, userId, ENDED_AT),
  restoreKey: (db, { teamId, endedKeyId }) => restoreKey(db, teamId, endedKeyId),
  restoreLink: (db, { teamId, endedLinkId }) => restoreLink(db, teamId, endedLinkId),
  restoreReaderToken: (db, { teamId, userId, endedTokenId }) =>
    readers.restoreReaderToken(db, teamId, userId, endedTokenId),
  noteMailed: (db, { teamId, invitationId }) => noteMailed(db, teamId, invitationId),

  createFeed: (db, { teamId, feedSlug }) => createFeed(db, teamId, { ...FEED, slug: feedSlug, createdBy: null }),
  deleteFeed: (db, { teamId, feedId }) => deleteFeed(db, teamId, feedId),
  getFeed: (db, { teamId, feedId }) => getFeed(db, teamId, feedId),
  getFeedBySlug: (db, { teamId, feedSlug }) => getFeedBySlug(db, teamId, feedSlug),
  listFeeds: (db, { teamId }) => listFeeds(db, teamId),
  updateFeed: (db, { teamId, feedId }) => updateFeed(db, teamId, feedId, { name: "Changed" }),

  countReaderTokens: (db, { teamId, userId }) => readers.countReaderTokens(db, teamId, userId),
  createReaderToken: (db, { teamId, userId }) => readers.createReaderToken(db, teamId, { userId, hash: NEW_HASH }),
  getFeedReader: (db, { tokenHash }) => readers.getFeedReader(db, hash(tokenHash)),
  listReaderTokens: (db, { teamId, userId }) => readers.listReaderTokens(db, teamId, userId),
  revokeReaderToken: (db, { teamId, userId, tokenId }) => readers.revokeReaderToken(db, teamId, userId, tokenId),
  touchReaderToken: (db, { teamId, tokenId }) => readers.touchReaderToken(db, teamId, tokenId),

  createIntegration: (db, { teamId }) => createIntegration(db, teamId, { provider: "linear", name: "New", secret: "" }),
  deleteIntegration: (db, { teamId, integrationId }) => deleteIntegration(db, teamId, integrationId),
  getTeamIntegration: (db, { teamId, integrationId }) => getTeamIntegration(db, teamId, integrationId),
  listEndpointSecrets: (db, { teamId, integrationId }) => listEndpointSecrets(db, teamId, integrationId),
  listIntegrations: (db, { teamId }) => listIntegrations(db, teamId),
  listIntegrationsById: (db, { otherIntegrationId }) => listIntegrationsById(db, [otherIntegrationId]),
  rotateSecret: (db, { teamId, integrationId }) =>
    rotateSecret(db, teamId, integrationId, { secret: "new", hours: 24 }),
  updateIntegration: (db, { teamId, integrationId }) => updateIntegration(db, teamId, integrationId, { name: "New" }),

  acceptInvitation: (db, { teamId, invitationId, memberId }) => acceptInvitation(db, teamId, invitationId, memberId),
  createInvitation: (db, { teamId }) =>
    createInvitation(db, teamId, {
      ...{ id: NEW_ID, hash: NEW_HASH, email: null, role: "viewer", createdBy: null },
      expiresAt: new Date(Date.UTC(2099, 0, 1)),
    }),
  getInvitation: (db, { invitationHash }) => getInvitation(db, hash(invitationHash)),
  hasInvitation: (db) => hasInvitation(db, "who@example.test"),
  listInvitations: (db, { teamId }) => listInvitations(db, teamId),
  revokeInvitation: (db, { teamId, invitationId }) => revokeInvitation(db, teamId, invitationId),
  revokeInvitationsOf: (db, { teamId, userId }) => revokeInvitationsOf(db, teamId, userId, []),

  areKeysLive: (db, { teamId, keyId, keyHash }) => areKeysLive(db, [{ teamId, keyId, keyHash }]),
  createKey: (db, { teamId, memberId: createdBy }) =>
    createKey(db, teamId, { name: "New", prefix: "las_", hash: NEW_HASH, scopes: ["read"], createdBy }),
  getKey: (db, { teamId, keyId }) => getKey(db, teamId, keyId),
  listKeyNames: (db, { teamId, keyId }) => listKeyNames(db, teamId, [keyId]),
  listKeys: (db, { teamId }) => listKeys(db, teamId),
  listKeysByHash: (db, { slug, keyHash }) => listKeysByHash(db, [{ teamSlug: slug, hash: hash(keyHash) }]),
  revokeKey: (db, { teamId, keyId }) => revokeKey(db, teamId, keyId),
  rotateKey: (db, { teamId, keyId }) => rotateKey(db, teamId, keyId, { hash: NEW_HASH, prefix: "las_new", hours: 24 }),
  touchKey: (db, { teamId, keyId }) => touchKey(db, teamId, keyId),

  countOpening: (db, { teamId, linkId }) => countOpening(db, teamId, linkId),
  createLink: (db, { teamId }) => createLink(db, teamId, NEW_LINK),
  findLink: (db, { linkHash }) => findLink(db, hash(linkHash)),
  getLink: (db, { teamId, linkId }) => getLink(db, teamId, linkId),
  listLinks: (db, { teamId }) => listLinks(db, teamId),
  revokeLink: (db, { teamId, linkId }) => revokeLink(db, teamId, linkId),

  listMembers: (db, { teamId }) => listMembers(db, teamId),
  lockMember: (db, { teamId, userId }) => lockMember(db, teamId, userId),
  removeMember: (db, { teamId, memberId }) => removeMember(db, teamId, memberId),
  setRole: (db, { teamId, memberId }) => setRole(db, teamId, memberId, "viewer"),

  addMember: (db, { teamId, memberId }) => addMember(db, teamId, memberId, "viewer"),
  createTeam: (db, { slug }) => createTeam(db, { slug: `${slug}-new`, name: "New", isSample: false }),
  deleteTeam: (db, { teamId }) => deleteTeam(db, teamId),
  getSampleTeam: (db, { userId }) => getSampleTeam(db, userId),
  getTeam: (db, { slug }) => getTeam(db, slug),
  getTeamSettings: (db, { teamId }) => getTeamSettings(db, teamId),
  isAliasOfAnother: (db, { teamId, alias }) => isAliasOfAnother(db, teamId, alias),
  listMemberships: (db, { slug, memberId }) => listMemberships(db, [{ slug, userId: memberId }]),
  listRolesOfUser: (db, { memberId }) => listRolesOfUser(db, memberId),
  listSlugs: (db, { slug }) => listSlugs(db, slug),
  listTeams: (db) => listTeams(db),
  listTeamsOfUser: (db, { memberId }) => listTeamsOfUser(db, memberId),
  lockTeam: (db, { teamId }) => lockTeam(db, teamId),
  moveTeam: (db, { teamId, slug, alias }) => moveTeam(db, teamId, { from: slug, to: alias }),
  renewEpochs: (db, { teamId }) => renewEpochs(db, teamId),
  updateTeam: (db, { teamId }) => updateTeam(db, teamId, { name: "Changed" }),
};
