import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../statistics";
import type { Side } from "./sides";

const SETTLE_MS = 3_000;

async function residentKb(pids: readonly number[]): Promise<number> {
  const all = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, "utf8")));
  return all.reduce((sum, text) => sum + Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1]), 0);
}

function openReader(port: number, request: string): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request));
    socket.once("data", () => done(socket));
    socket.once("error", fail);
  });
}

/** Kilobytes of resident memory that a server takes for an idle reader: what it grows by when `count` more open their streams. Middle of three turns. */
export async function measureIdleMemory(side: Side, count: number, query: (place: number) => string): Promise<number> {
  const port = Number(new URL(side.target.origin).port);
  const sockets: Socket[] = [];
  const grown: number[] = [];
  const open = async (place: number) => {
    const request = side.target.request.replace(/ HTTP\//, `${query(place)} HTTP/`);
    sockets.push(await openReader(port, request));
  };
  // The first ones make the server's pools and caches grow, once.
  for (let place = 0; place < 500; place += 1) await open(place);
  for (let turn = 0; turn < 3; turn += 1) {
    await sleep(SETTLE_MS);
    const before = await residentKb(side.target.pids);
    for (let place = 0; place < count; place += 50)
      await Promise.all(Array.from({ length: 50 }, (_, offset) => open(500 + turn * count + place + offset)));
    await sleep(SETTLE_MS);
    grown.push(((await residentKb(side.target.pids)) - before) / count);
  }
  for (const socket of sockets) socket.destroy();
  await sleep(SETTLE_MS);
  return median(grown);
}
