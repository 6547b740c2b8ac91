import type { Forge } from "../forge/hook";
import { accountActor } from "../forge/people";
import type { Fields } from "../payload/fields";

/** Accounts of the service's own, which run its workflows. */
const BOTS = new Set(["forgejo-actions", "gitea-actions"]);

/** Ids below zero are of no person either: -2 runs the workflows, and -1 stands for a deleted account. */
function isBot(user: Fields): boolean {
  return BOTS.has(user.text("login", "username") ?? "") || user.at("id").value === -2;
}

/** Forgejo or Gitea among the forges: their payloads are the same, and so are the paths of their pages. */
export function forgeNamed(name: "Forgejo" | "Gitea"): Forge {
  return {
    itself: { id: name.toLowerCase(), name, kind: "integration" },
    account: (user) => accountActor(user, isBot(user) ? "integration" : "user"),
    refPage: (kind, ref) => `src/${kind}/${ref}`,
  };
}
