const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?)( ?UTC)?$/;

/** The last instant of a year of four digits. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A sent time as `eventTime` reads it: ISO text or Unix seconds. Milli-, micro- and nanoseconds are told by their size; without an offset it is UTC. */
export function readTime(sent: string): string | number {
  if (/^\d{1,20}(\.\d{1,9})?$/.test(sent)) {
    const number = Number(sent);
    const perSecond = number < 1e11 ? 1 : number < 1e14 ? 1e3 : number < 1e17 ? 1e6 : 1e9;
    const milliseconds = Math.round((number / perSecond) * 1_000);
    return milliseconds <= LATEST ? new Date(milliseconds).toISOString() : number;
  }
  const [, day, time] = LOCAL.exec(sent) ?? [];
  return day === undefined ? sent.replace(/^(\S+) (\S+)$/, "$1T$2") : `${day}T${time}Z`;
}
