const WRITTEN = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?) (UTC|[+-]\d{4})$/;

/** A time as GitLab writes it (`2015-05-17 18:08:09 UTC`, `… +0200`) in the form of ISO 8601; anything else as it is. */
export function isoTime(sent: unknown): unknown {
  const parts = typeof sent === "string" ? WRITTEN.exec(sent) : null;
  if (parts === null) return sent;
  const [, day, time, zone = ""] = parts;
  return `${day}T${time}${zone === "UTC" ? "Z" : zone.replace(/(\d{2})$/, ":$1")}`;
}

/** Seconds as people read them: "45s", "1m 3s", "2h 5m". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3_600) return whole % 60 === 0 ? `${whole / 60}m` : `${Math.floor(whole / 60)}m ${whole % 60}s`;
  const minutes = Math.floor((whole % 3_600) / 60);
  return `${Math.floor(whole / 3_600)}h${minutes === 0 ? "" : ` ${minutes}m`}`;
}
