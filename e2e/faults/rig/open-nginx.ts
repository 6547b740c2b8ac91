import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../support/server";
import { findTool } from "./find-tool";
import { makeServiceFolder, spawnService } from "./service";
import { until } from "./sleep";
import type { Stage } from "./stage";

/** Starts nginx before a server, buffering and compressing all it can and cutting what is idle for 60 s; gives its port. */
export async function openNginx(stage: Stage, serverPort: number): Promise<number> {
  const program = findTool("nginx", "nginx");
  const folder = makeServiceFolder("nginx");
  stage.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const settings = `
    daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
    events { worker_connections 512; }
    http {
      ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}
      access_log off;
      gzip on; gzip_types *; gzip_proxied any; gzip_min_length 1;
      keepalive_timeout 60s;
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://127.0.0.1:${serverPort};
          proxy_http_version 1.1; proxy_set_header Connection "";
          proxy_buffering on; proxy_read_timeout 60s; proxy_send_timeout 60s;
        }
      }
    }`;
  writeFileSync(join(folder, "nginx.conf"), settings);
  // Opened before the settings are read.
  mkdirSync(join(folder, "logs"), { mode: 0o777 });
  let output = "";
  const child = spawnService(
    program,
    ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")],
    folder,
    (text) => {
      output += text;
    },
  );
  stage.keep("nginx", child);
  await until("nginx's start", 10_000, async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${output}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    return answer?.ok ?? false;
  });
  return port;
}
