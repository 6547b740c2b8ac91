import type { GenericConfig } from "@/activity/generic/generic-config";
import { findPreset } from "@/activity/generic/presets";
import type { GenericSignature } from "@/activity/generic/signature-schema";
import type { IntegrationSource } from "../integration-source";

type Setup = IntegrationSource["setup"];

/** What to set at a sender whose scheme a team describes, in a sentence, and where the scheme is written down. */
function instruct(signature: GenericSignature): Pick<Setup, "hint" | "secretName" | "docsUrl"> {
  switch (signature.scheme) {
    case "hmac": {
      const { header, algorithm = "sha256", encoding = "hex", signed = "{body}", prefix = "" } = signature;
      const over = signed === "{body}" ? "the raw body" : signed;
      return {
        secretName: "Secret",
        hint: `Sign ${over} with HMAC-${algorithm.toUpperCase()} and send it as ${encoding} in the header ${header}${prefix === "" ? "" : `, after “${prefix}”`}.`,
        docsUrl: "https://www.rfc-editor.org/rfc/rfc2104",
      };
    }
    case "token":
      return {
        secretName: "Token",
        hint: `Send the header ${signature.header}: ${signature.prefix ?? ""}‹secret›.`,
        docsUrl: "https://www.rfc-editor.org/rfc/rfc6750",
      };
    case "basic":
      return {
        secretName: "Password",
        hint: `Use Basic authentication with the user name ${signature.username} and the secret as the password.`,
        docsUrl: "https://www.rfc-editor.org/rfc/rfc7617",
      };
    case "bodyToken":
      return {
        secretName: "Passcode",
        hint: `Send the secret in the field ${signature.path} of the payload.`,
        docsUrl: "https://www.rfc-editor.org/rfc/rfc8259",
      };
    case "standard":
      return {
        secretName: "Signing secret",
        hint: "Sign as Standard Webhooks specifies.",
        docsUrl: "https://www.standardwebhooks.com/",
      };
  }
}

/** How a team connects its sender: as the preset says that it was made from, else in the words of its scheme. */
export function setupOf(config: GenericConfig): Setup {
  const preset = findPreset(config.preset);
  if (preset === null)
    return {
      menu: ["Webhooks", "Add webhook"],
      secretFrom: config.signature.scheme === "standard" ? "sender" : "us",
      ...instruct(config.signature),
    };
  const { menu, secretFrom, secretName, hint, docsUrl } = preset;
  return { menu, secretFrom, secretName, docsUrl, ...(hint === undefined ? {} : { hint }) };
}
