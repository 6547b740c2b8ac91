import type { StoredKey } from "@/db/queries/keys/list-keys-by-hash";
import type { SharedLink } from "@/db/queries/links/find-link";
import type { SessionUser } from "@/db/queries/sessions/list-session-users";
import type { Membership } from "@/db/queries/teams/list-memberships";
import { ShortCache } from "./short-cache";

/** What a session cookie says, once its seal was checked. */
export interface SessionClaims {
  userId: string;
  /** The session's row; null for a session from before there were rows, which goes by its version. */
  sessionId: string | null;
  sessionVersion: number;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

interface AccessCaches {
  /** By the hash of the cookie. */
  claims: ShortCache<SessionClaims | null>;
  /** By session and user. */
  sessions: ShortCache<SessionUser | null>;
  memberships: ShortCache<Membership | null>;
  /** By team slug and key: hashing every call's key takes longer than all else about it. */
  keys: ShortCache<(StoredKey & { hash: string }) | null>;
  /** By key and the hash it went by. */
  liveKeys: ShortCache<boolean>;
  /** By the hash of the token. */
  links: ShortCache<SharedLink | null>;
}

const KEY = Symbol.for("las.access-caches");
const globals = globalThis as { [KEY]?: AccessCaches };

/** What this process believes about access, each answer for at most a second. */
export function accessCaches(): AccessCaches {
  globals[KEY] ??= {
    claims: new ShortCache(),
    sessions: new ShortCache(),
    memberships: new ShortCache(),
    keys: new ShortCache(),
    liveKeys: new ShortCache(),
    links: new ShortCache(),
  };
  return globals[KEY];
}
