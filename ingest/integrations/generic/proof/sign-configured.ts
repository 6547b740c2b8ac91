import { type GenericSignature, type HmacSignature, splitSigned } from "@/activity/generic/signature-schema";
import type { IntegrationSource, Signing } from "../../integration-source";
import { STANDARD_IN_SHELL, signStandard } from "../../signature/verify-standard";
import { hmacOf } from "./verify-hmac";

type Headers = Record<string, string>;

function timeText(unit: "s" | "ms" | "iso", at: Date): string {
  if (unit === "iso") return at.toISOString();
  return String(unit === "ms" ? at.getTime() : Math.floor(at.getTime() / 1_000));
}

/** The headers of an HMAC whose digits, time and id are already texts, or places of a shell. */
function hmacHeaders(
  scheme: HmacSignature,
  idHeader: string | null,
  said: { digits: string; time: string; id: string },
): Headers {
  const { header, prefix = "", list, timestamp } = scheme;
  const { signatureKey, timestampKey, separator = "," } = list ?? {};
  const signature = `${signatureKey === undefined ? "" : `${signatureKey}=`}${prefix}${said.digits}`;
  return {
    ...(idHeader === null ? {} : { [idHeader]: said.id }),
    ...(timestamp?.header === undefined ? {} : { [timestamp.header]: said.time }),
    [header]: timestampKey === undefined ? signature : `${timestampKey}=${said.time}${separator}${signature}`,
  };
}

function signHmac(scheme: HmacSignature, idHeader: string | null, body: string, { secret, id, at }: Signing): Headers {
  const time = timeText(scheme.timestamp?.unit ?? "s", at);
  const digits = hmacOf(scheme, { body, timestamp: time, id }, secret)?.toString(scheme.encoding ?? "hex") ?? "";
  return hmacHeaders(scheme, idHeader, { digits, time, id });
}

/** How the sender that a team's settings describe signs. `idHeader`: where the id of a delivery stands, if it is a header. */
export function signConfigured(signature: GenericSignature, idHeader: string | null): IntegrationSource["sign"] {
  const id = (signing: Signing) => (idHeader === null ? {} : { [idHeader]: signing.id });
  switch (signature.scheme) {
    case "hmac":
      return (body, signing) => signHmac(signature, idHeader, body, signing);
    case "token":
      return (_body, signing) => ({ ...id(signing), [signature.header]: `${signature.prefix ?? ""}${signing.secret}` });
    case "basic":
      return (_body, signing) => ({
        ...id(signing),
        Authorization: `Basic ${Buffer.from(`${signature.username}:${signing.secret}`).toString("base64")}`,
      });
    case "bodyToken":
      // It stands in the sample itself.
      return (_body, signing) => id(signing);
    case "standard":
      return signStandard;
  }
}

/** The same in a shell; undefined where one cannot. */
export function shellConfigured(signature: GenericSignature, idHeader: string | null): Headers | undefined {
  const id = idHeader === null ? {} : { [idHeader]: "$ID" };
  switch (signature.scheme) {
    case "hmac": {
      const {
        algorithm = "sha256",
        encoding = "hex",
        secretEncoding = "text",
        signed = "{body}",
        timestamp,
      } = signature;
      if (secretEncoding !== "text" || (timestamp?.unit ?? "s") !== "s" || !/^[\w.:{}-]+$/.test(signed))
        return undefined;
      const places: Record<string, string> = { body: "$BODY", timestamp: "$TIME", id: "$ID" };
      const text = splitSigned(signed)
        .map((part, index) => (index % 2 === 0 ? part : places[part]))
        .join("");
      const digest = `printf %s "${text}" | openssl dgst -${algorithm} -hmac "$SECRET"`;
      const digits = encoding === "hex" ? `$(${digest} | sed 's/.* //')` : `$(${digest} -binary | openssl base64 -A)`;
      return hmacHeaders(signature, idHeader, { digits, time: "$TIME", id: "$ID" });
    }
    case "token":
      return { ...id, [signature.header]: `${signature.prefix ?? ""}$SECRET` };
    case "basic":
      return { ...id, Authorization: `Basic $(printf %s "${signature.username}:$SECRET" | openssl base64 -A)` };
    case "bodyToken":
      return undefined;
    case "standard":
      return STANDARD_IN_SHELL;
  }
}
