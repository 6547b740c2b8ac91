import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

it("writes one line of JSON an entry, with its time in UTC, whatever stands in it", () => {
  const hostile = 'a\nb\r\n{"level":60,"msg":"forged"}\u2028\u001b[31m';
  const script = `import("./log.ts").then(({ log }) => log.warn({ path: ${JSON.stringify(hostile)} }, ${JSON.stringify(hostile)}))`;
  const before = Date.now();
  const written = execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
    env: { ...process.env, LOG_LEVEL: "info" },
    encoding: "utf8",
  });
  expect(written.endsWith("}\n")).toBe(true);
  expect(written.trimEnd().split(/[\r\n]/)).toHaveLength(1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  const entry: { time: number } = JSON.parse(written);
  expect(entry).toMatchObject({ level: 40, path: hostile, msg: hostile });
  expect(entry.time).toBeGreaterThanOrEqual(before);
});

it("lives on when nobody reads what it writes, and is not told of it again and again", async () => {
  const script = `import("./log.ts").then(({ outliveReaders }) => {
    let faults = 0;
    process.on("uncaughtException", (error) => { faults += 1; console.error(error); });
    outliveReaders();
    process.once("message", () => {
      console.error("nobody reads this");
      console.log("nor this");
      setTimeout(() => process.send({ faults }, () => process.exit()), 300);
    });
    process.send("ready");
  })`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", script], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  await once(child, "message");
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.send("write");
  expect(await once(child, "message")).toMatchObject([{ faults: 0 }, undefined]);
});
