import { parsePathReference } from "@/activity/generic/reference";
import type { GenericSignature } from "@/activity/generic/signature-schema";
import type { IntegrationSource } from "../../integration-source";
import { verifyStandard } from "../../signature/verify-standard";
import { verifyToken } from "../../signature/verify-token";
import { verifyHmac } from "./verify-hmac";
import { verifyBasic, verifyBodyToken } from "./verify-secret";

/** The check that a team's settings describe. `idHeader`: where the id of a delivery stands, if it is a header. */
export function verifyConfigured(signature: GenericSignature, idHeader: string | null): IntegrationSource["verify"] {
  switch (signature.scheme) {
    case "hmac":
      return (delivery, secrets, now) => verifyHmac(delivery, signature, idHeader, secrets, now);
    case "token": {
      const { header, prefix } = signature;
      const scheme = prefix === undefined ? { header } : { header, prefix };
      return (delivery, secrets) => verifyToken(delivery, scheme, secrets);
    }
    case "basic":
      return (delivery, secrets) => verifyBasic(delivery, signature.username, secrets);
    case "bodyToken": {
      const path = parsePathReference(signature.path);
      if (typeof path === "string") throw new Error(`signature.path ${path}`);
      return (delivery, secrets) => verifyBodyToken(delivery, signature.path, path.keys, secrets);
    }
    case "standard":
      return verifyStandard;
  }
}

/** The headers that hold the secret itself. */
export function secretHeadersOf(signature: GenericSignature): string[] {
  if (signature.scheme === "token") return [signature.header];
  return signature.scheme === "basic" ? ["Authorization"] : [];
}
