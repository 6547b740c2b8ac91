import { expect, it } from "vitest";
import type { GenericConfig } from "@/activity/generic/generic-config";
import { GENERIC_PRESETS } from "@/activity/generic/presets";
import { fieldOf, MAPPING_FIELDS, withField } from "./mapping-fields";

const BARE: GenericConfig = { signature: { scheme: "standard" } };

it("sets and unsets a field, and leaves all others as they are", () => {
  for (const { config } of [{ config: BARE }, ...GENERIC_PRESETS]) {
    for (const field of MAPPING_FIELDS) {
      const changed = withField(config, field, "{x}");
      expect(fieldOf(changed, field)).toBe("{x}");
      for (const other of MAPPING_FIELDS)
        if (other !== field) expect(fieldOf(changed, other)).toBe(fieldOf(config, other));
      expect(withField(changed, field, fieldOf(config, field))).toEqual(config);
      expect(fieldOf(withField(changed, field, ""), field)).toBe("");
    }
  }
  expect(MAPPING_FIELDS.reduce((config, field) => withField(config, field, ""), BARE)).toEqual(BARE);
});
