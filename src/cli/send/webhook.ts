import { formats } from '../../../reports/index.ts';
import { bundleOf } from '../../aws/trust.ts';
import { configure } from '../../aws/configuration.ts';
import { readSharedFiles } from '../../aws/shared-files.ts';
import type { AnyResult } from '../../engine/result.ts';
import { AuditError } from '../../program/errors.ts';
import { neverShow } from '../../secrets/redact.ts';
import { summaryOf } from '../../send/summary.ts';
import type { Payload } from '../../send/webhook.ts';
import { addressOf, headersOf, post, variableOf } from '../../send/webhook.ts';
import { toJson } from '../../text/escape.ts';
import { oneOf } from '../door/options.ts';
import { writeStdout } from '../output.ts';
import type { SendOptions } from './options.ts';
import { assertOnly } from './options.ts';

const usualMost = 5_000_000;
const bodies = ['summary', 'ocsf', 'ndjson'] as const;

/** Posts a result to a webhook. */
export async function sendToWebhook(result: AnyResult, options: SendOptions): Promise<number> {
  assertOnly(options, 'webhook', ['to', 'toEnv', 'format', 'headerEnv', 'secretEnv', 'maxBytes', 'timeout']);
  const { env } = process;
  const { to, toEnv, secretEnv, maxBytes = usualMost, timeout } = options;
  if ((to === undefined) === (toEnv === undefined))
    throw new AuditError('usage', to === undefined ? '--to is missing' : '--to and --to-env name one address twice', {
      hint: 'Write it as --to https://receiver.example/path, or put it into a variable: --to-env NAME.',
    });
  const url =
    to === undefined ? addressOf(variableOf(toEnv ?? '', env, '--to-env'), '--to-env') : addressOf(to, '--to');
  const headers = headersOf(options.headerEnv, env);
  const secret = secretEnv === undefined ? undefined : variableOf(secretEnv, env, '--secret-env');
  neverShow([secret]);
  const payload = await payloadOf(result, options.format);
  const { length } = payload.body;
  if (length > maxBytes)
    throw new AuditError('usage', `it would be ${length} bytes, and --max-bytes is ${maxBytes}`, {
      hint: 'Send --format summary, or raise it where the receiver takes more.',
    });
  if (options.dryRun === true) {
    await writeStdout([`Nothing is sent. To ${url.host} would go ${length} bytes of ${payload.type}.\n`]);
    return 0;
  }
  const bundle = await bundleOf(configure({}, env, await readSharedFiles(env)), env);
  const status = await post(url, payload, {
    headers,
    secret,
    env,
    bundle,
    ...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
  });
  await writeStdout([`${url.host} took ${length} bytes (HTTP ${status}).\n`]);
  return 0;
}

async function payloadOf(result: AnyResult, asked: readonly string[]): Promise<Payload> {
  const [name = 'summary', ...more] = asked;
  if (more.length > 0) throw new AuditError('usage', '--format: a webhook gets one format');
  const format = oneOf('--format', name, bodies);
  if (format === 'summary') return { body: Buffer.from(`${toJson(summaryOf(result))}\n`), type: 'application/json' };
  const reporter = await formats[format].load();
  const body = Buffer.concat([...reporter.render(result, {})].map((chunk) => Buffer.from(chunk)));
  return { body, type: format === 'ndjson' ? 'application/x-ndjson' : 'application/json' };
}
