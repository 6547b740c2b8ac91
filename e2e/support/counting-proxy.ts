import { type ClientRequest, createServer, type Server as HttpServer, request } from "node:http";
import { freePort } from "./server";

/** Stands before a server and counts its requests, and the streams that are open at the same time. */
export class CountingProxy {
  /** Open now, and the most there ever were. */
  streams = 0;
  mostStreams = 0;
  /** Requests so far, by path. */
  readonly requests = new Map<string, number>();

  private constructor(
    private readonly http: HttpServer,
    readonly origin: string,
  ) {}

  /** Starts on a free port. `origin` of the server behind. */
  static async start(target: string): Promise<CountingProxy> {
    const http = createServer();
    const port = await freePort();
    await new Promise<void>((done) => http.listen(port, done));
    const proxy = new CountingProxy(http, `http://localhost:${port}`);
    http.on("request", (incoming, outgoing) => {
      const onward: ClientRequest = request(
        new URL(incoming.url ?? "/", target),
        { method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
          answer.on("error", () => outgoing.destroy());
        },
      );
      onward.on("error", () => outgoing.destroy());
      incoming.pipe(onward);
      outgoing.on("close", () => onward.destroy());
      const path = (incoming.url ?? "").split("?")[0] ?? "";
      proxy.requests.set(path, (proxy.requests.get(path) ?? 0) + 1);
      if (/\/activities\/stream(\?|$)/.test(incoming.url ?? "")) proxy.count(outgoing);
    });
    return proxy;
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }

  private count(answer: NodeJS.EventEmitter): void {
    this.streams += 1;
    this.mostStreams = Math.max(this.mostStreams, this.streams);
    answer.once("close", () => {
      this.streams -= 1;
    });
  }
}
