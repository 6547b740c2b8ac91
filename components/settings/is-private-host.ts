/** True for addresses that a service on the internet cannot call: this machine and private networks. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || host === "::1" || /\.(localhost|local|internal|lan|test)$/.test(host)) return true;
  if (/^(127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(host)) return true;
  return /^f[cd][0-9a-f]{2}:|^fe80:/.test(host) || !/[.:]/.test(host);
}
