// The sample history as NDJSON, for whoever fills a team over HTTP: `print-history.ts <ISO instant> <seed>`.
import { generateHistory } from "@/ingest/sample/generate-history";

const [now = "", seed = "1"] = process.argv.slice(2);
const lines = generateHistory({ now: new Date(now), seed: Number(seed) }).map((event) => `${JSON.stringify(event)}\n`);
process.stdout.write(lines.join(""));
