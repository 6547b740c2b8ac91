import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "@/db/drivers/driver";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { openEmptyDatabase } from "@/db/testing/empty-database";
import { env } from "@/env";
import { authenticateWith } from "./authenticate";
import { verifyPassword } from "./session/password";
import { getSetupUrl, setUp, setupSchema } from "./setup";

const SECRET = "a secret of tests only";
const ORIGIN = "https://feed.example";

let database: Driver;
beforeAll(async () => {
  Object.assign(env, { NEXTAUTH_SECRET: SECRET });
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

function input(token: string, email: string) {
  return setupSchema.parse({ token, name: " Ann ", email, password: "password-1", teamName: "Acme" });
}

describe("set-up", () => {
  it("makes one account, however many post at once, and then never again", async () => {
    const url = new URL((await getSetupUrl(database.db, ORIGIN)) ?? "");
    expect(`${url.origin}${url.pathname}`).toBe("https://feed.example/setup");
    const token = url.searchParams.get("token") ?? "";
    expect(await getSetupUrl(database.db, ORIGIN)).toBe(url.href);

    await expect(setUp(database.db, SECRET, input(`${token}x`, "a@b"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(setUp(database.db, "another secret", input(token, "a@b"))).rejects.toMatchObject({
      code: "forbidden",
    });

    const posts = Array.from({ length: 5 }, (_, n) => setUp(database.db, SECRET, input(token, `Ann${n}@Example.com`)));
    const outcomes = await Promise.allSettled(posts);
    const made = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(made).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }

    const number = outcomes.findIndex(({ status }) => status === "fulfilled");
    const user = await getUserByEmail(database.db, `ann${number}@example.com`);
    expect(user).toMatchObject({ name: "Ann", sessionVersion: 1 });
    expect(await verifyPassword(user?.passwordHash ?? null, "password-1")).toBe(true);
    expect(made[0]?.team).toBe("acme");
    const credentials = { authorization: `Bearer ${made[0]?.key}`, cookie: null };
    const context = { db: database.db, secret: () => SECRET };
    await authenticateWith(context, credentials, "acme", "capture");
    await authenticateWith(context, credentials, "acme", "read");
    await expect(authenticateWith(context, credentials, "acme", "admin")).rejects.toMatchObject({ code: "forbidden" });

    expect(await getSetupUrl(database.db, ORIGIN)).toBeNull();
    await expect(setUp(database.db, SECRET, input(token, "x@y"))).rejects.toMatchObject({ code: "conflict" });
  });

  it("names every fault by its path", () => {
    const bad = { name: " ", email: "nobody", password: "short", teamName: "a\u0000", role: "owner" };
    const paths = setupSchema.safeParse({ token: "t", ...bad }).error?.issues.map(({ path }) => path.join("."));
    expect(paths?.sort()).toEqual(["", "email", "name", "password", "teamName"]);
  });
});
