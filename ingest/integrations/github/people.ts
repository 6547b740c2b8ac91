import type { Forge } from "../forge/hook";
import { accountActor } from "../forge/people";
import { type Actor, stableId } from "../payload/draft";
import type { Fields } from "../payload/fields";

/** GitHub itself, for what no person did. */
export const GITHUB: Actor = { id: "github", name: "GitHub", kind: "integration" };

/** GitHub among the forges: bots are integrations, and security alerts name its own organisation as their sender. */
export const GITHUB_FORGE: Forge = {
  itself: GITHUB,
  account(user) {
    const isItself = user.text("type") === "Organization" && user.text("login") === "github";
    return isItself ? null : accountActor(user, user.text("type") === "Bot" ? "integration" : "user");
  },
  refPage: (kind, name) => (kind === "tag" ? `releases/tag/${name}` : `tree/${name}`),
};

/** The GitHub App that did it, such as GitHub Actions; GitHub when it is not named. */
export function app(fields: Fields): Actor {
  const name = fields.text("name", "slug");
  return name === null ? GITHUB : { id: stableId("app:", fields.text("id") ?? name), name, kind: "integration" };
}
