import { typeWord } from "../payload/draft";
import { Fields } from "../payload/fields";

/** One delivery of GitLab: what its body is about, what was done or became of it, and the body. */
export interface Hook {
  /** `object_kind` (`merge_request`), else `event_name` (`user_add_to_group`), else what the header names. */
  kind: string;
  /** The action (`open`), or the state that was reached (`failed`); null for what has neither. */
  action: string | null;
  payload: Fields;
  /** Address of the GitLab that sent it, where it says so: some bodies hold no link at all. */
  instance: string | null;
  receivedAt: Date;
}

/** What GitLab says beside the body. */
interface Envelope {
  event: string | null;
  instance: string | null;
}

/** "Tag Push Hook" as a kind: `tag_push`. */
function kindOfHeader(event: string | null): string | null {
  return event === null ? null : typeWord(event.replace(/ (Hook|Callback)$/i, "").toLowerCase());
}

/** States are the actions of what a machine does; each kind keeps its own elsewhere. */
function actionOf(kind: string, payload: Fields): string | null {
  switch (kind) {
    case "pipeline":
      return payload.text("object_attributes.status");
    case "build":
      return payload.text("build_status");
    case "deployment":
      return payload.text("status");
    case "vulnerability":
      return payload.text("object_attributes.state");
    case "feature_flag":
      return payload.flag("object_attributes.active") ? "activated" : "deactivated";
    case "duo_workflow":
      return payload.text("event")?.replace(/^flow\./, "") ?? null;
    case "access_token":
    case "deploy_token":
      return payload.text("event_name") === `expiring_${kind}` ? "expiring" : payload.text("event_name");
    default:
      return payload.text("object_attributes.action", "action");
  }
}

/** What a delivery is about, as far as its body or its header tells. */
export function readKind(payload: Fields, event: string | null): { kind: string | null; action: string | null } {
  const kind = typeWord(payload.text("object_kind", "event_name")) ?? kindOfHeader(event);
  return { kind, action: kind === null ? null : typeWord(actionOf(kind, payload)) };
}

/** A body and what was said beside it. */
export function readHook(payload: Fields, { event, instance }: Envelope, receivedAt: Date): Hook {
  const { kind, action } = readKind(payload, event);
  return { kind: kind ?? "event", action, payload, instance: new Fields(instance).url(""), receivedAt };
}
