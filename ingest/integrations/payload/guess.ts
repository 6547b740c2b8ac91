import { aThing } from "./a-thing";
import { type Actor, actor, type Entity, entity } from "./draft";
import type { Fields } from "./fields";

/** Where senders put the one who did it, and what it was done to. */
const ACTORS = ["actor", "user", "sender", "author", "created_by", "createdBy", "by"];
const THINGS = ["object", "entity", "resource", "item"];
const NAMES = ["name", "title", "full_name", "display_name", "subject", "username", "email", "email_address", "slug"];
const LINKS = ["url", "html_url", "web_url", "link", "permalink"];

/** A person's name from the parts that senders have for it. */
function personName(person: Fields): string | null {
  const parts = [person.text("first_name", "firstName"), person.text("last_name", "lastName")].filter(
    (part) => part !== null,
  );
  return person.text("name", "full_name", "display_name") ?? (parts.length > 0 ? parts.join(" ") : null);
}

/** The e-mail address of a person or message, alone or the first of a list. */
export function guessAddress(fields: Fields): string | null {
  const [first] = fields.list("email_addresses", 1);
  return fields.text("email", "email_address") ?? first?.text("email_address") ?? null;
}

/** Who did it, in data whose form is not known; null when nobody can be seen. A `user` that the event is about did nothing. */
export function guessActor(data: Fields, kind = ""): Actor | null {
  for (const key of ACTORS) {
    if (key === kind) continue;
    const part = data.at(key);
    const name = personName(part) ?? part.text("username", "login", "email") ?? part.text("");
    if (name !== null) {
      const avatarUrl = part.url("avatar_url", "avatarUrl", "image_url");
      return actor(part.text("id", "user_id") ?? name, name, { avatarUrl });
    }
  }
  return null;
}

const isThing = (part: Fields) => part.text("id", ...NAMES) !== null;

/** The thing of a kind ("order", "pull request") that data of unknown form is about; without a name it is "an order". */
export function guessThing(kind: string, data: Fields): Entity {
  const type = kind.replaceAll(" ", "_");
  const thing = [type, ...THINGS].map((key) => data.at(key)).find(isThing) ?? data;
  const name = personName(thing) ?? thing.text(...NAMES) ?? guessAddress(thing) ?? thing.text("id");
  const id = thing.text("id", `${type}_id`, "uuid", "key") ?? name ?? kind;
  return entity(type, id, name ?? aThing(kind), { url: guessLink(thing) ?? guessLink(data) });
}

/** Where data of unknown form says its thing can be looked at. */
export function guessLink(data: Fields): string | null {
  return data.url(...LINKS);
}

/** The kind of a thing that lies in an object of its own, by the name of that object; null when there is none. */
export function guessKind(data: Fields): string | null {
  const known = ["", ...ACTORS, ...THINGS];
  return data.objectKeys().find((key) => !known.includes(key) && isThing(data.at(key))) ?? null;
}
