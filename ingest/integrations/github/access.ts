import type { Describe, Draft } from "../forge/draft";
import { nameOf } from "../forge/people";
import { nearestUrl, organizationName, organizationUrl } from "../forge/places";
import { entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** `personal_access_token_request`: somebody wants to reach an organisation with a token of their own. Its id is no secret. */
export const describeTokenRequest: Describe = (hook): Draft => {
  const request = hook.payload.at("personal_access_token_request");
  const name = request.text("token_name") ?? "personal access token";
  const token = request.text("token_name") === null ? "a personal access token" : `personal access token ${name}`;
  const owner = nameOf(request.at("owner"));
  const of = owner === null || owner === hook.payload.text("sender.login") ? "" : ` of ${owner}`;
  const to = organizationName(hook);
  const access = `${token}${of}${to === null ? "" : ` to ${to}`}`;
  const says = new Map([
    ["created", `asked for access of ${access}`],
    ["approved", `approved the access of ${access}`],
    ["denied", `denied the access of ${access}`],
    ["cancelled", `withdrew the request for access of ${access}`],
  ]);
  return {
    predicate: says.get(hook.action ?? "") ?? pastTense(hook.action, `the access of ${access}`),
    entity: entity("personal_access_token_request", request.text("id") ?? name, name, {
      url: organizationUrl(hook, "settings/personal-access-token-requests") ?? nearestUrl(hook),
    }),
    metadata: {
      owner,
      repositories: request.list("repositories", 20).map((repository) => repository.text("full_name")),
      repositorySelection: request.text("repository_selection"),
      expires: request.text("token_expires_at"),
    },
    happenedAt: hook.action === "created" ? request.at("created_at").value : undefined,
  };
};

/** `installation_target`: an account that has a GitHub App was renamed. */
export const describeInstallationTarget: Describe = (hook): Draft => {
  const account = hook.payload.at("account");
  const name = nameOf(account) ?? account.text("slug", "name") ?? "an account";
  const before = hook.payload.text("changes.login.from", "changes.slug.from");
  const kind = hook.payload.text("target_type")?.toLowerCase() ?? "account";
  const told = name === "an account" ? name : `${kind} ${name}`;
  return {
    predicate:
      hook.action === "renamed" && before !== null
        ? `renamed ${kind} ${before} to ${name}`
        : pastTense(hook.action, told),
    entity: entity(kind, account.text("id") ?? name, name, { url: account.url("html_url") ?? nearestUrl(hook) }),
    metadata: { before },
  };
};
