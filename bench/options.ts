import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    seconds: { type: "string" },
  },
  allowPositionals: true,
});

/** How this run was asked for: `quick` is short and rough; `only` names one part; `seconds` is how long a load lasts, where it may be told. */
export const options = {
  quick: values.quick,
  only: values.only ?? null,
  seconds: values.seconds === undefined ? null : Number(values.seconds),
  /** Whether its results may take the place of those that are kept: a short run's may not. */
  isFull: !values.quick && values.seconds === undefined,
  repetitions: values.quick ? 3 : 5,
};

/** Whether a part of a bench is to be run. */
export function isWanted(part: string): boolean {
  return options.only === null || options.only === part;
}
