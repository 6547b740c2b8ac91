import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
  allowPositionals: true,
});

/** How this run was asked for: `quick` is short and rough; `only` names one part. A quick run overwrites no kept results. */
export const options = {
  quick: values.quick,
  only: values.only ?? null,
  repetitions: values.quick ? 3 : 5,
};

/** Whether a part of a bench is to be run. */
export function isWanted(part: string): boolean {
  return options.only === null || options.only === part;
}
