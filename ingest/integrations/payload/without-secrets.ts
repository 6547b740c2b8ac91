import { isJsonObject, type Json } from "@/activity/json";

/** What fields that let somebody in are called, whatever stands before: `X-Gitlab-Token`, `clientSecret`, `db_password`. */
const SECRET = /(authorization|cookie|credentials?|passw(or)?d|secret|token|(api|access|private|signing)[-_]?key)$/i;

/** A sender's own data without the texts and lists of texts whose names say that they are secrets: a feed is read by many. */
export function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isJsonObject(value)) return value;
  const isSecret = ([key, part]: [string, Json]) =>
    SECRET.test(key) &&
    (typeof part === "string" || (Array.isArray(part) && part.every((one) => typeof one === "string")));
  const kept = Object.entries(value).filter((entry) => !isSecret(entry));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutSecrets(part)]));
}
