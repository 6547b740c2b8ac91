/** Names under which senders send something that lets somebody in, or may. Signatures let nothing in but the very body they were made for. */
const SECRET =
  /^(authorization|proxy-authorization|cookie)$|token|secret|passw|passcode|passphrase|api[-_]?key|credential/i;

/** True for the name of a header or field that may hold a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}
