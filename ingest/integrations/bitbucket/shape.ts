import type { Forge } from "../forge/hook";
import { accountActor } from "../forge/people";
import type { Fields } from "../payload/fields";

/** Bitbucket among the forges, whose payloads these functions shape like the others'. Cloud and Data Center name the same things by other fields. */
export const BITBUCKET_FORGE: Forge = {
  itself: { id: "bitbucket", name: "Bitbucket", kind: "integration" },
  // Cloud's apps are an `app_user` or a `team`, Data Center's a `SERVICE`.
  account: (user) =>
    accountActor(user, /^(app_?user|team|service)$/i.test(user.text("type") ?? "") ? "integration" : "user"),
  refPage: (kind, name) => (kind === "tag" ? `commits/tag/${name}` : `branch/${name}`),
};

type Shape = Record<string, unknown>;

/** The page of a thing: Cloud gives one link to it, Data Center a list. */
export function pageOf(thing: Fields): string | null {
  return thing.url("links.html.href") ?? thing.list("links.self", 1)[0]?.url("href") ?? null;
}

/** An account with the names that forges give its parts; undefined for nobody. */
export function account(user: Fields): Shape | undefined {
  const login = user.text("nickname", "username", "slug", "name", "display_name", "displayName");
  if (login === null) return undefined;
  return {
    id: user.text("uuid", "account_id", "id") ?? login,
    login,
    full_name: user.text("display_name", "displayName"),
    avatar_url: user.url("links.avatar.href"),
    html_url: pageOf(user),
    type: user.text("type"),
  };
}

/** A repository: `team/repo`, or `PROJ/repo` in Data Center, whose link leads to its files. */
export function repository(repo: Fields): Shape | undefined {
  const slug = repo.text("slug", "name");
  const project = repo.text("project.key");
  const name = repo.text("full_name") ?? (project === null || slug === null ? slug : `${project}/${slug}`);
  if (name === null) return undefined;
  return {
    id: repo.text("uuid", "id") ?? name,
    full_name: name,
    html_url: pageOf(repo)?.replace(/\/browse\/?$/, ""),
    default_branch: repo.text("mainbranch.name"),
  };
}

/** A pull request of Cloud (`pullrequest`) or Data Center (`pullRequest`). */
export function pullRequest(payload: Fields): Shape {
  const isCloud = payload.has("pullrequest");
  const pull = payload.at(isCloud ? "pullrequest" : "pullRequest");
  return {
    number: pull.at("id").value,
    title: pull.text("title"),
    body: pull.at("description").value,
    state: pull.text("state")?.toLowerCase(),
    merged: pull.text("state") === "MERGED",
    draft: pull.at("draft").value,
    user: account(pull.at(isCloud ? "author" : "author.user")),
    html_url: pageOf(pull),
    base: { ref: pull.text("destination.branch.name", "toRef.displayId") },
    head: {
      ref: pull.text("source.branch.name", "fromRef.displayId"),
      sha: pull.text("source.commit.hash", "fromRef.latestCommit"),
    },
    created_at: pull.at("created_on").value,
    closed_at: pull.at("updated_on").value,
  };
}

/** An issue of Cloud; Data Center has none. Its kind and priority are the labels it has. */
export function issue(payload: Fields): Shape {
  const about = payload.at("issue");
  const assignee = account(about.at("assignee"));
  return {
    number: about.at("id").value,
    title: about.text("title"),
    body: about.at("content.raw").value,
    state: about.text("state"),
    user: account(about.at("reporter")),
    html_url: pageOf(about),
    labels: [about.text("kind", "type"), about.text("priority")].flatMap((name) => (name === null ? [] : { name })),
    milestone: { title: about.text("milestone.name") },
    assignees: assignee === undefined ? [] : [assignee],
    created_at: about.at("created_on").value,
  };
}
