import type { ChildProcess } from "node:child_process";
import type { Server } from "../../support/server";
import type { Options } from "../options";
import type { Cluster } from "./cluster";
import { endService } from "./service";

/** What a scenario plays on; whatever it starts is ended with it. */
export class Stage {
  readonly servers: Server[] = [];
  private readonly endings: (() => unknown)[] = [];

  constructor(
    readonly cluster: Cluster,
    readonly options: Options,
  ) {}

  /** What every server of the suite is started with. */
  get env(): Record<string, string> {
    return this.options.env;
  }

  /** Chooses by the form of the run. */
  form<T>(values: { short: T; full: T }): T {
    return this.options.short ? values.short : values.full;
  }

  /** How long to run, milliseconds: what was asked for, else by the form. Given in seconds. */
  lasting(seconds: { short: number; full: number }): number {
    return (this.options.seconds ?? this.form(seconds)) * 1_000;
  }

  atEnd(ending: () => unknown): void {
    this.endings.push(ending);
  }

  /** Ends a process with the stage; when it ends by itself before, that is said. */
  keep(name: string, child: ChildProcess): void {
    const complain = (code: number | null, signal: string | null) =>
      process.stdout.write(`       ${name} ended by itself (${signal ?? code})\n`);
    child.once("exit", complain);
    this.atEnd(() => {
      child.off("exit", complain);
      return endService(child);
    });
  }

  /** Ends what was started, last first. */
  async clear(): Promise<void> {
    for (const ending of this.endings.splice(0).reverse()) await ending();
  }
}
