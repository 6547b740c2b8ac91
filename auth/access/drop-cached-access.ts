import { accessCaches } from "./access-caches";

/**
 * Forgets every cached answer about access, so that the next question goes to the database. Call it when `access` rings.
 * Everything goes, whoever it rang for: changes are rare, and answers live for a second only.
 */
export function dropCachedAccess(): void {
  const caches = accessCaches();
  const { sessions, memberships, keys, liveKeys, links } = caches;
  for (const cache of [sessions, memberships, keys, liveKeys, links]) cache.clear();
}
