// Beside the path of a webhook: what the delivery log is to know of one call.
import { asActivityError } from "@/activity/errors";
import { decryptSecret } from "@/auth/secrets";
import type { Driver } from "@/db/drivers/driver";
import { type LogEntry, logDeliveries } from "@/db/queries/deliveries/log-deliveries";
import { logRefusal } from "@/db/queries/deliveries/log-refusal";
import { listEndpointSecrets } from "@/db/queries/integrations/list-endpoint-secrets";
import type { CapturedDelivery } from "@/ingest/capture-delivery";
import { diagnoseRefusal } from "@/ingest/diagnose-refusal";
import type { Delivery, IntegrationSource } from "@/ingest/integrations/integration-source";
import type { Refusal } from "@/ingest/integrations/signature/verdict";
import { newId } from "@/ingest/new-id";
import type { Call } from "../call";
import { PROBLEMS } from "../problem";
import { keptHeaders, sealDelivery } from "./seal-delivery";

/** Bytes that are kept of the body of a refused call, which anybody may have sent. */
const REFUSED_BYTES = 65_536;

export class DeliveryNotes {
  private readonly startedAt = performance.now();
  private readonly receivedAt = new Date();
  private read: Uint8Array = new Uint8Array();
  /** Of the line. */
  readonly id = newId();

  constructor(
    private readonly call: Pick<Call, "header" | "headers" | "body">,
    private readonly integration: { teamId: string; id: string },
    private readonly source: IntegrationSource,
    /** The delivery's id when it is a test of ours: it stands in the place of what the source reads, so that the log tells them apart. */
    readonly testId: string | null = null,
  ) {}

  /** The call's body; one that is too large, or does not come in whole, is noted as refused. */
  async body(driver: Driver): Promise<Uint8Array> {
    try {
      this.read = await this.call.body(this.source.maxBytes);
      return this.read;
    } catch (error) {
      const code = asActivityError(error)?.code;
      if (code === "payload_too_large" || code === "incomplete_body") {
        const diagnosis = { code: code === "payload_too_large" ? "too_large" : "incomplete" };
        await logRefusal(driver.db, this.entry("refused", PROBLEMS[code].status, { diagnosis }));
      }
      throw error;
    }
  }

  /** Headers and body as they are kept. */
  async seal(mostBytes = Number.POSITIVE_INFINITY): Promise<string> {
    const body = this.read.byteLength > mostBytes ? this.read.subarray(0, mostBytes) : this.read;
    return await sealDelivery({ headers: keptHeaders(this.call, this.source.secretHeaders), body });
  }

  /** Notes a refusal with what is likely to have caused it. */
  async refused(driver: Driver, refusal: Refusal, secrets: readonly string[]): Promise<void> {
    const endpoints = refusal.code === "wrong_signature" ? await this.otherEndpoints(driver) : [];
    const endpoint = { source: this.source, secrets, others: endpoints };
    const diagnosis = diagnoseRefusal(refusal, endpoint, this.delivery, this.receivedAt);
    const sealed = await this.seal(REFUSED_BYTES);
    const { status } = PROBLEMS.invalid_signature;
    await logRefusal(driver.db, this.entry("refused", status, { diagnosis, sealed }));
  }

  /** Notes a delivery that asked for no more than an answer. */
  async answered(driver: Driver): Promise<void> {
    await logDeliveries(driver.db, [this.entry("answered", 200, {})]);
  }

  /** Notes a genuine delivery whose body is of no use. */
  async unusable(driver: Driver, status: number, why: string): Promise<void> {
    const sealed = await this.seal(REFUSED_BYTES);
    await logDeliveries(driver.db, [
      this.entry("unusable", status, { diagnosis: { code: "unusable", message: why }, sealed }),
    ]);
  }

  /** The line of a delivery that was stored, now or before. `fault`: why its mapping could not tell it. */
  stored({ isDuplicate, activityIds }: CapturedDelivery, fault: string | null, sealed: string): LogEntry {
    const diagnosis = fault === null ? null : { code: "mapping_failed", message: fault };
    return isDuplicate
      ? this.entry("duplicate", 200, { activityIds })
      : this.entry("stored", 201, { activityIds, diagnosis, sealed });
  }

  private get delivery(): Delivery {
    return { header: this.call.header, headers: this.call.headers, body: this.read };
  }

  private entry(outcome: LogEntry["outcome"], status: number, more: Partial<LogEntry>): LogEntry {
    return {
      teamId: this.integration.teamId,
      id: this.id,
      integrationId: this.integration.id,
      deliveryId: this.testId ?? this.source.deliveryId(this.delivery),
      receivedAt: this.receivedAt,
      outcome,
      status,
      eventName: this.source.eventName(this.delivery),
      diagnosis: null,
      tookMs: Math.round(performance.now() - this.startedAt),
      activityIds: [],
      bodyBytes: this.read.byteLength,
      sealed: null,
      ...more,
    };
  }

  private async otherEndpoints({ db }: Driver) {
    const { teamId, id } = this.integration;
    const others = await listEndpointSecrets(db, teamId, id);
    return others.map(({ name, secret }) => ({ name, secrets: [decryptSecret(secret)] }));
  }
}
