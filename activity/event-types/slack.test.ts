import { expect, it } from "vitest";
import { describeEventType } from "./index";

const of = (type: string) => {
  const { label, icon, color, message, group } = describeEventType(type, "user");
  return { label, look: `${icon} ${color}`, message, group };
};

it("has a look and a sentence of its own for each type, a message's for unknown ones of those, and one for all others", () => {
  expect(of("slack.reaction_added.file")).toEqual({
    label: "Reaction",
    look: "heart pink",
    message: "{actor} reacted[ with {metadata.reaction}] to file {entity}",
    group: "integration",
  });
  expect(of("slack.message.brand_new")).toMatchObject({
    label: "Message brand new",
    message: "{actor} posted in {entity}[: {metadata.excerpt}]",
  });
  expect(of("slack.robot_danced")).toMatchObject({
    label: "Robot danced",
    look: "webhook gray",
    message: "{actor} triggered [{metadata.event} ]on {entity}",
  });
  expect(describeEventType("slacker.message", "user").message).not.toContain("posted");
});
