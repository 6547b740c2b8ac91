/** For tests of isolation: finds the conditions of SQL text that keep a query to its team, and takes one of them away. */

const NAME = String.raw`(?:"?[a-z_]+"?\.)?`;
const TEAM = String.raw`(?:${NAME}"?team_id"?|"teams"\."id")`;
const OTHER = String.raw`(?:\$\d+(?:::uuid)?|p_team|${NAME}"?(?:team_id|id)"?)(?![\w"])`;
const COMPARISON = new RegExp(
  String.raw`(?<![\w".,])${TEAM} (?:(?:=|<>|IS NOT DISTINCT FROM) ${OTHER}|in \(\$\d+(?:, \$\d+)*\))|${NAME}"?id"? = ${NAME}"team_id"`,
  "g",
);

/** A condition on a team in a statement or a function's body. */
export interface TeamCondition {
  /** The condition itself, such as `e.team_id = p_team`. */
  text: string;
  /** The whole text as if the condition were not there; parameters keep their types. */
  without: string;
}

/** Every condition on a team in SQL text, in order. */
export function listTeamConditions(sqlText: string): TeamCondition[] {
  return [...sqlText.matchAll(COMPARISON)].map((match) => ({
    text: match[0],
    without: `${sqlText.slice(0, match.index)}(${match[0]} OR true)${sqlText.slice(match.index + match[0].length)}`,
  }));
}
