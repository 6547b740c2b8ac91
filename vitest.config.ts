import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What has no process, server or database of its own: its files share their modules, which is quicker by a second or two each. */
const PURE = ["activity/**/*.test.ts", "components/**/*.test.ts", "db/search/**/*.test.ts", "docs/**/*.test.ts"];
const tests = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // What only a server can show (its own processes, several connections) runs under `npm run test:postgres`.
  exclude: [
    "**/node_modules/**",
    "**/.next/**",
    ...(process.env.TEST_DATABASE_URL ? [] : ["**/*.postgres.test.ts"]),
    // The command line's --exclude does not reach projects.
    ...(process.env.TEST_EXCLUDE?.split(" ") ?? []),
  ],
};

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    maxWorkers: 2,
    // In one process the embedded database is compiled once: an eighth less than with processes.
    pool: "threads",
    projects: [
      { extends: true, test: { ...tests, name: "pure", include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          ...tests,
          name: "whole",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...tests.exclude, ...PURE],
        },
      },
    ],
  },
});
