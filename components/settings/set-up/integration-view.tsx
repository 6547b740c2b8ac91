"use client";
import { Tabs } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { DeliveryPage } from "@/activity/delivery";
import type { GenericConfig } from "@/activity/generic/generic-config";
import { Button } from "../../ui/button";
import { Send } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import type { SourceSetup } from "../answers";
import { DeliveryLog } from "../deliveries/delivery-log";
import { LogCounts, StatePill } from "../deliveries/log-state";
import { useDeliveries } from "../deliveries/use-deliveries";
import { type IntakeLimits, Limits } from "../mapping/limits";
import { OwnMapping } from "../mapping/own-mapping";
import { TimeMachine } from "../mapping/time-machine";
import { SenderReach } from "../sender-reach";
import { SourceSteps } from "../source-steps";
import { arrivalOf } from "./arrival";
import { FirstDelivery } from "./first-delivery";
import { IntegrationName } from "./integration-name";
import { OurSecret, TheirSecret } from "./secret-step";
import { useSecret } from "./use-secret";
import { type SendTest, useSendTest } from "./use-send-test";

/** An integration as its page shows it. */
interface IntegrationInfo {
  id: string;
  name: string;
  /** What people call its sender. */
  label: string;
  setup: SourceSetup;
  url: string;
  hasSecret: boolean;
  /** A call from a terminal, and what in it stands for the secret; null where a shell cannot sign. */
  call: { text: string; secretPlace: string } | null;
  limits: IntakeLimits;
  /** A team's own settings; null for a sender whose mapping is ours. */
  config: GenericConfig | null;
}

interface IntegrationViewProps {
  team: string;
  integration: IntegrationInfo;
  logo: ReactNode;
  first: DeliveryPage;
}

/** One integration: how it is set up until its first delivery is there, and what came, live. */
export function IntegrationView({ team, integration, logo, first }: IntegrationViewProps) {
  const { id, label, setup, url, call, config } = integration;
  const path = `/api/teams/${team}/integrations/${id}`;
  const deliveries = useDeliveries(path, first);
  const secret = useSecret(path, id, integration.hasSecret);
  const test = useSendTest(path, deliveries.look);
  // What is being set up stays where it is when its first delivery comes.
  const [isNew] = useState(!first.hasArrived);
  const obstacle = secret.isSet ? null : `Paste the ${setup.secretName} first.`;
  const Secret = setup.secretFrom === "us" ? OurSecret : TheirSecret;
  const steps = (
    <section aria-label="Set-up" className="rounded-xl border border-line bg-panel">
      <div className="grid gap-4 p-4 sm:p-[18px]">
        {isNew && <SenderReach origin={new URL(url).origin} sender={label} />}
        <SourceSteps
          label={label}
          setup={setup}
          url={url}
          secret={<Secret secret={secret} label={label} secretName={setup.secretName} />}
        />
      </div>
      {isNew && (
        <FirstDelivery
          team={team}
          label={label}
          arrival={arrivalOf(deliveries.page)}
          first={setup.first}
          test={test}
          obstacle={obstacle}
          call={call === null ? null : call.text.replace(call.secretPlace, secret.shown ?? call.secretPlace)}
        />
      )}
    </section>
  );
  const newest = deliveries.page.items.find(({ outcome, isKept }) => outcome === "stored" && isKept)?.id ?? null;
  const mapping =
    config === null ? (
      <TimeMachine path={path} label={label} onCorrected={deliveries.look} />
    ) : (
      <OwnMapping path={path} label={label} config={config} newest={newest} onCorrected={deliveries.look} />
    );
  const log = <DeliveryLog path={path} label={label} deliveries={deliveries} />;
  return (
    <>
      <header className="mb-5 flex flex-wrap items-center gap-x-3.5 gap-y-3">
        {logo}
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <IntegrationName path={path} name={integration.name} />
            <StatePill page={deliveries.page} />
          </div>
          <p className="mt-0.5 text-soft">
            <LogCounts page={deliveries.page} label={label} />
          </p>
        </div>
        {!isNew && <TestButton test={test} obstacle={obstacle} />}
      </header>
      {isNew ? (
        <>
          {steps}
          {config !== null && <div className="mt-6">{mapping}</div>}
          <div className="mt-6">{log}</div>
        </>
      ) : (
        <>
          <TestOutcome test={test} />
          <Tabs.Root defaultValue="deliveries">
            <Tabs.List className="mb-4 flex gap-5 border-line border-b">
              <Tab value="deliveries">Deliveries</Tab>
              <Tab value="set-up">Set-up</Tab>
              <Tab value="mapping">Mapping</Tab>
              <Tab value="limits">Limits</Tab>
            </Tabs.List>
            <Tabs.Content value="deliveries">{log}</Tabs.Content>
            <Tabs.Content value="set-up">{steps}</Tabs.Content>
            <Tabs.Content value="mapping">{mapping}</Tabs.Content>
            <Tabs.Content value="limits">
              <Limits limits={integration.limits} label={label} />
            </Tabs.Content>
          </Tabs.Root>
        </>
      )}
    </>
  );
}

function Tab({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Trigger
      value={value}
      className="-mb-px border-transparent border-b-2 py-2 text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink"
    >
      {children}
    </Tabs.Trigger>
  );
}

function TestButton({ test, obstacle }: { test: SendTest; obstacle: string | null }) {
  return (
    <Button
      className="needs-script"
      title={obstacle ?? undefined}
      disabled={test.isPending || obstacle !== null}
      onClick={() => void test.send()}
    >
      {test.isPending ? <Spinner /> : <Send className="size-3.5" />}
      Send test
    </Button>
  );
}

function TestOutcome({ test: { fault, sent } }: { test: SendTest }) {
  return (
    <>
      <Notice className="mb-4">{fault?.message}</Notice>
      <p
        role="status"
        className={sent === null ? "sr-only" : "mb-4 rounded-lg bg-live/8 px-3 py-2 text-[13px] text-live"}
      >
        {sent === null ? null : (
          <>
            The test was taken in: <bdi>{sent.became}</bdi>
          </>
        )}
      </p>
    </>
  );
}
