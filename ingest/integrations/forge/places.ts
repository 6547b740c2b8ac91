import { type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Hook } from "./hook";

/** `acme/web`; null when the event is not about one repository. */
export function repositoryName(hook: Hook): string | null {
  return hook.payload.text("repository.full_name", "repository.name");
}

/** What ids inside a repository begin with: its number, which outlives a rename. */
export function repositoryKey(hook: Hook): string {
  return hook.payload.text("repository.id", "repository.full_name") ?? "repository";
}

/** The organisation or enterprise of an event without a repository. */
export function organizationName(hook: Hook): string | null {
  return hook.payload.text("organization.login", "organization.username", "enterprise.name", "enterprise.slug");
}

/** " in acme/web", " in acme", or nothing. */
export function where(hook: Hook): string {
  const place = repositoryName(hook) ?? organizationName(hook);
  return place === null ? "" : ` in ${place}`;
}

/** A page of the host that sent this (github.com or an Enterprise server); null when no link tells which. */
function pageUrl(hook: Hook, path: string): string | null {
  const known = hook.payload.url("repository.html_url", "sender.html_url");
  return known === null ? null : new URL(`/${path.split("/").map(encodeURIComponent).join("/")}`, known).href;
}

/** A page below the repository, such as `tree/main`. */
export function repositoryUrl(hook: Hook, path = ""): string | null {
  const home = hook.payload.url("repository.html_url");
  if (home === null || path === "") return home;
  return `${home.replace(/\/$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** A page of the organisation below its host, such as `projects/3`; null when the event has none. */
export function organizationUrl(hook: Hook, path: string): string | null {
  const login = hook.payload.text("organization.login");
  return login === null
    ? null
    : pageUrl(hook, path.startsWith("settings/") ? `organizations/${login}/${path}` : `orgs/${login}/${path}`);
}

/** Where a link leads when the thing itself has no page. */
export function nearestUrl(hook: Hook): string | null {
  const login = hook.payload.text("organization.login");
  return repositoryUrl(hook) ?? (login === null ? null : pageUrl(hook, login)) ?? hook.payload.url("sender.html_url");
}

/** The repository as the thing something happened to. */
export function repositoryEntity(hook: Hook, repository: Fields = hook.payload.at("repository")): Entity {
  const name = repository.text("full_name", "name") ?? organizationName(hook) ?? "repository";
  return entity("repository", repository.text("id") ?? name, name, {
    url: repository.url("html_url") ?? nearestUrl(hook),
  });
}

/** The organisation as the thing something happened to. */
export function organizationEntity(hook: Hook): Entity {
  const name = organizationName(hook) ?? "organization";
  return entity("organization", hook.payload.text("organization.id", "enterprise.id") ?? name, name, {
    url: nearestUrl(hook),
  });
}
