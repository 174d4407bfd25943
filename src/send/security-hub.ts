import { codeOf, failedOnTheWay, shownMessage } from '../aws/errors.ts';
import { pause } from '../aws/pause.ts';
import { securityhub } from '../services/securityhub/service.ts';
import { isRecord } from '../text/record.ts';
import type { Writer } from './client.ts';

/**
 * What BatchImportFindings takes: 100 findings and 6 MB a batch, 240 KB a finding, ten batches a second
 * (https://docs.aws.amazon.com/securityhub/latest/partnerguide/guidelines-batchimportfindings.html). Whether a MB has 1,000,000 or
 * 1,048,576 bytes is not said: the smaller is meant here.
 */
export const limits = { findings: 100, batchBytes: 6_000_000, findingBytes: 240_000, gapMs: 110 } as const;

/** A finding as it is sent. */
export interface Sendable {
  readonly id: string;
  /** The region of its product's ARN, where it is to be sent. */
  readonly region: string;
  /** ASFF, in JSON. */
  readonly text: string;
  /** As messages name it. */
  readonly label: string;
}

export interface Batch {
  readonly region: string;
  readonly findings: readonly Sendable[];
  /** Of the request. */
  readonly bytes: number;
}

/** A finding that was not taken, and why. */
export interface NotTaken {
  readonly finding: Sendable;
  readonly why: string;
}

const frame = Buffer.byteLength('{"Findings":[]}');

/**
 * Findings in batches, each of one region and within the limits. Memory follows the regions, not the findings.
 * @param tooLarge told of each finding that Security Hub would take in no batch
 */
export function* batchesOf(findings: Iterable<Sendable>, tooLarge: (none: NotTaken) => void): Generator<Batch> {
  const open = new Map<string, { findings: Sendable[]; bytes: number }>();
  for (const finding of findings) {
    const size = Buffer.byteLength(finding.text) + 1;
    if (size > limits.findingBytes) {
      tooLarge({ finding, why: `it has ${size} bytes, and Security Hub takes ${limits.findingBytes}` });
      continue;
    }
    const { region } = finding;
    let batch = open.get(region) ?? { findings: [], bytes: frame };
    if (batch.findings.length >= limits.findings || batch.bytes + size > limits.batchBytes) {
      yield { region, ...batch };
      batch = { findings: [], bytes: frame };
    }
    batch.findings.push(finding);
    batch.bytes += size;
    open.set(region, batch);
  }
  for (const [region, batch] of open) yield { region, ...batch };
}

/** What became of all that was sent. */
export interface Sent {
  readonly taken: number;
  readonly batches: number;
  /** What was refused one by one. */
  readonly refused: readonly NotTaken[];
  /** What was refused as a whole, by region, and why. */
  readonly unsent: readonly { readonly region: string; readonly findings: number; readonly why: string }[];
}

/** Of these the next batch of the region is told the same: Security Hub is off there, or may not be used. */
const ofTheRegion = new Set(['InvalidAccessException', 'AccessDeniedException', 'UnrecognizedClientException']);

/**
 * Sends batches one after another, no faster than Security Hub takes them. A finding is known by its id: what is sent again, because an
 * answer was lost or somebody sends the same result twice, is the same finding.
 */
export async function sendBatches(
  writer: Writer,
  batches: Iterable<Batch>,
  { wait = (ms: number) => pause(ms, undefined), now = Date.now } = {},
): Promise<Sent> {
  const refused: NotTaken[] = [];
  const unsent = new Map<string, { findings: number; why: string }>();
  const closed = new Map<string, string>();
  let [taken, sent, last] = [0, 0, -Infinity];
  let lostRegions = 0;
  /** Why nothing more can be sent to anywhere. */
  let away: string | undefined;
  const leave = ({ region, findings }: Batch, why: string): void => {
    const before = unsent.get(region);
    unsent.set(region, { findings: (before?.findings ?? 0) + findings.length, why: before?.why ?? why });
  };
  for (const batch of batches) {
    const why = away ?? closed.get(batch.region);
    if (why !== undefined) {
      leave(batch, why);
      continue;
    }
    // One after the other on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await wait(Math.max(0, last + limits.gapMs - now()));
    last = now();
    try {
      // oxlint-disable-next-line no-await-in-loop
      const failed = await importBatch(writer, batch);
      sent += 1;
      taken += batch.findings.length - failed.length;
      refused.push(...failed);
    } catch (error) {
      const said = `${codeOf(error)}: ${shownMessage(error)}`;
      const lost = failedOnTheWay(error);
      if (lost || ofTheRegion.has(codeOf(error))) closed.set(batch.region, said);
      // One region may be blocked or have a bad day. Where two cannot be reached the network is away, and each takes patience.
      if (lost && (lostRegions += 1) > 1) away = said;
      leave(batch, said);
    }
  }
  return {
    taken,
    batches: sent,
    refused,
    unsent: [...unsent].map(([region, { findings, why }]) => ({ region, findings, why })),
  };
}

/** @returns what was refused of the batch @throws `Error` for an answer that does not tell of all of it */
async function importBatch(writer: Writer, { region, findings }: Batch): Promise<NotTaken[]> {
  // https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
  const { body } = await writer.send({
    service: securityhub,
    operation: 'securityhub:BatchImportFindings',
    region,
    method: 'POST',
    path: '/findings/import',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(`{"Findings":[${findings.map(({ text }) => text).join(',')}]}`),
  });
  const answer = answerIn(body);
  const { SuccessCount: succeeded, FailedCount: failed } = answer;
  if (typeof succeeded !== 'number' || typeof failed !== 'number' || succeeded + failed !== findings.length)
    throw new Error(`Security Hub's answer does not tell what became of ${findings.length} findings`);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const listed = Array.isArray(answer['FailedFindings']) ? (answer['FailedFindings'] as unknown[]) : [];
  const refused = listed.flatMap((one): NotTaken[] => {
    if (!isRecord(one)) return [];
    const { Id: id, ErrorCode: code, ErrorMessage: message } = one;
    const finding = typeof id === 'string' ? byId.get(id) : undefined;
    return finding === undefined
      ? []
      : [
          {
            finding,
            why: shownMessage(new Error([code, message].filter((text) => typeof text === 'string').join(': '))),
          },
        ];
  });
  if (refused.length !== failed)
    throw new Error(`Security Hub refused ${failed} of ${findings.length} findings and named ${refused.length}`);
  return refused;
}

function answerIn(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (isRecord(answer)) return answer;
  } catch {
    // What is no JSON is told as such below.
  }
  throw new Error("Security Hub's answer is no JSON object");
}
