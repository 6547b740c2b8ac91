import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTeamTables } from "./copy/team-tables";
import { listTeamConditions } from "./testing/isolation/conditions";
import { FEED_PROBES, FUNCTION_PROBES } from "./testing/isolation/feed-probes";
import { type IsolationLab, type Outcome, openIsolationLab } from "./testing/isolation/lab";
import { MARK_PROBES } from "./testing/isolation/mark-probes";
import { SCENERY } from "./testing/isolation/scenery";
import { type Probe, SETTINGS_PROBES } from "./testing/isolation/settings-probes";
import { withoutTeam } from "./testing/isolation/twin-teams";
import { VIEW_PROBES } from "./testing/isolation/view-probes";

const PROBES: Record<string, Probe> = { ...SETTINGS_PROBES, ...FEED_PROBES, ...VIEW_PROBES, ...MARK_PROBES };
const TABLES = listTeamTables().map(({ name }) => name);

/** Conditions that nothing would miss, because another says the same; by query. */
const REDUNDANT: Record<string, Record<string, string>> = {
  countOptions: {
    '"team_sequences"."team_id" = "actors"."team_id"': "it says how far the history went, which is not used",
  },
  createTeam: { '"team_aliases"."team_id" <> $2': "the team is new and has no slugs of before" },
  moveTeam: { '"team_aliases"."team_id" = $1': "the slug was just found to be no other team's" },
};

/** Queries that are meant to see what several teams have, and why. */
const SEES_ALL: Record<string, string> = {
  findLink: "finds out whose link a token is",
  forgetDeliveries: "looks after every team's log by age",
  getInvitation: "finds out whose invitation a token is",
  getSampleTeam: "reads a person's teams",
  hasInvitation: "asks whether somebody who has no account yet was invited anywhere",
  isAliasOfAnother: "a slug belongs to one team",
  listIntegrationsById: "a webhook's address names only the integration; the row says whose it is",
  listRolesOfUser: "reads a person's teams",
  listSlugs: "looks for a slug that no team has",
  listTeams: "is for the command line",
  listTeamsOfUser: "reads a person's teams",
  moveTeam: "a slug belongs to one team",
  readFrameWithTeams: "reads a person's teams",
};
/** Queries that are meant to change what several teams have, and why. */
const TOUCHES_ALL: Record<string, string> = {
  createTeam: "the new team is another one",
  forgetDeleted: "looks after every team's deleted things by age",
  forgetDeliveries: "looks after every team's log by age",
  logRefusal: "the test has filled the other team's log",
};
const NEXT_WEEK = "it says only which week is searched next";
const REDUNDANT_IN_FUNCTIONS: Record<string, string> = {
  "list_by_walk_newer: e.team_id = p_team": NEXT_WEEK,
  "list_by_walk_older: e.team_id = p_team": NEXT_WEEK,
};

let lab: IsolationLab;
const baselines = new Map<Probe, { outcomes: Outcome[]; statements: string[] }>();

beforeAll(async () => {
  lab = await openIsolationLab();
});
afterAll(() => lab.close());

/** What a probe gives in every scene, and the product's statements it ran. */
async function baselineOf(probe: Probe) {
  const known = baselines.get(probe);
  if (known) return known;
  const statements = new Set<string>();
  const rewrite = (text: string) => {
    if (!text.startsWith(SCENERY)) statements.add(text);
    return text;
  };
  const outcomes: Outcome[] = [];
  for (const at of lab.scenes) outcomes.push(await lab.run(probe, at, { rewrite }));
  const baseline = { outcomes, statements: [...statements] };
  baselines.set(probe, baseline);
  return baseline;
}

function isSame(one: Outcome, other: Outcome | undefined): boolean {
  return one.own === other?.own && one.others === other.others;
}

/** Whether what a probe gives, or does, changes in some scene. */
async function isNoticed(probe: Probe, change: Parameters<IsolationLab["run"]>[2]): Promise<boolean> {
  const { outcomes } = await baselineOf(probe);
  for (const [scene, at] of lab.scenes.entries())
    if (!isSame(await lab.run(probe, at, change), outcomes[scene])) return true;
  return false;
}

describe("every query of a team", () => {
  it("has a probe", async () => {
    const folder = join(import.meta.dirname, "queries");
    const files = (await readdir(folder, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file));
    const names: string[] = [];
    for (const file of files) {
      const text = await readFile(join(folder, file), "utf8");
      const camel = TABLES.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
      const touches = new RegExp(
        `\\b(${[...TABLES, ...camel, "save_\\w+", "append_activities", "hide_activities", "list_by_\\w+"].join("|")})\\b`,
      );
      if (!touches.test(text)) continue;
      for (const [, name] of text.matchAll(/^export (?:async )?function (\w+)\(\s*(?:db|tx): Executor/gm))
        names.push(name ?? "");
    }
    expect(Object.keys(PROBES).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(PROBES))("%s neither sees nor touches another team", async (name, probe) => {
    const { outcomes } = await baselineOf(probe);
    const [first, second] = lab.scenes;
    let [seen, touched] = [false, false];
    for (const [scene, at] of lab.scenes.entries()) {
      const otherId = at.teamId === first?.teamId ? second?.teamId : first?.teamId;
      const alone = await lab.run(probe, at, { before: withoutTeam(otherId ?? "") });
      seen ||= alone.own !== outcomes[scene]?.own;
      touched ||= ![lab.untouched(at), "untouched"].includes(outcomes[scene]?.others ?? "");
    }
    expect({ seen, touched }).toEqual({ seen: name in SEES_ALL, touched: name in TOUCHES_ALL });
  });

  it.each(Object.entries(PROBES))("%s needs every condition on its team", async (name, probe) => {
    const { outcomes, statements } = await baselineOf(probe);
    for (const [scene, at] of lab.scenes.entries()) expect(await lab.run(probe, at)).toEqual(outcomes[scene]);
    const survivors: string[] = [];
    for (const statement of statements) {
      for (const { text, without } of listTeamConditions(statement)) {
        const rewrite = (sent: string) => (sent === statement ? without : sent);
        if (!(await isNoticed(probe, { rewrite }))) survivors.push(text);
      }
    }
    expect(survivors).toEqual(Object.keys(REDUNDANT[name] ?? {}));
  });
});

describe("a statement on a table of teams", () => {
  /** Why it may do without a condition on a team; by query. */
  const WITHOUT: Record<string, string> = {
    forgetDeleted: "looks after every team's deleted things by age",
    forgetDeliveries: "looks after every team's log by age",
    hasInvitation: "asks whether somebody who has no account yet was invited anywhere",
    listIntegrationsById: "a webhook's address names only the integration; the row says whose it is",
    getTeam: "finds out which team a slug names",
    listSlugs: "looks for a slug that no team has",
    listTeams: "is for the command line",
  };

  it.each(Object.entries(PROBES))("has a condition on the team in %s", async (name, probe) => {
    const tables = new RegExp(`\\b(?:from|join|update|delete from) "?(${TABLES.join("|")})\\b`, "i");
    const open = (await baselineOf(probe)).statements.filter(
      (statement) => tables.test(statement) && listTeamConditions(statement).length === 0,
    );
    expect(open.length > 0 ? [name] : []).toEqual(Object.keys(WITHOUT).filter((allowed) => allowed === name));
  });
});

describe("every function of the database", () => {
  /** Our own functions with conditions on teams. */
  async function listFunctions() {
    const { rows } = await lab.client.query<{ name: string; text: string }>(
      "SELECT p.proname AS name, pg_get_functiondef(p.oid) AS text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND p.prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c') ORDER BY 1",
    );
    return rows.filter(({ text }) => listTeamConditions(text).length > 0);
  }
  /** The probes that call it. */
  async function probesOf(name: string) {
    const calls = [];
    for (const probe of [...Object.values(FEED_PROBES), ...Object.values(FUNCTION_PROBES)])
      if ((await baselineOf(probe)).statements.some((statement) => statement.includes(`${name}(`))) calls.push(probe);
    return calls;
  }

  it("keeps to its team", { timeout: 120_000 }, async () => {
    const functions = await listFunctions();
    expect(functions.length).toBeGreaterThan(20);
    const survivors: string[] = [];
    for (const { name, text } of functions) {
      const probes = await probesOf(name);
      for (const { text: condition, without } of listTeamConditions(text)) {
        let isMissed = false;
        for (const probe of probes) isMissed ||= await isNoticed(probe, { before: without });
        if (!isMissed) survivors.push(`${name}: ${condition}`);
      }
    }
    expect(survivors).toEqual(Object.keys(REDUNDANT_IN_FUNCTIONS));
  });
});
