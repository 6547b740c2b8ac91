import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/env";
import packageJson from "@/package.json";

const readme = readFileSync("README.md", "utf8");
const named = [...readme.matchAll(/`([\w.[\]/-]+)`|\]\(([\w./-]+)\)/g)].map((match) => match[1] ?? match[2] ?? "");

describe("the README", () => {
  it.each(
    named.filter(
      (text) => /^[\w.[\]-]+\/[\w./[\]-]*$|\.(ts|tsx|mjs|md|sql|png)$/.test(text) && !text.startsWith("application/"),
    ),
  )("names %s, which exists", (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it.each([...readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1] ?? ""))(
    "names the script %s, which exists",
    (script) => {
      expect(Object.keys(packageJson.scripts)).toContain(script);
    },
  );

  it("names every setting and every dependency", () => {
    const settings = Object.keys(parseEnv({}))
      .concat("NEXTAUTH_URL", "DATABASE_URL")
      .filter((name) => name !== "NODE_ENV");
    const source = readFileSync("env.ts", "utf8");
    const declared = [...source.matchAll(/^ {2}([A-Z_]+):/gm)]
      .map((match) => match[1] ?? "")
      .filter((name) => name !== "NODE_ENV");
    for (const name of [...settings, ...declared]) expect(readme).toContain(`\`${name}\``);
    for (const name of Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies })) {
      if (!name.startsWith("@types/") && name !== "@tailwindcss/postcss") expect(readme, name).toContain(name);
    }
  });
});
