import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../server-process";

const MODULE = "/usr/lib/nginx/modules/ngx_nchan_module.so";

const configuration = (directory: string, port: number) => `
load_module ${MODULE};
daemon off;
master_process on;
worker_processes 1;
worker_rlimit_nofile 65536;
error_log ${directory}/error.log warn;
pid ${directory}/nginx.pid;
events { worker_connections 20000; multi_accept on; }
http {
  access_log off;
  client_body_temp_path ${directory}/body;
  proxy_temp_path ${directory}/proxy;
  fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi;
  scgi_temp_path ${directory}/scgi;
  nchan_shared_memory_size 512M;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    tcp_nodelay on;
    location = /publish { nchan_publisher; nchan_channel_id feed; nchan_message_buffer_length 1000; nchan_message_timeout 1m; client_max_body_size 1m; client_body_buffer_size 64k; }
    location = /stream { nchan_subscriber eventsource; nchan_channel_id feed; nchan_subscriber_first_message newest; }
    location = /ready { return 200 "ready"; }
  }
}`;

/** nginx with Debian's libnginx-mod-nchan, one worker. */
export interface Nchan {
  origin: string;
  pids: number[];
  stop(): Promise<void>;
}

/** Starts nginx with nchan. Throws a sentence where they are not installed. */
export async function startNchan(): Promise<Nchan> {
  if (!existsSync(MODULE)) throw new Error("nchan is missing: apt-get install -y nginx libnginx-mod-nchan");
  const directory = await mkdtemp(join(tmpdir(), "las-nchan-"));
  const port = await freePort();
  await writeFile(join(directory, "nginx.conf"), configuration(directory, port));
  const child = spawn("nginx", ["-p", directory, "-c", join(directory, "nginx.conf")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${origin}/ready`).then(
      () => true,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(await readFile(join(directory, "error.log"), "utf8"));
    await sleep(20);
  }
  const workers = await childrenOf(child.pid ?? 0);
  return {
    origin,
    pids: [child.pid ?? 0, ...workers],
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(all.map((name) => readFile(`/proc/${name}/stat`, "utf8").catch(() => "")));
  return all.filter((_, place) => parents[place]?.split(") ").at(-1)?.split(" ")[1] === String(pid)).map(Number);
}
