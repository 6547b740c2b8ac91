/** How long a name learned from the database may be trusted, milliseconds: other servers rename too. */
const FRESH_MS = 5_000;
const MAX_ENTRIES = 20_000;

/** Last known names by team and key, bounded; the oldest entries go first. */
export class NameCache<T> {
  private readonly entries = new Map<string, { value: T; until: number }>();

  /** The value, or undefined when it is unknown or no longer fresh. */
  get(key: string): T | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.value : undefined;
  }

  set(key: string, value: T): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: Date.now() + FRESH_MS });
    if (this.entries.size > MAX_ENTRIES) {
      for (const oldest of this.entries.keys()) {
        this.entries.delete(oldest);
        break;
      }
    }
  }

  clear(): void {
    this.entries.clear();
  }
}
