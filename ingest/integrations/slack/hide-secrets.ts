import { hideField } from "../payload/hide-field";

/** What lets somebody answer or act in a team's name: an old way to verify, short-lived addresses, and a bot's own token. */
const SECRETS = ["token", "response_url", "trigger_id", "bot_access_token"];
const NAMES = SECRETS.join("|");

/** The text of a body, JSON or a form, without what lets somebody in. */
export function hideSlackSecrets(body: string): string {
  if (body.trimStart().startsWith("{")) return SECRETS.reduce(hideField, body);
  return (
    body
      .replace(new RegExp(`(^|&)(${NAMES})=[^&]*`, "g"), "$1$2=(not kept)")
      // An interaction is JSON in a field of the form.
      .replace(new RegExp(`(%22(?:${NAMES})%22%3A)%22.*?(?:%22|$)`, "gi"), "$1%22(not kept)%22")
  );
}
