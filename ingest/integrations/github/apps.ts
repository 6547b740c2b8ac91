import type { Describe, Draft } from "../forge/draft";
import { nearestUrl } from "../forge/places";
import { entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** `installation`: a GitHub App on an account. */
export const describeInstallation: Describe = (hook): Draft => {
  const installation = hook.payload.at("installation");
  const name = installation.text("app_slug") ?? "GitHub App";
  const app = installation.text("app_slug") ?? "a GitHub App";
  const account = installation.text("account.login", "account.name");
  const on = account === null ? "" : ` on ${account}`;
  const says = new Map([
    ["created", `installed ${app}${on}`],
    ["deleted", `uninstalled ${app}${on}`],
    ["suspend", `suspended ${app}${on}`],
    ["unsuspend", `resumed ${app}${on}`],
    ["new_permissions_accepted", `accepted new permissions of ${app}${on}`],
  ]);
  return {
    predicate: says.get(hook.action ?? "") ?? pastTense(hook.action, `${app}${on}`),
    entity: entity("installation", installation.text("id") ?? name, name, {
      url: installation.url("html_url", "account.html_url") ?? nearestUrl(hook),
    }),
    metadata: {
      account,
      repositories: hook.payload.list("repositories", 20).map((repository) => repository.text("full_name")),
    },
    happenedAt: hook.action === "created" ? installation.at("created_at").value : undefined,
    isImportant: hook.action === "deleted" || hook.action === "suspend",
  };
};

/** `installation_repositories`: what a GitHub App may see. */
export const describeInstallationRepositories: Describe = (hook): Draft => {
  const { payload } = hook;
  const installation = payload.at("installation");
  const name = installation.text("app_slug") ?? "GitHub App";
  const app = installation.text("app_slug") ?? "a GitHub App";
  const list = hook.action === "removed" ? "repositories_removed" : "repositories_added";
  const repositories = payload.list(list, 20).map((repository) => repository.text("full_name"));
  const count = payload.length(list);
  const what = count === 1 && repositories[0] ? repositories[0] : `${count} repositories`;
  const all = payload.text("repository_selection") === "all" ? "all repositories" : what;
  return {
    predicate: hook.action === "removed" ? `took away the access of ${app} to ${what}` : `gave ${app} access to ${all}`,
    entity: entity("installation", installation.text("id") ?? name, name, {
      url: installation.url("html_url", "account.html_url") ?? nearestUrl(hook),
    }),
    metadata: { repositories, selection: payload.text("repository_selection") },
  };
};

/** `github_app_authorization`: a person took back what they let the app do. */
export const describeAppAuthorization: Describe = (hook): Draft => ({
  predicate: pastTense(hook.action, "the authorization of a GitHub App"),
  entity: entity("app_authorization", hook.payload.text("sender.id") ?? "github", "authorization of a GitHub App", {
    url: nearestUrl(hook),
  }),
});
