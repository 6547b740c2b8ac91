/** How long an answer about access may be believed, milliseconds: a revoked key or session is refused within this time. */
const ACCESS_TTL = 1_000;

/**
 * Answers kept for at most `ttl` milliseconds and `max` keys, the oldest forgotten first. Questions asked at the same time
 * share one answer; a failed one is not kept. An answer that is on its way when `clear` is called is not kept either.
 */
export class ShortCache<T> {
  /** `askedAt` is when the question was asked, not when it was answered: the age of an answer counts from there. */
  private readonly entries = new Map<string, { askedAt: number; answer: Promise<T> }>();

  constructor(
    private readonly max = 10_000,
    private readonly ttl = ACCESS_TTL,
  ) {}

  get(key: string, load: () => Promise<T>): Promise<T> {
    const now = performance.now();
    const known = this.entries.get(key);
    if (known !== undefined && now - known.askedAt < this.ttl) return known.answer;
    const entry = { askedAt: now, answer: load() };
    this.entries.delete(key);
    this.entries.set(key, entry);
    entry.answer.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    if (this.entries.size > this.max) {
      const oldest = this.entries.keys().next();
      if (!oldest.done) this.entries.delete(oldest.value);
    }
    return entry.answer;
  }

  clear(): void {
    this.entries.clear();
  }
}
