/** How long a read of the database may take, milliseconds. */
const READ_MS = 10_000;

/** Gives up on work that takes too long: a network that died silently must not hold anybody for ever. */
export async function inTime<T>(work: Promise<T>, ms = READ_MS, who = "the database"): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${who} gave no answer within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
