import { connect } from "node:net";
import { setUp } from "./support/api";
import { expect, signIn, test } from "./support/fixtures";
import { Server } from "./support/server";
import { createHook, deliver } from "./support/webhook";

/** Announces a delivery, sends half of it and then nothing; gives what came back until the server hung up. */
function stopHalfWay(url: string): Promise<{ status: string; seconds: number }> {
  const { port, pathname } = new URL(url);
  return new Promise((done) => {
    const start = Date.now();
    let text = "";
    const socket = connect(Number(port), "localhost", () =>
      socket.write(`POST ${pathname} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 80\r\n\r\n{"action":`),
    );
    socket.on("data", (bytes) => {
      text += bytes;
    });
    socket.once("close", () => done({ status: text.slice(9, 12), seconds: (Date.now() - start) / 1_000 }));
  });
}

test("a sender that stops half way is ended within seconds, with the lanes on and off, and the next delivery arrives", async ({
  browser,
}) => {
  const inDoor = async (lanes: "on" | "off") => {
    const server = await Server.start({ LANES: lanes });
    const context = await browser.newContext();
    const account = await setUp(server);
    await signIn(context, account);
    const hook = await createHook(context.request, account, "slow");
    const ended = stopHalfWay(hook.url);
    expect((await deliver(hook, "acme/web")).status).toBe(201);
    const { status, seconds } = await ended;
    expect(status).toBe("408");
    expect(seconds).toBeLessThan(20);
    await context.close();
    await server.stop();
  };
  await Promise.all([inDoor("on"), inDoor("off")]);
});
