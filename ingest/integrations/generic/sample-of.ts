import type { GenericConfig } from "@/activity/generic/generic-config";
import { parsePathReference, parseReference } from "@/activity/generic/reference";
import { parseTemplate } from "@/activity/parse-template";
import type { IntegrationSource } from "../integration-source";
import { jsonSample } from "../payload/sample";
import { type Keys, withValue } from "./value-at";

const NAME = "Test delivery";

/** A payload in the making: values are put where a mapping looks for them. */
class Payload {
  root: unknown = {};
  readonly headers: Record<string, string> = {};
  /** Where the first item that is told stands. */
  private readonly item: Keys;

  constructor(each: string | undefined) {
    const list = each === undefined ? "none" : parsePathReference(each);
    this.item = typeof list === "string" ? [] : [...list.keys, 0];
  }

  /** At a path, from the top unless it begins at the item. */
  put(path: string | undefined, value: string): void {
    const reference = path === undefined ? "none" : parsePathReference(path);
    if (typeof reference !== "string") this.root = withValue(this.root, reference.keys, value);
  }

  /** At every place that a template names. */
  fill(template: string | undefined, value: string): void {
    for (const name of parseTemplate(template ?? "").names) {
      const reference = parseReference(name);
      if (typeof reference === "string" || reference.kind === "told") continue;
      if (reference.kind === "header") this.headers[reference.name] = value;
      else {
        const keys = reference.from === "root" ? reference.keys : [...this.item, ...reference.keys];
        this.root = withValue(this.root, keys, value);
      }
    }
  }
}

/** A small payload with something at each place that the settings read: enough for a sentence that reads as a test. */
export function sampleOf({
  label = "Webhook",
  event,
  deliveryId,
  signature,
}: GenericConfig): IntegrationSource["sample"] {
  return (id, at, secret) => {
    const payload = new Payload(event?.each);
    if (event === undefined) payload.root = { type: "test.sent", id: "test", name: NAME, timestamp: at.toISOString() };
    payload.fill(event?.actor?.id, "test");
    payload.fill(event?.actor?.name, label);
    payload.fill(event?.entity?.id, "test");
    payload.fill(event?.entity?.name, NAME);
    payload.fill(event?.eventType, "test");
    if (deliveryId?.header !== undefined) payload.headers[deliveryId.header] = id;
    payload.put(deliveryId?.path, id);
    payload.fill(deliveryId?.template, id);
    if (deliveryId == null) payload.root = withValue(payload.root, ["delivery"], id);
    if (signature.scheme === "bodyToken") payload.put(signature.path, secret ?? "");
    return jsonSample(payload.root ?? {}, payload.headers);
  };
}
