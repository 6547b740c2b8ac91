/** The `source` of activities that tell of the team itself. */
export const TEAM_SOURCE = "team";
