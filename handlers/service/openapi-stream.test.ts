import { createParser } from "eventsource-parser";
import { expect, it } from "vitest";
import { z } from "zod";
import { Contract, documentSchema } from "../testing/contract";
import { EVENT } from "../testing/events";
import { testServer } from "../testing/test-server";

const server = testServer();

it("the stream's messages are as the document says", async () => {
  const contract = new Contract(documentSchema.parse((await server.call("GET", "/api/openapi.json")).body));
  const team = await server.createTeam();
  await server.call("POST", team.activities, { key: team.key, json: EVENT });
  const list = z.object({ lastEventId: z.string() }).loose();
  const { lastEventId } = list.parse((await server.call("GET", team.activities, { key: team.key })).body);
  const abort = new AbortController();
  const path = `${team.activities}/stream?lastEventId=${lastEventId.replace(/\d+$/, "0")}`;
  const response = await server.fetch("GET", path, { key: team.key, signal: abort.signal });
  const seen: { event: string | undefined; data: unknown }[] = [];
  const parser = createParser({ onEvent: ({ event, data }) => seen.push({ event, data: JSON.parse(data) }) });
  const body = response.body?.getReader();
  while (seen.length < 2) parser.feed(new TextDecoder().decode((await body?.read())?.value));
  abort.abort();
  expect(seen.map(({ event }) => event)).toEqual(["ready", "activity"]);
  const told = contract.document.paths["/api/teams/{team}/activities/stream"]?.get?.responses["200"]?.content;
  const schema = told?.["text/event-stream"]?.schema;
  expect(contract.fault(z.object({ contentSchema: z.unknown() }).loose().parse(schema).contentSchema, seen)).toBeNull();
});
