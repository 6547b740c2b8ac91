import { expect, it } from "vitest";
import { ROLES } from "@/db/schema";
import { givableRoles, mayAct } from "./roles";

it("lets every role read, all but viewers post, and admins and owners alone run the team", () => {
  expect(ROLES.map((role) => mayAct(role, "read"))).toEqual([true, true, true, true]);
  expect(ROLES.map((role) => mayAct(role, "capture"))).toEqual([true, true, true, false]);
  expect(ROLES.map((role) => mayAct(role, "admin"))).toEqual([true, true, false, false]);
});

it("lets nobody give more than they have, and only owners make owners", () => {
  expect(givableRoles("owner")).toEqual([...ROLES]);
  expect(givableRoles("admin")).toEqual(["admin", "member", "viewer"]);
  for (const role of ["member", "viewer"] as const) expect(givableRoles(role)).toEqual([]);
});
