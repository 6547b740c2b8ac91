/** Something that goes wrong from `start` to `stop`. */
export interface Fault {
  /** In plain words, as the report says it. */
  name: string;
  start(): Promise<void>;
  /** Ends it and puts everything right again. */
  stop(): Promise<void>;
  /** When it struck; of what takes the database or the server away, when that was back. Of performance.now(). */
  moments: number[];
  /** True once it cannot strike any more; `stop` then throws why. */
  isBroken?(): boolean;
  /** `lateness`: events go on meanwhile and are late at most. `return`: nothing goes on until it is over. */
  recovery: "lateness" | "return";
}
