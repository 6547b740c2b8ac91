import { describe, expect, it } from "vitest";
import type { Activity } from "./activity";
import { type Alias, type Known, redactActivity, textToSearch } from "./redact";

const ACTIVITY: Activity = {
  id: "00000000-0000-7000-8000-000000000001",
  seq: 1,
  eventType: "task.created",
  group: "task",
  actorId: "a",
  actorKey: "u_17",
  actorName: "John Doe",
  actorKind: "user",
  actorAvatarUrl: "https://a.example/john.png",
  timestamp: "2026-11-23T00:00:00.000Z",
  receivedAt: "2026-11-23T00:00:00.000Z",
  entityType: "task",
  entityId: "e",
  entityKey: "42",
  entityName: "Docs",
  entityUrl: "https://a.example/john",
  entityReference: "TASK-42",
  metadata: { body: "secret" },
  message: "John Doe said secret",
  icon: "plus",
  color: "blue",
  isImportant: false,
  source: "api",
};
const alias: Alias = (identity) => ({ code: `<${identity}>`, id: `id of ${identity}` });
const hidden = { hidesNames: true, hidesMetadata: true };

const redact = (fields: Partial<Activity>, mentioned: Known[] = []) =>
  redactActivity({ ...ACTIVITY, ...fields }, hidden, mentioned, alias);

describe("hidden names", () => {
  it("make an activity that says who did it by aliases only", () => {
    expect(redact({})).toEqual({
      ...ACTIVITY,
      actorId: "id of a",
      actorKey: "Person <a>",
      actorName: "Person <a>",
      actorAvatarUrl: null,
      entityUrl: null,
      metadata: {},
      message: "Person <a> created task Docs",
    });
  });

  it.each([
    ["Plan of JOHN DOE", "Plan of Person <a>"],
    ["john doe's", "Person <a>'s"],
    ["xJohn Doex", "xPerson <a>x"],
    ["u_17 and U_17", "Person <a> and Person <a>"],
    ["Al's plan, also Aleph", "Person <b>'s plan, also Aleph"],
    ["Alice Al", "Person <c> Person <b>"],
    ["Ticket 77 and 12345", "Ticket 77 and Agent <d>"],
  ])("are found in %j, which becomes %j", (entityName, shown) => {
    const mentioned: Known[] = [
      { id: "b", kind: "user", names: ["Al", "77"] },
      { id: "c", kind: "user", names: ["Alice"] },
      { id: "d", kind: "agent", names: ["12345"] },
    ];
    expect(redact({ entityName }, mentioned).entityName).toBe(shown);
  });

  it("of people stand in no event type, and those of programs may", () => {
    const fields = { eventType: "github.ann_lee", source: "github" };
    const mentioned: Known[] = [
      { id: "b", kind: "user", names: ["ann_lee"] },
      { id: "c", kind: "integration", names: ["GitHub"] },
    ];
    expect(redact(fields, mentioned)).toMatchObject({ eventType: "github.Person <b>", source: "github" });
  });

  it.each([
    ["user", "task.created"],
    ["crm:customer", "task.created"],
    ["People", "task.created"],
    ["thing", "user.mentioned"],
  ])("are those of an entity that is a person: %s of %s", (entityType, eventType) => {
    const person = { entityType, eventType, entityKey: "z", entityName: "Zoe", entityReference: "@zoe" };
    expect(redact(person)).toMatchObject({
      entityId: "id of e",
      entityKey: "Person <e>",
      entityName: "Person <e>",
      entityReference: null,
    });
    expect(redact(person, [{ id: "b", kind: "user", names: ["ZOE"] }]).entityName).toBe("Person <b>");
  });

  it("are looked for in all that stays", () => {
    const text = textToSearch([{ ...ACTIVITY, eventType: "annLee.met", entityKey: "key", source: "src" }]);
    for (const part of ["annLee.met", "key", "src", "task", "Docs", "TASK-42"]) expect(text).toContain(part);
    expect(text).not.toContain("John Doe");
  });
});

it("shows all that is not to be hidden", () => {
  expect(redactActivity(ACTIVITY, { hidesNames: false, hidesMetadata: false }, [], alias)).toBe(ACTIVITY);
  expect(redactActivity(ACTIVITY, { hidesNames: false, hidesMetadata: true }, [], alias)).toEqual({
    ...ACTIVITY,
    metadata: {},
    message: "John Doe created task Docs",
  });
});
