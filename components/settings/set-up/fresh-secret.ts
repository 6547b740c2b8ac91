/** Secrets that were made since this page was loaded, by integration. In memory only: a reload forgets them. */
const made = new Map<string, string>();

/** Hands a secret that was just made on to the integration's page, which shows it once. */
export function handOnSecret(integrationId: string, secret: string): void {
  made.set(integrationId, secret);
}

/** The secret that was handed on; null when there is none. */
export function handedSecret(integrationId: string): string | null {
  return made.get(integrationId) ?? null;
}

/** Forgets a secret, once its page was left. */
export function forgetSecret(integrationId: string): void {
  made.delete(integrationId);
}
