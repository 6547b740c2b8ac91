/** For tests: filters of every kind. */
import fc from "fast-check";
import { type Filter, formatEntity, type Values } from "../filter";
import { GROUPS } from "../kinds";
import { unstorable } from "../text";

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((value) => unstorable(value) === null);
/** Texts with whatever means something in an address. */
export const tricky = fc.oneof(
  text,
  fc.constantFrom("a,b", "-a", "%2C", "%", "task.*", "100%,-", "a:b", " ", "%25", "--x"),
);
const typeText = tricky.filter((value) => value !== ".*" && value !== "*");
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 }).map((at) => new Date(at).toISOString());
const entityText = fc.tuple(tricky, tricky).map(([type, id]) => formatEntity(type, id));

function values(value: fc.Arbitrary<string>): fc.Arbitrary<Values | undefined> {
  return fc
    .tuple(fc.uniqueArray(value, { maxLength: 4 }), fc.uniqueArray(value, { maxLength: 3 }))
    .map(([any, not]) => (any.length + not.length === 0 ? undefined : { any, not }));
}

/** Any filter, as parseFilter gives them. */
export const filters: fc.Arbitrary<Filter> = fc
  .record({
    type: values(typeText),
    group: values(fc.constantFrom(...GROUPS)),
    actor: values(fc.uuid().map((id) => id.toLowerCase())),
    actorKey: values(tricky),
    entity: values(entityText),
    source: values(tricky),
    from: fc.option(instant, { nil: undefined }),
    to: fc.option(instant, { nil: undefined }),
    q: fc.option(
      tricky.filter((q) => q.trim() !== ""),
      { nil: undefined },
    ),
    important: fc.constantFrom(true as const, undefined),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));
