import { randomUUID } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { createIntegration } from "@/db/queries/integrations/create-integration";
import { testServer } from "../testing/test-server";
import { findIntegration } from "./find-integration";

const server = testServer();
afterEach(() => {
  vi.restoreAllMocks();
});

it("asks for many in few statements, and remembers nothing", async () => {
  const { db } = server.driver;
  const team = await server.createTeam();
  const create = () => createIntegration(db, team.id, { provider: "github", name: "G", secret: "" });
  const [first, second] = [await create(), await create()];
  const statements = vi.spyOn(db, "select");
  const ids = Array.from({ length: 300 }, (_, place) => [first, second, randomUUID()][place % 3] ?? "");
  const found = await Promise.all(ids.map((id) => findIntegration(db, id)));
  expect(found.map((one) => one?.id ?? null)).toEqual(ids.map((id) => ([first, second].includes(id) ? id : null)));
  expect(statements.mock.calls.length).toBeLessThanOrEqual(2);

  expect(await findIntegration(db, randomUUID())).toBeNull();
  statements.mockRestore();
  const third = await create();
  expect((await findIntegration(db, third))?.teamId).toBe(team.id);
});

it("goes on after a statement failed", async () => {
  const { db } = server.driver;
  const broken = vi.spyOn(db, "select").mockImplementationOnce(() => {
    throw new Error("the database is away");
  });
  await expect(findIntegration(db, randomUUID())).rejects.toThrow("the database is away");
  broken.mockRestore();
  expect(await findIntegration(db, randomUUID())).toBeNull();
});
