"use client";
import type { ReactNode } from "react";
import type { Activity } from "@/activity/activity";
import { threadOf } from "@/activity/thread";
import { MuteMenu } from "../../views/mute-menu";
import { Comments } from "../posts/comments";
import { ActivityDetails } from "./activity-details";

/** What the panel shows of an activity, what people say about it, and how to see no more of its like. */
export function DetailsBody(props: {
  team: string;
  activity: Activity;
  title: ReactNode;
  canPost: boolean;
  live: readonly Activity[];
}) {
  const { team, activity, title, canPost, live } = props;
  return (
    <>
      <ActivityDetails
        team={team}
        activity={activity}
        title={title}
        comments={<Comments team={team} thread={threadOf(activity)} canPost={canPost} live={live} />}
      />
      <MuteMenu team={team} activity={activity} />
    </>
  );
}
