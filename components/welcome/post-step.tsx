"use client";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { CodeBlock } from "../ui/code-block";
import { later } from "../ui/later";
import { Step } from "../ui/step";
import { curlSnippet, KEY_PLACEHOLDER, type SnippetInput, typescriptSnippet } from "./snippets";

/** Of no use to a feed in which something has happened: loaded when its tab is opened. */
const GithubPanel = later(() => import("./github-panel").then((module) => module.GithubPanel));

const TAB =
  "rounded-full border border-line bg-panel px-2.5 py-1 text-[12.5px] leading-[18px] text-soft transition-colors hover:bg-hover hover:text-ink data-[state=active]:border-transparent data-[state=active]:bg-accent-soft data-[state=active]:font-medium data-[state=active]:text-accent";

/** Second step: the ways to post an event, each ready to paste. */
export function PostStep({ input, serverOrigin }: { input: SnippetInput; serverOrigin: string }) {
  const panel = (value: string, children: ReactNode) => (
    <Tabs.Content value={value} className="mt-2.5 rounded-[9px]">
      {children}
    </Tabs.Content>
  );
  const mark = input.key ?? KEY_PLACEHOLDER;
  return (
    <Step number={2} title="Post an event">
      <Tabs.Root defaultValue="curl">
        <Tabs.List className="needs-script mt-1 flex flex-wrap gap-2" aria-label="Ways to post an event">
          <Tabs.Trigger value="curl" className={TAB}>
            curl
          </Tabs.Trigger>
          <Tabs.Trigger value="typescript" className={TAB}>
            TypeScript
          </Tabs.Trigger>
          <Tabs.Trigger value="github" className={TAB}>
            GitHub webhook
          </Tabs.Trigger>
        </Tabs.List>
        {panel("curl", <CodeBlock text={curlSnippet(input)} label="curl command" mark={mark} />)}
        {panel("typescript", <CodeBlock text={typescriptSnippet(input)} label="TypeScript" mark={mark} />)}
        {panel("github", <GithubPanel team={input.team} origin={serverOrigin} />)}
      </Tabs.Root>
    </Step>
  );
}
