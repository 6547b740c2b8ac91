import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTool } from "../faults/rig/find-tool";
import { makeServiceFolder, spawnService } from "../faults/rig/service";
import { until } from "../faults/rig/sleep";
import { freePort } from "./server";

/** Starts nginx before an origin, keeping what that says may be kept, as a CDN does; gives its own origin and its end. */
export async function openCachingNginx(origin: string): Promise<{ origin: string; stop(): void }> {
  const folder = makeServiceFolder("nginx");
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const settings = `
    daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
    events { worker_connections 512; }
    http {
      ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}
      access_log off;
      proxy_cache_path ${folder}/cache keys_zone=feeds:1m;
      server {
        listen ${port};
        location / {
          proxy_pass ${origin.replace("localhost", "127.0.0.1")};
          proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $http_host;
          proxy_cache feeds; proxy_cache_lock on; proxy_cache_background_update on; proxy_cache_use_stale updating;
          add_header X-Cache $upstream_cache_status always;
        }
      }
    }`;
  writeFileSync(join(folder, "nginx.conf"), settings);
  // Opened before the settings are read.
  mkdirSync(join(folder, "logs"), { mode: 0o777 });
  let output = "";
  const args = ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")];
  const child = spawnService(findTool("nginx", "nginx"), args, folder, (text) => {
    output += text;
  });
  await until("nginx's start", 10_000, async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${output}`);
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null);
    return answer?.ok ?? false;
  });
  const stop = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin: `http://localhost:${port}`, stop };
}
