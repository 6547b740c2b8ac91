import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkHistory } from "../check-history";
import { historyOf, Workload } from "../recorder/workload";
import { openProduct, type Product } from "../rig/product";
import { sleep } from "../rig/sleep";
import { countsOf } from "./figures";
import type { Scenario } from "./scenario";

/** Runs `admin new-epoch`, as whoever restores a backup is told to. */
async function renewEpoch({ cluster, database }: Product): Promise<void> {
  await promisify(execFile)(process.execPath, ["--import", "tsx", "cli/admin.ts", "new-epoch"], {
    env: {
      ...process.env,
      DATABASE_URL: cluster.url(database),
      NEXTAUTH_SECRET: "a secret of the fault suite, long enough",
    },
  });
}

/** An older backup is put back under the readers, and the numbers they saw are given to other events: each is told to reload. */
export const restore: Scenario = {
  name: "restore",
  play: async (stage) => {
    const { cluster } = stage;
    const product = await openProduct(stage);
    const { database, server } = product;
    const load = { readers: 20, writers: 4, pauseMs: 20 };
    const before = await Workload.start(product, load);
    const third = stage.lasting({ short: 6, full: 45 }) / 3;
    await sleep(third);
    const backup = join(cluster.folder, `${database}.dump`);
    await cluster.tool("pg_dump", ["-Fc", "-f", backup, database]);
    await sleep(third);
    await before.settle();
    const violations = checkHistory(await historyOf(product, [before]));
    const { lastSeq } = await product.readTable();

    for (const reader of before.readers) reader.forget();
    // Half of the readers are away until the new history is longer than the old one was.
    const away = before.readers.filter((_, place) => place % 2 === 1);
    for (const reader of away) reader.leave();
    await server.signal("SIGTERM");
    await cluster.query("postgres", `DROP DATABASE ${database} WITH (FORCE)`);
    await cluster.query("postgres", `CREATE DATABASE ${database}`);
    await cluster.tool("pg_restore", ["-d", database, backup]);
    const kept = new Set((await product.readTable()).rows.map(({ name }) => name));
    await renewEpoch(product);
    await server.restart();

    const after = await Workload.start(product, load);
    while ((await product.readTable()).lastSeq < lastSeq + 50) await sleep(200);
    for (const reader of away) reader.return();
    await sleep(third);
    await before.caughtUp(await after.settle());
    await before.close();
    await after.close();
    const history = await historyOf(product, [before, after]);
    const posts = history.posts.filter((post) => after.writers.posts.includes(post) || kept.has(post.name));
    violations.push(...checkHistory({ ...history, posts }));
    for (const {
      history: { name, resets },
    } of before.readers)
      if (resets[0] !== "unknown_epoch")
        violations.push(`${name} was not told of the new history: ${resets.join() || "no reset"}`);
    return {
      figures: [
        ...countsOf(before),
        `${lastSeq - kept.size} events undone, ${away.length} readers away until their numbers were given again`,
        ...countsOf(after),
      ],
      violations,
    };
  },
};
