import { type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { identifierFromUrl } from "./places";

/** A thing with the words that name it in a sentence: "ENG-42 Fix login", "project Autumn". */
export interface Thing {
  words: string;
  entity: Entity;
}

/** An issue, from its own data or as another thing's. `link` is where the event leads, which may be a comment on it. */
export function issueThing(issue: Fields, link: string | null, id: string | null = null): Thing {
  const url = link ?? issue.url("url");
  const identifier = issue.text("identifier") ?? identifierFromUrl(url);
  const title = issue.text("title");
  const name = title ?? identifier ?? "an issue";
  const number = identifier === null || title === null ? "" : `${identifier} `;
  return {
    words: title !== null && identifier === null ? `issue ${name}` : `${number}${name}`,
    entity: entity("issue", issue.text("id") ?? id ?? name, name, { reference: identifier, url }),
  };
}

/** What is worth keeping of an issue. */
export function issueDetails(issue: Fields): Record<string, unknown> {
  return {
    identifier: issue.text("identifier"),
    state: issue.text("state.name"),
    priority: issue.count("priority") === 0 ? null : issue.text("priorityLabel"),
    assignee: issue.text("assignee.name"),
    delegate: issue.text("delegate.name"),
    team: issue.text("team.name", "team.key"),
    project: issue.text("project.name"),
    cycle: cycleName(issue.at("cycle")),
    labels: issue.list("labels", 20).map((label) => label.text("name")),
    dueDate: issue.text("dueDate"),
    estimate: issue.count("estimate"),
  };
}

/** A cycle is known by its number where nobody named it; null when there is none. */
export function cycleName(cycle: Fields): string | null {
  const number = cycle.count("number");
  return cycle.text("name") ?? (number === null ? null : `Cycle ${number}`);
}

/** A project, initiative, document or the like that has a name and an id. `kind` is what people call it. */
export function namedThing(kind: string, thing: Fields, link: string | null, id: string | null = null): Thing {
  const given = thing.text("name", "title");
  const name = given ?? `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;
  return {
    words: given === null ? name : `${kind} ${given}`,
    entity: entity(kind.replaceAll(" ", "_"), thing.text("id") ?? id ?? name, name, {
      reference: thing.text("identifier"),
      url: link ?? thing.url("url"),
    }),
  };
}
