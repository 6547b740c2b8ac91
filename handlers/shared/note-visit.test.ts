import { describe, expect, it } from "vitest";
import { listLinks } from "@/db/queries/links/list-links";
import { testServer } from "../testing/test-server";
import { noteVisit } from "./note-visit";

const server = testServer();
const visitor = (address: string, agent = "Firefox") =>
  new Headers({ "x-forwarded-for": address, "user-agent": agent });

describe("visits of a link", () => {
  it("are counted once each, by link and visitor", async () => {
    const { db } = server.driver;
    const team = await server.createTeam();
    for (const name of ["A", "B"])
      await server.call("POST", `/api/teams/${team.slug}/links`, { cookie: team.cookie, json: { name } });
    const [second, first] = await listLinks(db, team.id);
    if (first === undefined || second === undefined) throw new Error("the links are not there");
    const link = { id: first.id, team: { id: team.id, name: "T" } };
    for (const headers of [visitor("1.1.1.1"), visitor("1.1.1.1"), visitor("2.2.2.2"), visitor("2.2.2.2", "Safari")])
      await noteVisit(db, link, headers);
    await noteVisit(db, { ...link, id: second.id }, visitor("1.1.1.1"));
    const counted = await listLinks(db, team.id);
    expect(counted.map(({ openings }) => openings)).toEqual([1, 3]);
    expect(counted.every(({ lastOpenedAt }) => lastOpenedAt instanceof Date)).toBe(true);
  });
});
