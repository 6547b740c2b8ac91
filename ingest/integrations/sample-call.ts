import type { IntegrationSource } from "./integration-source";

/** What stands in a call where the secret is to be put. */
export const SECRET_PLACE = "paste the secret here";

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A call in a shell that signs a sample and sends it to `url`, with {@link SECRET_PLACE} in the secret's place; null where a shell cannot sign. */
export function sampleCall(source: IntegrationSource, url: string, id: string, at: Date): string | null {
  if (source.shell === undefined) return null;
  const { body, headers } = source.sample(id, at);
  const signed = Object.entries(source.shell);
  const isUsed = (name: string) => signed.some(([, value]) => value.includes(name));
  return [
    `SECRET=${quoted(SECRET_PLACE)}`,
    `BODY=${quoted(body)}`,
    ...(isUsed("$ID") ? [`ID=${quoted(id)}`] : []),
    ...(isUsed("$TIME") ? ["TIME=$(date +%s)"] : []),
    [
      `curl -i ${quoted(url)}`,
      ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
      ...signed.map(([name, value]) => `-H "${name}: ${value}"`),
      '--data-binary "$BODY"',
    ].join(" \\\n  "),
  ].join("\n");
}
