// `npm run --silent admin -- <command>`: one line of JSON on stdout, or one sentence on stderr and exit code 1.
import { existsSync } from "node:fs";
import { Command, Option } from "commander";
import type { AdminAction } from "./admin/run-action";

const program = new Command("admin").description(
  "Manages teams, members, keys and integrations of the configured database.",
);

/** Runs a command's action. Everything heavy is loaded only now, so that help and mistyped options answer at once. */
function run<Options>(load: () => Promise<AdminAction<Options>>): (options: Options) => Promise<void> {
  return async (options) => {
    // Like the server, which gets these files from Next; what the shell has set wins.
    for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile?.(file);
    // stdout is for the answer alone, and what goes wrong is said in the sentence on stderr.
    process.env.LOG_LEVEL = "silent";
    const { runAction } = await import("./admin/run-action");
    process.exitCode = await runAction(await load(), options);
  };
}

program
  .command("create-team")
  .description('makes a team and, if need be, its owner\'s account; prints {"team":slug}')
  .requiredOption("--name <name>", "name of the team")
  .requiredOption("--owner <email>", "e-mail address of the owner")
  .option("--password <password>", "password of a new owner")
  .option("--slug <slug>", "the team's name in addresses; default: from its name")
  .action(run(async () => (await import("./admin/create-team")).createTeamAction));

program
  .command("create-key")
  .description('makes an API key, which is shown this once; prints {"key":…}')
  .requiredOption("--team <slug>", "slug of the team")
  .requiredOption("--scopes <scopes>", "what it may do: capture, read, admin, separated by commas")
  .option("--name <name>", "what it is for", "Made by admin")
  .action(run(async () => (await import("./admin/create-key")).createKeyAction));

program
  .command("create-integration")
  .description('makes an address for webhooks; prints {"id":…,"url":…,"secret":…}')
  .requiredOption("--team <slug>", "slug of the team")
  .requiredOption("--provider <provider>", "who will send, such as github; generic for any other sender")
  .option("--preset <preset>", "of the provider generic: a service that is known, such as grafana")
  .option("--secret <secret>", "what the sender signs with; default: a new random one")
  .option("--name <name>", "what it is for; default: the provider's name")
  .action(run(async () => (await import("./admin/create-integration")).createIntegrationAction));

program
  .command("add-member")
  .description('adds somebody to a team, or changes their role; prints {"member":email}')
  .requiredOption("--team <slug>", "slug of the team")
  .requiredOption("--email <email>", "e-mail address of the member")
  .option("--password <password>", "password of a new account")
  .option("--name <name>", "name of a new account")
  .addOption(
    new Option("--role <role>", "role in the team").choices(["viewer", "member", "admin", "owner"]).default("member"),
  )
  .action(run(async () => (await import("./admin/add-member")).addMemberAction));

program
  .command("reset-password")
  .description('sets a new password and ends every session of the user; prints {"user":email}')
  .requiredOption("--email <email>", "e-mail address of the user")
  .requiredOption("--password <password>", "the new password")
  .action(run(async () => (await import("./admin/reset-password")).resetPasswordAction));

program
  .command("reset-link")
  .description(
    'makes a link by which a user chooses a new password, once and within an hour; prints {"url":…,"expiresAt":…}',
  )
  .requiredOption("--email <email>", "e-mail address of the user")
  .action(run(async () => (await import("./admin/reset-link")).resetLinkAction));

program
  .command("new-epoch")
  .description('after a restore from a backup: every reader reloads its list; prints {"teams":how many}')
  .option("--team <slug>", "slug of the team; default: every team")
  .action(run(async () => (await import("./admin/new-epoch")).newEpochAction));

program
  .command("copy")
  .description('copies teams to another Postgres, history, people and keys included; prints {"teams":…,"events":…}')
  .requiredOption("--to <url>", "address of the other database; it is migrated first")
  .option("--team <slug>", "slug of the team; default: every team but samples")
  .action(run(async () => (await import("./admin/copy")).copyAction));

await program.parseAsync();
