// biome-ignore lint/style/noRestrictedImports: only a real shell can judge what is pasted into one
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { eventSchema } from "@/activity/event-schema";
import { curlSnippet, KEY_PLACEHOLDER, shellWord, typescriptSnippet } from "./snippets";

const input = { origin: "http://localhost:3000", team: "acme", key: "las_7Jq", actorName: "You" };

/** The words a real shell hands to curl. */
function runWithShell(snippet: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${snippet}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

describe("curlSnippet", () => {
  it("gives curl the address, the key and an event that the API accepts", () => {
    const [url, , key, , type, , body] = runWithShell(curlSnippet(input));
    expect(url).toBe("http://localhost:3000/api/teams/acme/activities");
    expect(key).toBe("Authorization: Bearer las_7Jq");
    expect(type).toBe("Content-Type: application/json");
    expect(eventSchema.parse(JSON.parse(body ?? "")).actor).toEqual({ id: "me", name: "You" });
  });

  it("survives quotes, dollars and line ends in a name", () => {
    for (const actorName of ["Miles O'Brien", "$(reboot) `id` \\ !!", 'the "one"', "a\nb", "علي ' דוד"]) {
      const body = runWithShell(curlSnippet({ ...input, actorName })).at(-1);
      expect(JSON.parse(body ?? "").actor.name).toBe(actorName);
    }
  });

  it("says where the key goes while there is none", () => {
    expect(curlSnippet({ ...input, key: null })).toContain(`Bearer ${KEY_PLACEHOLDER}'`);
  });
});

describe("shellWord", () => {
  it("comes back from a shell as it went in", () => {
    const text = fc.string({ unit: "grapheme" }).filter((word) => !word.includes("\0"));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (words) => {
        expect(runWithShell(`curl ${words.map(shellWord).join(" ")}`)).toEqual(words);
      }),
      { numRuns: 20 },
    );
  });
});

describe("typescriptSnippet", () => {
  it("posts the same event when it is run", async () => {
    const actorName = `Miles "O'Brien" $\{1} \`x\`\u2028`;
    const calls: unknown[][] = [];
    const fetch = async (...args: unknown[]) => {
      calls.push(args);
      return { status: 201, json: async () => ({}) };
    };
    const source = typescriptSnippet({ ...input, actorName });
    await new Function("fetch", "console", `return (async () => {${source}})()`)(fetch, { log: () => {} });
    const [url, init] = calls[0] ?? [];
    expect(url).toBe("http://localhost:3000/api/teams/acme/activities");
    expect(init).toMatchObject({ method: "POST", headers: { Authorization: "Bearer las_7Jq" } });
    const { body } = z.object({ body: z.string() }).parse(init);
    expect(eventSchema.parse(JSON.parse(body)).actor.name).toBe(actorName);
  });
});
