import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { log } from "@/log";
import { toProblem } from "./problem";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an unexpected error", () => {
  it("is logged whole, and told to the caller by its request id alone", () => {
    const errors = vi.spyOn(log, "error");
    const error = new Error("duplicate key of postgres://user:password@db/feed in SELECT secret FROM keys");
    const request = { method: "POST", path: "/api/teams/acme/keys", ip: "192.0.2.1" };
    const answer = toProblem(error, request);
    expect(answer.status).toBe(500);
    const { requestId, ...said } = z.looseObject({ requestId: z.uuid() }).parse(JSON.parse(answer.body ?? ""));
    expect(said).toEqual({
      type: "about:blank",
      title: "Internal error",
      status: 500,
      code: "internal",
      detail: "Something went wrong on our side",
    });
    expect(errors.mock.calls).toEqual([[{ err: error, requestId, ...request }, "a call failed"]]);
  });
});
