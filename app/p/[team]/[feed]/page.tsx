// Reading by anybody: a public feed's page, complete without a script and the same for all, so that caches between may keep it.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PublicFeed } from "@/components/public/public-feed";
import { readPublicFeed } from "@/handlers/feeds/read-public-feed";

export const dynamic = "force-dynamic";

interface PageProps {
  params: Promise<{ team: string; feed: string }>;
}

// Title and page ask for the same feed.
const requireReading = cache(async (team: string, feed: string) => (await readPublicFeed(team, feed)) ?? notFound());

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { team: teamSlug, feed: feedSlug } = await params;
  const { team, feed } = await requireReading(teamSlug, feedSlug);
  const path = `/p/${team.slug}/${feed.slug}`;
  return {
    title: `${feed.name} · ${team.name}`,
    description: `What happens in ${team.name}: ${feed.name}.`,
    alternates: {
      canonical: path,
      types: { "application/atom+xml": `${path}/feed.atom`, "application/feed+json": `${path}/feed.json` },
    },
  };
}

export default async function PublicFeedPage({ params }: PageProps) {
  const { team: teamSlug, feed: feedSlug } = await params;
  const { team, feed, activities } = await requireReading(teamSlug, feedSlug);
  return (
    <PublicFeed
      name={feed.name}
      team={team.name}
      path={`/p/${team.slug}/${feed.slug}`}
      activities={activities}
      now={Date.now()}
    />
  );
}
