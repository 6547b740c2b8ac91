import type { Addresses } from "./product";
import { openQuietLine, type QuietLine, splitBroker, splitPostgres } from "./quiet-line";
import type { Stage } from "./stage";

/** The ways that doorbells take to the server: from the database and, where there is one, from a broker. */
export interface Doorbell {
  /** Leads the server's listening connections over lines that can be made silent. */
  addresses: Addresses;
  silence(isSilent: boolean): void;
  swallowed(): number;
  /** Cuts the connections to the broker. True when there was one. */
  cutBroker(): boolean;
}

/** Opens the lines; they end with the stage. */
export async function openDoorbell(stage: Stage): Promise<Doorbell> {
  const database = await openQuietLine(stage.cluster.port, splitPostgres);
  const lines: QuietLine[] = [database];
  const named = stage.env.DOORBELL_URL;
  const brokerUrl = named === undefined ? null : new URL(named);
  const broker = brokerUrl === null ? null : await openQuietLine(Number(brokerUrl.port), splitBroker);
  if (broker !== null) lines.push(broker);
  stage.atEnd(() => {
    for (const line of lines) line.close();
  });
  return {
    addresses: async (name) => ({
      DATABASE_URL_UNPOOLED: stage.cluster.url(name, database.port),
      ...(brokerUrl === null || broker === null
        ? {}
        : { DOORBELL_URL: `${brokerUrl.protocol}//127.0.0.1:${broker.port}` }),
    }),
    silence: (isSilent) => {
      for (const line of lines) line.isSilent = isSilent;
    },
    swallowed: () => lines.reduce((sum, line) => sum + line.swallowed, 0),
    cutBroker: () => broker?.cut() ?? false,
  };
}
