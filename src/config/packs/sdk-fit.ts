import { silent } from '../../aws/clients.ts';
import type { Check } from '../../engine/check.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { AuditError, messageOf } from '../../program/errors.ts';
import { watchedWhile } from '../watchdog.ts';
import { askingIn } from '../../inventory/resource.ts';
import { typesOf } from './keys.ts';

type Service = AnyResourceType['service'];

/**
 * The clients that a pack may bring: those that carry the schemas which requests are written and answers are read by. Tried with
 * clients of 3.932.0 and those that this program is built with; what is between and after has to look the same.
 */
const sdkRange = { from: [3, 932], below: 4, text: '3.932.0 or later, below 4' } as const;

/** An SDK module, as far as it is looked at. */
interface SdkModule {
  readonly Client?: unknown;
  readonly [name: string]: unknown;
}

/**
 * Makes sure that the SDK clients which checks bring can be worked with, before anything is asked.
 * @param builtIn services that the program brings itself
 * @throws AuditError `config` naming the check's file, the client and its version
 */
export async function assertClients(checks: readonly Check[], builtIn: ReadonlySet<Service>): Promise<void> {
  const wanted = new Map<Service, { from: string; calls: Set<string> }>();
  for (const check of checks) {
    if (check.from === undefined) continue;
    for (const { service, calls } of typesOf(check).flatMap(askingIn)) {
      if (builtIn.has(service)) continue;
      const entry = wanted.get(service) ?? { from: check.from, calls: new Set() };
      wanted.set(service, entry);
      for (const call of calls) entry.calls.add(call);
    }
  }
  for (const [service, { from, calls }] of wanted) await assertClient(service, from, [...calls]);
}

async function assertClient(service: Service, from: string, calls: readonly string[]): Promise<void> {
  const what = `the SDK client of ${service.sdkId}`;
  const wrong = (problem: string, hint = `See docs/packs.md: clients of ${sdkRange.text}.`): AuditError =>
    new AuditError('config', `${from}: ${what} ${problem}`, { hint });
  let sdk: SdkModule;
  try {
    sdk = (await watchedWhile(`${from}: loading ${what}`, () => service.load())) as SdkModule;
  } catch (error) {
    throw wrong(`cannot be loaded (${messageOf(error)})`, 'Install it beside the check or pack that imports it.');
  }
  if (typeof sdk !== 'object' || sdk === null || typeof sdk.Client !== 'function')
    throw wrong(
      'is not what load() of its service gives: no Client',
      'load() gives { Client: sdk.…Client, …Command }.',
    );
  const { version, missing } = await looked(sdk.Client as ClientClass).catch((error: unknown) => {
    throw wrong(`cannot be made (${messageOf(error)})`);
  });
  if (version !== undefined && !isInRange(version)) throw wrong(`is ${version}; expected ${sdkRange.text}`);
  if (missing !== undefined) throw wrong(`${version ?? ''} has no ${missing}; expected ${sdkRange.text}`);
  for (const call of calls) {
    const Command = sdk[`${call}Command`];
    if (typeof Command !== 'function')
      throw wrong(`gives no ${call}Command, though ${call} is declared`, 'load() gives every declared command.');
    const { schema } = new (Command as new (input: object) => { schema?: unknown })({});
    if (!Array.isArray(schema) || schema[0] !== 9) throw wrong(`has a ${call}Command without a schema`);
  }
}

type ClientClass = new (config: object) => { readonly config: Readonly<Record<string, unknown>> };

/** What a client says of itself: its version, and what of that which is worked with it lacks. */
async function looked(Client: ClientClass): Promise<{ version: string | undefined; missing: string | undefined }> {
  const { config } = new Client({
    region: 'us-east-1',
    credentials: () => Promise.reject(new Error('nothing is sent')),
    userAgentAppId: undefined,
    logger: silent,
  });
  const agent = config['defaultUserAgentProvider'];
  const pairs =
    typeof agent === 'function' ? ((await agent.call(config, config)) as readonly (readonly string[])[]) : [];
  const version = pairs.find(([name]) => name === 'aws-sdk-js')?.[1];
  const protocol = config['protocol'] as Readonly<Record<string, unknown>> | undefined;
  const missing =
    ['serializeRequest', 'deserializeResponse', 'getShapeId'].find((name) => typeof protocol?.[name] !== 'function') ??
    ['serviceId', 'defaultSigningName'].find((name) => typeof config[name] !== 'string') ??
    (typeof config['endpointProvider'] === 'function' ? undefined : 'endpointProvider');
  return { version, missing };
}

/** @param version e.g. `3.1164.0` */
export function isInRange(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (
    major < sdkRange.below && (major > sdkRange.from[0] || (major === sdkRange.from[0] && minor >= sdkRange.from[1]))
  );
}
