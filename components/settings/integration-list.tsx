"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";
import { CopyButton } from "../ui/copy-button";
import { Plug } from "../ui/icons";
import { EmptyList } from "./empty-list";
import { Moment } from "./moment";
import { Row, RowList } from "./row-list";
import { useRemoval } from "./use-removal";

/** An integration as the list shows it; the time is ISO 8601, the address absolute. */
export interface IntegrationRow {
  id: string;
  logo: ReactNode;
  /** What people call its source. */
  label: string;
  name: string;
  url: string;
  createdAt: string;
  /** Owners only. */
  canDelete: boolean;
}

/** A team's integrations, each with its address and a button that deletes it. */
export function IntegrationList({ team, integrations }: { team: string; integrations: IntegrationRow[] }) {
  return (
    <RowList
      label="Integrations"
      rows={integrations.map((integration) => (
        <IntegrationItem key={integration.id} team={team} integration={integration} />
      ))}
      empty={
        <EmptyList icon={Plug} title="Nothing is connected yet">
          Add a service, and what happens there appears in the feed.
        </EmptyList>
      }
    />
  );
}

function IntegrationItem({ team, integration }: { team: string; integration: IntegrationRow }) {
  const { isGone, fault, remove } = useRemoval(
    `/api/teams/${team}/integrations/${integration.id}`,
    <>
      Integration “<bdi>{integration.name}</bdi>” deleted
    </>,
  );
  if (isGone) return null;
  return (
    <Row
      mark={integration.logo}
      name={
        <Link
          href={`/${team}/settings/integrations/${integration.id}`}
          className="-my-1 inline-block py-1 hover:underline"
        >
          <bdi>{integration.name}</bdi>
        </Link>
      }
      facts={
        <>
          <span>{integration.label}</span>
          <span>
            Added <Moment at={integration.createdAt} />
          </span>
          <code dir="ltr" className="w-full break-all font-mono text-[12px]">
            {integration.url}
          </code>
        </>
      }
      stacks
      fault={fault}
      action={
        <>
          <CopyButton text={integration.url} label={`payload URL of ${integration.name}`} />
          {integration.canDelete && (
            <Confirm
              trigger={
                <Button look="danger" className="needs-script">
                  Delete<span className="sr-only"> {integration.name}</span>
                </Button>
              }
              title="Delete this integration?"
              action="Delete integration"
              onConfirm={remove}
            >
              New deliveries to “<bdi>{integration.name}</bdi>” are refused at once. What it brought stays in the feed.
            </Confirm>
          )}
        </>
      }
    />
  );
}
