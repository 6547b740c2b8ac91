/** The query of a page, as Next gives it, as the parameters that it was. */
export function toSearchParams(search: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const text of Array.isArray(value) ? value : [value ?? ""]) params.append(name, text);
  }
  return params;
}
