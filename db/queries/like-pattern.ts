/** The pattern of LIKE for texts that hold `part`, each of its characters as itself. */
export function holding(part: string): string {
  return `%${beginning(part)}`;
}

/** The pattern of LIKE for texts that begin with `part`, each of its characters as itself. */
export function beginning(part: string): string {
  return `${part.replace(/[\\%_]/g, "\\$&")}%`;
}
