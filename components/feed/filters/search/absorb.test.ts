import { expect, it } from "vitest";
import type { SearchContext } from "@/activity/search/parse-search";
import { absorb } from "./absorb";

const context: SearchContext = {
  startOfDay: (day) => `${day}T00:00:00.000Z`,
  actorIds: (name) => (name === "Alice" ? ["0197f3a0-0000-7000-8000-000000000001"] : []),
};
/** `|` is the caret; without one everything is finished. */
const typed = (text: string) => {
  const caret = text.indexOf("|");
  const { text: rest, caret: moved, ...more } = absorb(text.replace("|", ""), caret < 0 ? null : caret, context);
  return { shown: caret < 0 ? rest : `${rest.slice(0, moved)}|${rest.slice(moved)}`, ...more };
};

it("takes an operator out once the caret has left it behind", () => {
  expect(typed("login type:task.c|")).toMatchObject({ shown: "login type:task.c|", added: {}, q: "login " });
  expect(typed("login type:task.* |")).toMatchObject({
    shown: "login |",
    added: { type: { any: ["task.*"], not: [] } },
    q: "login ",
  });
  expect(typed("type:a| login")).toMatchObject({ shown: "type:a| login", added: {}, q: "login" });
  expect(typed("type:a login is:important|")).toMatchObject({
    shown: "login is:important|",
    added: { type: { any: ["a"], not: [] } },
    q: "login ",
  });
});

it("takes everything out when it is sent", () => {
  expect(typed('login actor:Alice type:a,-b after:2026-11-01 "exact words"')).toMatchObject({
    shown: 'login "exact words"',
    q: 'login "exact words"',
    added: {
      actor: { any: ["0197f3a0-0000-7000-8000-000000000001"], not: [] },
      type: { any: ["a"], not: ["b"] },
      from: "2026-11-01T00:00:00.000Z",
    },
    faults: [],
    unknownNames: [],
  });
});

it("leaves what it cannot understand in the box, points at it and does not search for it", () => {
  const { shown, q, faults, unknownNames } = typed("type:a login after:soon actor:Bo");
  expect({ shown, q }).toEqual({ shown: "login after:soon actor:Bo", q: "login " });
  expect(faults.map(({ start, end }) => shown.slice(start, end))).toEqual(["after:soon"]);
  expect(unknownNames.map(({ name, start, end }) => [name, shown.slice(start, end)])).toEqual([["Bo", "actor:Bo"]]);
});

it("does not search for an operator whose value is still to come", () => {
  expect(typed("login type:|")).toMatchObject({ shown: "login type:|", q: "login " });
  expect(typed("note type: x|")).toMatchObject({ q: "note type: x" });
});
