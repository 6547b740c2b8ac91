/** What a first event is posted with. `key` is null until one is made; a placeholder then stands in its place. */
export interface SnippetInput {
  /** Scheme, host and port, such as `http://localhost:3000`. */
  origin: string;
  team: string;
  key: string | null;
  /** Who the event says did it. */
  actorName: string;
}

/** Stands where the key goes while there is none. */
export const KEY_PLACEHOLDER = "las_YOUR_KEY";

/** One word of a POSIX shell command line: as it is when nothing in it is special, else in single quotes. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function address({ origin, team }: SnippetInput): string {
  return `${origin}/api/teams/${encodeURIComponent(team)}/activities`;
}

/** A curl command for any POSIX shell that posts one event. */
export function curlSnippet(input: SnippetInput): string {
  const actor = JSON.stringify({ id: "me", name: input.actorName });
  const entity = JSON.stringify({ type: "task", id: "1", name: "Try the feed" });
  const body = `{"eventType":"task.created","actor":${actor},\n       "entity":${entity}}`;
  return [
    `curl ${shellWord(address(input))} \\`,
    `  -H ${shellWord(`Authorization: Bearer ${input.key ?? KEY_PLACEHOLDER}`)} \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d ${shellWord(body)}`,
  ].join("\n");
}

/** The same event posted with fetch; runs as it is in an ES module under Node, Deno, Bun and in a browser. */
export function typescriptSnippet(input: SnippetInput): string {
  return `const response = await fetch(${JSON.stringify(address(input))}, {
  method: "POST",
  headers: {
    Authorization: ${JSON.stringify(`Bearer ${input.key ?? KEY_PLACEHOLDER}`)},
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    eventType: "task.created",
    actor: { id: "me", name: ${JSON.stringify(input.actorName)} },
    entity: { type: "task", id: "1", name: "Try the feed" },
  }),
});
console.log(response.status, await response.json());`;
}

/** A curl command that reads the newest activities of the team. */
export function readSnippet(input: SnippetInput): string {
  return [
    `curl ${shellWord(`${address(input)}?limit=5`)} \\`,
    `  -H ${shellWord(`Authorization: Bearer ${input.key ?? KEY_PLACEHOLDER}`)}`,
  ].join("\n");
}
