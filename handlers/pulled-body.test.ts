import { describe, expect, it } from "vitest";
import { toPulledResponse } from "./pulled-body";

/** A body of so many pieces, with what was asked of it. */
function body(pieces: number) {
  const asked = { reads: 0, closes: 0 };
  return {
    asked,
    answer: {
      status: 200 as const,
      headers: { "content-type": "text/plain" },
      read: async () => {
        asked.reads += 1;
        return asked.reads > pieces ? null : `${asked.reads};`;
      },
      close: () => {
        asked.closes += 1;
      },
    },
  };
}

describe("toPulledResponse", () => {
  it("reads nothing before it is asked, all of it in order, and closes once", async () => {
    const { asked, answer } = body(3);
    const response = toPulledResponse(answer, new AbortController().signal);
    await new Promise((done) => setTimeout(done, 20));
    expect(asked).toEqual({ reads: 0, closes: 0 });
    expect(await response.text()).toBe("1;2;3;");
    expect(asked).toEqual({ reads: 4, closes: 1 });
  });

  it("gives up a reader that takes nothing, before the first piece and between two", async () => {
    for (const taken of [0, 1]) {
      const { asked, answer } = body(3);
      const reader = toPulledResponse(answer, new AbortController().signal, 30).body?.getReader();
      for (let left = taken; left > 0; left -= 1) await reader?.read();
      await expect.poll(() => asked.closes).toBe(1);
      await expect(reader?.read()).rejects.toThrow("does not read");
      expect(asked).toEqual({ reads: taken, closes: 1 });
    }
  });

  it("is closed once by a caller that was gone before, and by one that goes after its end", async () => {
    for (const isEarly of [true, false]) {
      const gone = new AbortController();
      if (isEarly) gone.abort();
      const { asked, answer } = body(1);
      const response = toPulledResponse(answer, gone.signal);
      if (isEarly) await expect(response.text()).rejects.toThrow();
      else await response.text();
      gone.abort();
      expect(asked.closes).toBe(1);
    }
  });

  it("cuts what fails", async () => {
    const { asked, answer } = body(1);
    const failing = async () => {
      if (asked.reads > 0) throw new Error("the database is gone");
      return await answer.read();
    };
    const response = toPulledResponse({ ...answer, read: failing }, new AbortController().signal);
    await expect(response.text()).rejects.toThrow("the database is gone");
    expect(asked.closes).toBe(1);
  });
});
