import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "@/db/queries/users/create-user";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { foundTeam } from "./found-team";
import { freeSlug, isReservedSlug, isSlugShaped, slugOf } from "./slug";

describe("slugs", () => {
  it.each([
    ["Acme Platform", "acme-platform"],
    ["  Köln & Friends!  ", "koln-friends"],
    ["Ａｃｍｅ", "acme"],
    ["日本", "team"],
    ["--", "team"],
    ["x".repeat(60), "x".repeat(40)],
    [`${"x".repeat(39)} y`, "x".repeat(39)],
  ])("%j becomes %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(isSlugShaped(slug)).toBe(true);
  });

  it("are numbered when taken, and stay within 40 characters", () => {
    expect(freeSlug("acme", new Set(["acme", "acme-2"]))).toBe("acme-3");
    const long = "x".repeat(40);
    expect(freeSlug(long, new Set([long]))).toBe(`${"x".repeat(38)}-2`);
    const dashed = `${"x".repeat(37)}-yy`;
    expect(freeSlug(dashed, new Set([dashed]))).toBe(`${"x".repeat(37)}-2`);
  });

  it("leave our own addresses and the files of public alone", () => {
    for (const slug of ["api", "s", "p", "sign-in", "setup", "settings", "_next", "icon", "sample", "favicon.ico"]) {
      expect(isReservedSlug(slug)).toBe(true);
    }
    expect(freeSlug("setup", new Set())).toBe("setup-2");
  });

  it.each(["", "-a", "a-", "a--b", "A", "ä", "a b", "a/b", "a\u0000", "a".repeat(41)])("%j is none", (text) => {
    expect(isSlugShaped(text)).toBe(false);
  });
});

describe("founding teams", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const owner = () =>
    createUser(database.db, { name: "Ann", email: `${crypto.randomUUID()}@example.com`, passwordHash: "none" });
  const found = (name: string, ownerId: string, slug?: string) =>
    database.db.transaction((tx) => foundTeam(tx, { name, ownerId, slug }));

  it("gives teams of one name founded at once a slug each", async () => {
    const ownerId = await owner();
    const name = `Race ${crypto.randomUUID().slice(0, 8)}`;
    const teams = await Promise.all(Array.from({ length: 6 }, () => found(name, ownerId)));
    const base = slugOf(name);
    expect(teams.map(({ slug }) => slug).sort()).toEqual([base, ...[2, 3, 4, 5, 6].map((n) => `${base}-${n}`)]);
  });

  it("refuses an asked-for slug that is taken, reserved or malformed", async () => {
    const ownerId = await owner();
    const slug = `s-${crypto.randomUUID().slice(0, 8)}`;
    await found("First", ownerId, slug);
    await expect(found("Second", ownerId, slug)).rejects.toMatchObject({ code: "conflict" });
    await expect(found("Second", ownerId, "api")).rejects.toMatchObject({ code: "invalid_request" });
    await expect(found("Second", ownerId, "Not A Slug")).rejects.toMatchObject({ code: "invalid_request" });
  });
});
