import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WireAnswer } from './encode.ts';
import { encodeError } from './errors.ts';
import type { FaultDecision } from './faults.ts';
import type { Identity } from './identify.ts';

/** The answer of a fault that needs no true answer to spoil; undefined for the other faults. */
export function broken(identity: Identity, account: string, decision: FaultDecision): WireAnswer | undefined {
  if (decision.error !== undefined) return encodeError(identity, account, decision.error);
  const { kind } = decision;
  if (kind === 'throttle') return encodeError(identity, account, 'throttled');
  if (kind === 'internal' || kind === 'unavailable') return encodeError(identity, account, kind);
  return kind === 'bad-gateway' ? badGateway : undefined;
}

/** What a proxy or load balancer on the way answers. */
const badGateway: WireAnswer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>'),
};

/** Writes an answer, spoiled the way the decision says. */
export async function send(
  response: ServerResponse,
  answer: WireAnswer,
  decision: FaultDecision,
  headOnly: boolean,
): Promise<void> {
  if (response.destroyed) return;
  const body = spoilt(answer.body, decision.kind);
  const length = headOnly ? {} : { 'content-length': body.length };
  const type = decision.kind === 'page' ? { 'content-type': 'text/html' } : {};
  response.writeHead(answer.status, { ...answer.headers, ...type, ...length });
  if (headOnly) {
    response.end();
    return;
  }
  if (decision.kind === 'truncate') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
    if (body.length < 2) response.socket?.destroy();
    return;
  }
  if (decision.kind === 'slow') await trickle(response, body, decision.slowMs);
  if (!response.destroyed) response.end(decision.kind === 'slow' ? undefined : body);
}

/** The body of a fault that lets the head of the answer be. */
function spoilt(body: Buffer, kind: FaultDecision['kind']): Buffer {
  if (kind === 'malformed') return spoil(body);
  if (kind === 'empty') return Buffer.alloc(0);
  if (kind === 'cut') return body.subarray(0, Math.ceil(body.length / 2));
  if (kind === 'page') return badGateway.body;
  if (kind === 'undecodable')
    return Buffer.from(body.toString('latin1').replaceAll('\u00EF\u00BF\u00BD', '\u00FF\u00C3\u00FE'), 'latin1');
  if (kind === 'foreign')
    return Buffer.from(body[0] === 0x3c ? '<Portal><signIn>first</signIn></Portal>' : '{"error":"sign in first"}');
  return body;
}

/** Keeps the length and the beginning, so that only a parser notices. */
function spoil(body: Buffer): Buffer {
  const spoiled = Buffer.from(body.length === 0 ? '<' : body);
  spoiled.fill(0x3c, Math.floor(spoiled.length / 2));
  return spoiled;
}

async function trickle(response: ServerResponse, body: Buffer, totalMs: number): Promise<void> {
  const steps = 10;
  const size = Math.ceil(body.length / steps) || 1;
  response.flushHeaders();
  for (let step = 0; step < steps && !response.destroyed; step++) {
    await sleep(totalMs / steps);
    response.write(body.subarray(step * size, (step + 1) * size));
  }
}
