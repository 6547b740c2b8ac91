import type { Random } from "./random";

/** Cards drawn without repeating one until all were drawn. `round` counts from 0 and grows with each reshuffle. */
export function createDeck<T>(random: Random, cards: readonly T[]): () => { card: T; round: number } {
  let pile: T[] = [];
  let round = -1;
  return () => {
    if (pile.length === 0) {
      pile = random.shuffle(cards);
      round += 1;
    }
    const card = pile.pop();
    if (card === undefined) throw new RangeError("a deck needs cards");
    return { card, round };
  };
}
