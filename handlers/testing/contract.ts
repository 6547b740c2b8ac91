import Ajv, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { z } from "zod";
import type { TestAnswer } from "./test-server";

const mediaSchema = z.object({ schema: z.record(z.string(), z.unknown()), example: z.unknown().optional() }).loose();
const answerSchema = z.object({
  headers: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), mediaSchema).optional(),
});
const operationSchema = z
  .object({
    operationId: z.string(),
    parameters: z.array(z.object({ name: z.string(), in: z.string() }).loose()).optional(),
    requestBody: z
      .object({ content: z.record(z.string(), mediaSchema) })
      .loose()
      .optional(),
    responses: z.record(z.string(), answerSchema.loose()),
  })
  .loose();

/** What the tests look at in the document; whether the whole is OpenAPI, its own schema says. */
export const documentSchema = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), operationSchema)),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }).loose(),
  })
  .loose();

export type Document = z.infer<typeof documentSchema>;

/** Headers that an answer may only have when the document says so. */
const TOLD = ["link", "etag", "location", "retry-after", "idempotency-replayed", "www-authenticate"];

/** The document as a judge of values and answers. */
export class Contract {
  private readonly ajv = addFormats(new Ajv({ strict: true, strictTypes: false, allErrors: true }));

  constructor(readonly document: Document) {
    const $defs = this.rooted(document.components.schemas);
    this.ajv.addSchema({ $id: "document", $defs });
  }

  /** References into the document as references into the schema that ajv knows. */
  private rooted(part: unknown): unknown {
    return JSON.parse(JSON.stringify(part).replaceAll("#/components/schemas/", "document#/$defs/"));
  }

  /** What is wrong with a value under a schema of the document; null when nothing is. */
  fault(schema: unknown, value: unknown): string | null {
    const rooted = this.rooted(schema);
    if (typeof rooted !== "object" || rooted === null) return "there is no schema";
    const validate: ValidateFunction = this.ajv.compile(rooted);
    return validate(value) ? null : this.ajv.errorsText(validate.errors);
  }

  /** What is wrong with a real answer of an operation, `GET /api/health`; null when nothing is. */
  answerFault(name: string, answer: TestAnswer): string | null {
    const [method = "", path = ""] = name.split(" ");
    const told = this.document.paths[path]?.[method.toLowerCase()]?.responses[answer.status];
    if (told === undefined) return `${answer.status} is not in the document`;
    const headers = Object.keys(told.headers ?? {}).map((header) => header.toLowerCase());
    for (const header of TOLD) {
      if (answer.headers.has(header) && !headers.includes(header)) return `the header ${header} is not in the document`;
    }
    const type = answer.headers.get("content-type")?.split(";")[0] ?? null;
    if (type === null) return told.content === undefined && answer.text === "" ? null : "a body is missing";
    const media = told.content?.[type];
    return media === undefined
      ? `${type} is not in the document`
      : this.fault(media.schema, answer.body ?? answer.text);
  }
}
