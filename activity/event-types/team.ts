import { LOOKS } from "./looks";
import { describeSourceTypes, type SourceType } from "./source-types";
import { TEAM_SOURCE } from "./team-source";

/** What happens to the team itself. */
const TYPES = new Map<string, SourceType>([
  ["member_joined", { label: "Member joined", ...LOOKS.people }],
  ["member_left", { label: "Member left", ...LOOKS.stopped }],
  ["member_removed", { label: "Member removed", ...LOOKS.stopped }],
  ["member_restored", { label: "Member restored", ...LOOKS.people }],
  ["reset_link_created", { label: "Reset link", icon: "key", color: "amber" }],
  ["role_changed", { label: "Role changed", ...LOOKS.people }],
  ["ownership_transferred", { label: "Ownership transferred", icon: "shield-check", color: "amber" }],
  ["invitation_created", { label: "Invitation", ...LOOKS.people }],
  ["invitation_revoked", { label: "Invitation revoked", ...LOOKS.stopped }],
  ["invitation_restored", { label: "Invitation restored", ...LOOKS.people }],
  ["settings_changed", { label: "Team settings", icon: "settings", color: "gray" }],
  ["key_created", { label: "Key created", icon: "key", color: "blue" }],
  ["key_rotated", { label: "Key rotated", icon: "key", color: "blue" }],
  ["key_revoked", { label: "Key revoked", icon: "key", color: "gray" }],
  ["key_restored", { label: "Key restored", icon: "key", color: "blue" }],
  ["integration_added", { label: "Integration added", ...LOOKS.connected }],
  ["integration_changed", { label: "Integration changed", icon: "plug", color: "gray" }],
  ["integration_deleted", { label: "Integration deleted", icon: "plug", color: "gray" }],
  ["integration_restored", { label: "Integration restored", ...LOOKS.connected }],
  ["secret_rotated", { label: "Secret rotated", icon: "key", color: "blue" }],
  ["deliveries_told_anew", { label: "Deliveries told anew", icon: "plug", color: "blue" }],
  ["link_created", { label: "Link shared", icon: "link", color: "blue" }],
  ["link_revoked", { label: "Link revoked", icon: "link", color: "gray" }],
  ["link_restored", { label: "Link restored", icon: "link", color: "blue" }],
  ["view_created", { label: "View added", icon: "eye", color: "blue" }],
  ["view_changed", { label: "View changed", icon: "eye", color: "gray" }],
  ["view_deleted", { label: "View deleted", icon: "eye", color: "gray" }],
  ["activity_pinned", { label: "Pinned", icon: "pin", color: "blue" }],
  ["activity_unpinned", { label: "Unpinned", icon: "pin", color: "gray" }],
  ["feed_published", { label: "Feed made public", icon: "eye", color: "amber" }],
  ["feed_unpublished", { label: "Feed no longer public", icon: "eye", color: "gray" }],
]);

const describe = describeSourceTypes(TEAM_SOURCE, TYPES);

/** The look of what happens to the team itself; null for other types. */
export const teamEventType: typeof describe = (type) => {
  const found = describe(type);
  return found === null ? null : { ...found, group: "system" };
};
