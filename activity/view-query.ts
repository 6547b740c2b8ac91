import { type Filter, parseFilter, serializeFilter } from "./filter";

/** What a view of the feed shows, as query parameters: its filter, and `fold=off` where each event stands by itself. */
export function writeView(filter: Filter, isFolded: boolean): URLSearchParams {
  const params = serializeFilter(filter);
  if (!isFolded) params.set("fold", "off");
  return params;
}

/** The same of an address, in the one way it is written; what else stands there is left out. */
export function viewQuery(params: URLSearchParams | string): string {
  const asked = new URLSearchParams(params);
  return writeView(parseFilter(asked), asked.get("fold") !== "off").toString();
}
