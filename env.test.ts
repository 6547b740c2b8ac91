import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

describe("the environment", () => {
  it.each(["redis://127.0.0.1:6379", "rediss://user:pass@redis.example/0", "nats://nats.example"])(
    "takes the broker %s",
    (url) => {
      expect(parseEnv({ DOORBELL_URL: url }).DOORBELL_URL).toBe(url);
    },
  );

  it.each(["amqp://rabbit.example", "redis", "http://redis.example"])("names DOORBELL_URL when it is %s", (url) => {
    expect(() => parseEnv({ DOORBELL_URL: url })).toThrow("DOORBELL_URL: must be a redis://");
  });

  it("takes a replica only of a database that is named", () => {
    const DATABASE_URL_REPLICA = "postgres://replica.example/feed";
    expect(() => parseEnv({ DATABASE_URL_REPLICA })).toThrow("DATABASE_URL_REPLICA: needs DATABASE_URL");
    expect(parseEnv({ DATABASE_URL_REPLICA, DATABASE_URL: "postgres://db.example/feed" })).toMatchObject({
      DATABASE_URL_REPLICA,
    });
  });

  it("takes an empty setting for none", () => {
    const empty = parseEnv({ DOORBELL_URL: "", DATABASE_URL_REPLICA: "", METRICS_TOKEN: "" });
    expect([empty.DOORBELL_URL, empty.DATABASE_URL_REPLICA, empty.METRICS_TOKEN]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  const SMTP = { SMTP_URL: "smtp://mail.example", SMTP_FROM: "feed@mail.example" };
  it.each([
    [{ SMTP_URL: "http://mail.example" }, "SMTP_URL: must be an smtp://"],
    [{ SMTP_URL: SMTP.SMTP_URL, NEXTAUTH_URL: "https://feed.example" }, "SMTP_FROM: is missing"],
    [SMTP, "SMTP_URL: needs NEXTAUTH_URL"],
    [{ GITHUB_ID: "x" }, "GITHUB_SECRET: is missing"],
    [{ OIDC_ISSUER: "https://id.example" }, "OIDC_ID, OIDC_SECRET: is missing"],
    [{ OIDC_ISSUER: "id.example" }, "OIDC_ISSUER"],
  ])("does not take %j", (source, fault) => {
    expect(() => parseEnv(source)).toThrow(fault);
  });

  it("takes what belongs together", () => {
    expect(parseEnv({ ...SMTP, NEXTAUTH_URL: "https://feed.example" })).toMatchObject(SMTP);
    expect(parseEnv({ OIDC_ISSUER: "https://id.example", OIDC_ID: "a", OIDC_SECRET: "b" }).OIDC_NAME).toBe(
      "single sign-on",
    );
  });
});
