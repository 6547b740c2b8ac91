"use client";
import { Button } from "../ui/button";
import { Link2 } from "../ui/icons";
import { EmptyList } from "./empty-list";
import { Moment } from "./moment";
import { Row, RowList } from "./row-list";
import { useRemoval } from "./use-removal";

/** A shared link as the list shows it; times are ISO 8601. */
export interface LinkRow {
  id: string;
  name: string;
  /** The filter as query parameters. */
  filter: string;
  hidesNames: boolean;
  hidesMetadata: boolean;
  createdBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  isExpired: boolean;
  openings: number;
  lastOpenedAt: string | null;
  /** Members end their own links, owners and admins any. */
  canRevoke: boolean;
}

/** A team's shared links, each with a button that revokes it. */
export function LinkList({ team, links }: { team: string; links: LinkRow[] }) {
  return (
    <RowList
      label="Shared links"
      rows={links.map((link) => <LinkItem key={link.id} team={team} link={link} />)}
      empty={
        <EmptyList icon={Link2} title="No shared links">
          Filter{" "}
          <a href={`/${team}`} className="text-accent underline underline-offset-2">
            the feed
          </a>{" "}
          to what somebody should see, and make one with “Share view” there.
        </EmptyList>
      }
    />
  );
}

function Openings({ openings, lastOpenedAt }: LinkRow) {
  if (lastOpenedAt === null) return <span>Never opened</span>;
  return (
    <span>
      Opened {openings === 1 ? "once" : `${openings} times`}, last <Moment at={lastOpenedAt} isRecent />
    </span>
  );
}

function Expiry({ expiresAt, isExpired }: LinkRow) {
  if (expiresAt === null) return <span>Does not expire</span>;
  return (
    <span className={isExpired ? "text-amber" : ""}>
      {isExpired ? "Expired" : "Expires"} <Moment at={expiresAt} />
    </span>
  );
}

function LinkItem({ team, link }: { team: string; link: LinkRow }) {
  const { isGone, fault, remove } = useRemoval(
    `/api/teams/${team}/links/${link.id}`,
    <>
      Link “<bdi>{link.name}</bdi>” revoked
    </>,
  );
  if (isGone) return null;
  return (
    <Row
      name={<bdi>{link.name}</bdi>}
      facts={
        <>
          <a
            href={`/${team}${link.filter === "" ? "" : `?${link.filter}`}`}
            className="-my-1 py-1 text-soft underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
          >
            Its view
          </a>
          {link.hidesNames && <span>Names hidden</span>}
          {link.hidesMetadata && <span>Details hidden</span>}
          <span>
            Made <Moment at={link.createdAt} />
            {link.createdBy !== null && (
              <>
                {" "}
                by <bdi>{link.createdBy}</bdi>
              </>
            )}
          </span>
          <Expiry {...link} />
          <Openings {...link} />
        </>
      }
      fault={fault}
      action={
        link.canRevoke && (
          <Button look="danger" className="needs-script" onClick={remove}>
            Revoke<span className="sr-only"> {link.name}</span>
          </Button>
        )
      }
    />
  );
}
