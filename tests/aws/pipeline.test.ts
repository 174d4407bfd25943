import { Access } from '../../src/aws/access.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Service } from '../../src/aws/service.ts';
import { Signer } from '../../src/aws/signature.ts';
import { Transport } from '../../src/aws/transport.ts';
import type { WireAnswer, WireRequest } from '../../src/aws/transport.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { encodeOutput } from '../../src/stand-in/encode.ts';
import { identify } from '../../src/stand-in/identify.ts';
import type { Operation } from '../../src/stand-in/models.ts';
import { membersOf, serviceById } from '../../src/stand-in/models.ts';
import { sample } from '../../src/stand-in/sample.ts';
import { accessTo } from '../helpers/connection.ts';

const allowed = callsOfPlan(planFor(checks, { tags: true }));
const ofService = (service: Service) => allowed.filter((each) => each.service === service);
/** Every operation that any check's resource types declare. */
const declared = allowed.flatMap(({ service, calls }) =>
  calls.map((operation) => ({ service, operation, name: `${service.id}:${operation}` })),
);
const keys = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret', sessionToken: 'token' };
const credentials = (): Promise<typeof keys> => Promise.resolve(keys);

interface Client {
  send(command: object): Promise<object>;
}
type Module = Record<string, new (input: object) => object> & { Client: new (config: object) => Client };

const moduleOf = async (service: Service): Promise<Module> => (await service.load()) as Module;

async function commandOf(service: Service, operation: string, input: object): Promise<object> {
  const Command = (await moduleOf(service))[`${operation}Command`];
  if (Command === undefined) throw new Error(`${service.id} exports no ${operation}Command`);
  return new Command(input);
}

const modelOf = (service: Service, operation: string): Operation => {
  const found = serviceById(service.sdkId.toLowerCase().replaceAll(' ', '-')).model().operations.get(operation);
  if (found === undefined) throw new Error(`${service.id} has no operation ${operation}`);
  return found;
};

/** An input with every member that is a text, a number, a truth value or a list of texts. */
function inputFor(service: Service, operation: string): object {
  const input: Record<string, unknown> = {};
  for (const [name, member] of membersOf(modelOf(service, operation).input)) {
    if (name === 'Bucket') input[name] = 'a-bucket';
    else if (/^AccountId$/.test(name)) input[name] = '111122223333';
    // Kinesis is reached at a host of the account that the ARN names.
    else if (service.id === 'kinesis' && name.endsWith('ARN'))
      input[name] = 'arn:aws:kinesis:us-east-1:111122223333:stream/orders';
    else if (member.isStringSchema()) input[name] = `/a thing's (arn:aws:x:::y/z+*)`;
    else if (member.isNumericSchema()) input[name] = 7;
    else if (member.isBooleanSchema()) input[name] = true;
    else if (member.isListSchema() && member.getValueSchema().isStringSchema()) input[name] = ['b', 'a c'];
  }
  return input;
}

interface Asked {
  method: string;
  host: string;
  path: string;
  query: string[];
  headers: Record<string, string>;
  body: string;
}

/** Headers that the two may differ in: who asks, when, tries, and what is no part of the request. */
const ownHeaders = /^(user-agent|authorization|x-amz-date|amz-sdk-.*|x-amz-user-agent|connection)$/;

const textOf = (body: unknown): string =>
  typeof body === 'string' ? body : body === undefined ? '' : Buffer.from(body as Uint8Array).toString('utf8');

const essence = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      // Node adds the length of no body to what the SDK posts without one.
      .filter(([name, value]) => !ownHeaders.test(name) && !(name === 'content-length' && value === '0'))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

interface SdkRequest {
  method: string;
  hostname: string;
  port?: number;
  path: string;
  query?: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  body?: unknown;
}

/** What the SDK's clients are answered, and what they asked last. */
let answering: WireAnswer | undefined;
let askedBySdk: SdkRequest | undefined;
const requestHandler = {
  handle(request: SdkRequest) {
    askedBySdk = request;
    return Promise.resolve({ response: { ...answering, headers: { ...answering?.headers } } });
  },
};
const clients = new Map<string, Client>();

/** The SDK's client of a service in a region: making one takes longer than all that is sent through it. */
async function clientOf(service: Service, region: string): Promise<Client> {
  const key = `${service.id} ${region}`;
  const { Client } = await moduleOf(service);
  const client = clients.get(key) ?? new Client({ region, credentials, requestHandler, maxAttempts: 1 });
  clients.set(key, client);
  return client;
}

/** Sends a command through the SDK itself. */
async function throughSdk(
  service: Service,
  region: string,
  command: object,
  answer: WireAnswer,
): Promise<{ asked: Asked; raw: SdkRequest; output?: object; error?: unknown }> {
  const client = await clientOf(service, region);
  answering = answer;
  askedBySdk = undefined;
  const ended = await client.send(command).then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  );
  // The handler is called meanwhile.
  const raw = askedBySdk as SdkRequest | undefined;
  if (raw === undefined) throw ended['error' as never];
  const query = Object.entries(raw.query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one ?? '')}`),
  );
  const asked = {
    method: raw.method,
    host: raw.headers['host'] ?? raw.hostname,
    path: raw.path,
    query: query.sort(),
    headers: essence(raw.headers),
    body: textOf(raw.body),
  };
  return { asked, raw, ...ended };
}

/** Sends a command through the pipeline. */
async function throughPipeline(
  service: Service,
  region: string,
  command: object,
  ...answers: WireAnswer[]
): Promise<{ asked: Asked; all: WireRequest[]; output?: unknown; error?: unknown }> {
  return throughPool(service, region, command, answers, {});
}

/** Sends a command as a run does. */
async function throughPool(
  service: Service,
  region: string,
  command: object,
  answers: readonly WireAnswer[],
  { sdkClients = false },
): Promise<{ asked: Asked; all: WireRequest[]; output?: unknown; error?: unknown }> {
  const all: WireRequest[] = [];
  vi.spyOn(Transport.prototype, 'send').mockImplementation((wire) => {
    all.push(wire);
    const answer = answers[Math.min(all.length, answers.length) - 1];
    if (answer === undefined) throw new Error('no answer');
    return Promise.resolve({ ...answer, headers: { ...answer.headers } });
  });
  const access = accessTo(ofService(service), { sdkClients }, credentials);
  const sender = await access.get(service, region);
  const ended = await sender.send(command).then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  );
  access.connection.close();
  const [wire] = all;
  if (wire === undefined) throw ended['error' as never];
  const [path = '', query = ''] = wire.path.split('?');
  const asked = {
    method: wire.method,
    host: wire.headers['host'] ?? '',
    path,
    query:
      query === ''
        ? []
        : query
            .split('&')
            .map((pair) => pair.replaceAll(/%2[178A9]/g, decodeURIComponent))
            .sort((a, b) => (a < b ? -1 : 1)),
    headers: essence(wire.headers),
    body: textOf(wire.body),
  };
  return { asked, all, ...ended };
}

/** A whole answer to the operation, made from its schema. */
async function answerTo(service: Service, region: string, operation: string, input: object): Promise<WireAnswer> {
  const key = `${service.id}:${operation}`;
  const made = answers.get(key) ?? (await makeAnswer(service, region, operation, input));
  answers.set(key, made);
  return made;
}
const answers = new Map<string, WireAnswer>();

async function makeAnswer(service: Service, region: string, operation: string, input: object): Promise<WireAnswer> {
  const blank = { statusCode: 200, headers: {}, body: new Uint8Array() };
  const { raw } = await throughSdk(service, region, await commandOf(service, operation, input), blank);
  const texts = Object.fromEntries(Object.entries(raw.query ?? {}).map(([name, value]) => [name, String(value ?? '')]));
  const { model, protocol } = identify({
    method: raw.method,
    url: `${raw.path}?${new URLSearchParams(texts).toString()}`,
    headers: raw.headers,
    body: Buffer.from(textOf(raw.body)),
  });
  if (model === undefined) throw new Error(`${operation} is not recognised`);
  const { status, headers, body } = encodeOutput(
    model.service,
    model.operation,
    protocol,
    sample(model.operation.output),
  );
  return { statusCode: status, headers: { 'x-amzn-requestid': 'r-1', ...headers }, body };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;
const said = (error: unknown): object => {
  const { name, message, $metadata } = error as { name: string; message: string; $metadata: object };
  return { name, message, $metadata: plain($metadata) };
};

afterEach(() => void vi.restoreAllMocks());

describe.each(declared)('$name', ({ service, operation }) => {
  const region = service.scope === 'global' ? 'us-east-1' : 'eu-west-1';

  it('is asked for as the SDK asks, and read as the SDK reads', async () => {
    const input = inputFor(service, operation);
    const answer = await answerTo(service, region, operation, input);
    const sdk = await throughSdk(service, region, await commandOf(service, operation, input), answer);
    const own = await throughPipeline(service, region, await commandOf(service, operation, input), answer);
    expect(own.asked).toEqual({
      ...sdk.asked,
      query: sdk.asked.query.map((q) => q.replaceAll(/%2[178A9]/g, decodeURIComponent)),
    });
    expect(own.error).toBeUndefined();
    const { $metadata: _, ...output } = own.output as { $metadata: object };
    const { $metadata: _sdk, ...expected } = sdk.output as { $metadata: object };
    expect(plain(output)).toEqual(plain(expected));
  });

  it("is sent by the SDK's own client when that is asked for, and read the same", async () => {
    const input = inputFor(service, operation);
    const answer = await answerTo(service, region, operation, input);
    const sdk = await throughPool(service, region, await commandOf(service, operation, input), [answer], {
      sdkClients: true,
    });
    const own = await throughPipeline(service, region, await commandOf(service, operation, input), answer);
    expect(sdk.error).toBeUndefined();
    expect({ ...sdk.asked, headers: Object.keys(sdk.asked.headers) }).toEqual({
      ...own.asked,
      headers: Object.keys(own.asked.headers),
    });
    expect(plain({ ...(sdk.output as object), $metadata: 0 })).toEqual(
      plain({ ...(own.output as object), $metadata: 0 }),
    );
    const page = { statusCode: 200, headers: {}, body: Buffer.from('<!DOCTYPE html><html>sign in</html>') };
    const foreign = await throughPool(service, region, await commandOf(service, operation, input), [page], {
      sdkClients: true,
    });
    expect(foreign.output).toBeUndefined();
  });

  it('fails as it does through the SDK', async () => {
    const input = inputFor(service, operation);
    const headers = { 'content-type': 'application/xml', 'x-amzn-errortype': 'AccessDeniedException' };
    const texts = [
      '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no, not you</Message></Error></ErrorResponse>',
      '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>',
      '<Error><Code>NoSuchBucket</Code><Message>none</Message></Error>',
      '{"__type":"com.amazonaws#AccessDeniedException","message":"no"}',
    ];
    for (const [at, text] of texts.entries()) {
      const answer = { statusCode: 403, headers: at === 3 ? headers : {}, body: Buffer.from(text) };
      const sdk = await throughSdk(service, region, await commandOf(service, operation, input), answer);
      const own = await throughPipeline(service, region, await commandOf(service, operation, input), answer);
      const expected = said(sdk.error);
      // What the SDK cannot read is no refusal of AWS: it keeps its status, and is not tried again like a cut answer.
      if (/Deserialization error/.test((sdk.error as Error).message)) {
        expect(said(own.error)).toMatchObject({
          name: 'ForeignAnswer',
          message: 'HTTP 403 with a text that is none of AWS: a proxy or firewall?',
          $metadata: { httpStatusCode: 403 },
        });
        continue;
      }
      const {
        attempts: _,
        totalRetryDelay: __,
        ...metadata
      } = (expected as { $metadata: Record<string, unknown> }).$metadata;
      expect(said(own.error)).toEqual({ ...expected, $metadata: metadata });
    }
  });

  it('has the signature the SDK would give it', async () => {
    const input = inputFor(service, operation);
    const answer = { statusCode: 500, headers: {}, body: new Uint8Array() };
    const { raw } = await throughSdk(service, region, await commandOf(service, operation, input), answer);
    const { authorization = '' } = raw.headers;
    const [, scope = '', list = ''] =
      /Credential=[^/]+\/\d+\/(.+)\/aws4_request, SignedHeaders=([^,]+)/.exec(authorization) ?? [];
    const [signedFor = '', name = ''] = scope.split('/');
    const date = raw.headers['x-amz-date'] ?? '';
    const headers = Object.fromEntries(list.split(';').map((header) => [header, String(raw.headers[header])]));
    const encoded = (text: string): string =>
      encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const query = Object.entries(raw.query ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, value]) =>
        [value]
          .flat()
          .map((one) => `${encoded(key)}=${encoded(one ?? '')}`)
          .sort((a, b) => (a < b ? -1 : 1)),
      )
      .join('&');
    const unsigned = { method: raw.method, path: raw.path, query, headers, body: textOf(raw.body) };
    new Signer().sign(
      unsigned,
      keys,
      { region: signedFor, name, plainPath: name === 's3' },
      new Date(date.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')),
    );
    expect(unsigned.headers['authorization']).toBe(authorization);
    // And it is signed for the region and the service that the SDK signs it for.
    const own = await throughPipeline(service, region, await commandOf(service, operation, input), answer);
    expect(own.all[0]?.headers['authorization']).toContain(`/${scope}/aws4_request`);
  });
});

describe('endpoints', () => {
  const found = (id: string): Service => {
    const call = declared.find(({ service }) => service.id === id);
    if (call === undefined) throw new Error(`no check reads ${id}`);
    return call.service;
  };
  const blank = { statusCode: 500, headers: {}, body: new Uint8Array() };
  it.each<[string, string, string, object]>([
    ['s3', 'GetBucketAcl', 'eu-west-1', { Bucket: 'plain' }],
    ['s3', 'GetBucketAcl', 'eu-west-1', { Bucket: 'with.dots' }],
    ['s3', 'GetBucketAcl', 'us-east-1', { Bucket: 'With_Capitals' }],
    ['s3', 'GetBucketAcl', 'us-east-1', { Bucket: 'ab' }],
    ['s3', 'GetBucketAcl', 'us-east-1', { Bucket: '192.168.1.1' }],
    ['s3', 'GetBucketAcl', 'cn-north-1', { Bucket: 'plain' }],
    ['s3', 'ListBuckets', 'us-east-1', {}],
    ['s3', 'ListBuckets', 'us-gov-west-1', {}],
    ['s3control', 'GetPublicAccessBlock', 'eu-west-1', { AccountId: '111122223333' }],
    ['iam', 'GetAccountSummary', 'us-east-1', {}],
    ['iam', 'GetAccountSummary', 'cn-north-1', {}],
    ['iam', 'GetAccountSummary', 'us-gov-west-1', {}],
    ['sts', 'GetCallerIdentity', 'us-gov-west-1', {}],
    ['route53', 'ListHostedZones', 'us-east-1', {}],
    ['cloudfront', 'ListDistributions', 'us-east-1', {}],
    ['shield', 'ListProtections', 'us-east-1', {}],
    ['kms', 'ListKeys', 'il-central-1', {}],
  ])('%s:%s in %s of %j are those of the SDK', async (id, operation, region, input) => {
    const service = found(id);
    const sdk = await throughSdk(service, region, await commandOf(service, operation, input), blank);
    const own = await throughPipeline(service, region, await commandOf(service, operation, input), blank);
    expect([own.asked.host, own.asked.path]).toEqual([sdk.asked.host, sdk.asked.path]);
    const scope = (text: string | undefined): string => /\d{8}\/(.+?),/.exec(text ?? '')?.[1] ?? '';
    expect(scope(own.all[0]?.headers['authorization'])).toBe(scope(sdk.raw.headers['authorization']));
  });
});

describe('a clock that is off', () => {
  const sts = declared.find(({ service }) => service.id === 'iam')?.service;
  const theirs = new Date(Date.now() + 3600_000);
  const refusal = {
    statusCode: 403,
    headers: { date: theirs.toUTCString() },
    body: Buffer.from(
      '<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>Signature expired</Message></Error></ErrorResponse>',
    ),
  };
  const stamp = (wire: WireRequest | undefined): number =>
    Date.parse((wire?.headers['x-amz-date'] ?? '').replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));

  it('is corrected by the time of the refusal, and the request is signed again, once', async () => {
    if (sts === undefined) throw new Error('no check reads iam');
    const { all, error } = await throughPipeline(
      sts,
      'us-east-1',
      await commandOf(sts, 'GetAccountSummary', {}),
      refusal,
    );
    expect(all).toHaveLength(2);
    expect(Math.abs(stamp(all[0]) - Date.now())).toBeLessThan(60_000);
    expect(Math.abs(stamp(all[1]) - theirs.getTime())).toBeLessThan(60_000);
    expect(error).toMatchObject({ name: 'SignatureDoesNotMatch' });
  });

  it('is corrected for each of those that were signed before it was known', async () => {
    if (sts === undefined) throw new Error('no check reads iam');
    const all: WireRequest[] = [];
    vi.spyOn(Transport.prototype, 'send').mockImplementation((wire) => {
      all.push(wire);
      return Promise.resolve({ ...refusal, headers: { ...refusal.headers } });
    });
    const one = accessTo([{ service: sts, calls: ['GetAccountSummary'] }]);
    const other = new Access(one.connection, credentials);
    const command = await commandOf(sts, 'GetAccountSummary', {});
    await Promise.allSettled([one, other].map(async (access) => (await access.get(sts, 'us-east-1')).send(command)));
    expect(all.map((wire) => stamp(wire) > Date.now() + 60_000)).toEqual([false, false, true, true]);
  });

  it('is left alone when the answer says the same time, or comes out of a cache', async () => {
    if (sts === undefined) throw new Error('no check reads iam');
    for (const headers of [{ date: new Date().toUTCString() }, { ...refusal.headers, age: '3600' }, {}]) {
      const answer = { ...refusal, headers } as WireAnswer;
      const { all } = await throughPipeline(sts, 'us-east-1', await commandOf(sts, 'GetAccountSummary', {}), answer);
      expect(all).toHaveLength(1);
    }
  });
});
