import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { AnswerGuard } from '../../src/aws/answers.ts';
import type { Access } from '../../src/aws/access.ts';
import { codeOf, MalformedAnswer, retryOf } from '../../src/aws/errors.ts';
import type { Service } from '../../src/aws/service.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { encodeOutput, type WireAnswer } from '../../src/stand-in/encode.ts';
import { identify } from '../../src/stand-in/identify.ts';
import { membersOf, serviceById, type Operation } from '../../src/stand-in/models.ts';
import { sample } from '../../src/stand-in/sample.ts';
import { soak } from '../e2e/faults/run.ts';
import { anyway, json, query, xml } from '../helpers/spoilt.ts';
import { accessTo } from '../helpers/connection.ts';

/** Every operation that any check's resource types declare. */
const declared = callsOfPlan(planFor(checks))
  .flatMap(({ service, calls }) =>
    calls.map((operation) => ({ service, operation, name: `${service.id}:${operation}` })),
  )
  .map((each, index) => ({ ...each, index }));
/** Of ways to spoil an answer those that an operation is tried with: in the short form every third, in turn, so that each service meets all. */
const inTurn = <T>(ways: readonly T[], operation: number): readonly T[] =>
  soak ? ways : ways.filter((_, way) => (way + operation) % 3 === 0);

/** The answer is the bucket's policy itself, whatever it says: reading it is what fails. */
const payloads = new Set(['s3:GetBucketPolicy']);

/** The parameters that a path needs. */
const inputFor = (operation: Operation): object =>
  Object.fromEntries(
    [...membersOf(operation.input)]
      .filter(
        ([, member]) =>
          member.getMergedTraits().httpLabel !== undefined || member.getMergedTraits()['hostLabel'] !== undefined,
      )
      .map(([name, member]) => [name, member.isNumericSchema() ? 1 : 'thing']),
  );

const modelOf = (service: Service, operation: string): Operation => {
  const found = serviceById(service.sdkId.toLowerCase().replaceAll(' ', '-')).model().operations.get(operation);
  if (found === undefined) throw new Error(`${service.id} has no operation ${operation}`);
  return found;
};

const html = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><p>Sign in</p></body></html>';
const foreign: Readonly<Record<string, string>> = {
  'a page': html,
  'a page without a document type': '<html><body>Blocked</body></html>',
  'another JSON': '{"error":"sign in first"}',
  'another XML': '<Access><granted>no</granted></Access>',
  'plain text': 'upstream connect error',
  blanks: '  \n',
};

let spoil: (answer: WireAnswer) => WireAnswer;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const raw = { method: request.method ?? '', url: request.url ?? '', headers: request.headers };
    const { model, protocol } = identify({ ...raw, body: Buffer.concat(chunks) });
    if (model === undefined) throw new Error(`no model for ${raw.method} ${raw.url}`);
    const whole = encodeOutput(model.service, model.operation, protocol, sample(model.operation.output));
    const { status, headers, body } = spoil(whole);
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
  });
});
let pool: Access;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpointUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pool = accessTo(callsOfPlan(planFor(checks)), { endpointUrl });
});
afterAll(() => {
  pool.connection.close();
  server.close();
});

/** What the caller gets: the output, or what was thrown. */
async function ask(
  service: Service,
  operation: string,
  how: typeof spoil,
): Promise<{ output?: object; error?: unknown }> {
  spoil = how;
  const module = (await service.load()) as Record<string, new (input: object) => object>;
  const Command = module[`${operation}Command`];
  if (Command === undefined) throw new Error(`${service.id} exports no ${operation}Command`);
  const client = await pool.get(service, 'us-east-1');
  try {
    return { output: (await client.send(new Command(inputFor(modelOf(service, operation))))) as object };
  } catch (error) {
    return { error };
  }
}

/** The body of a whole answer. */
async function wholeAnswer(service: Service, operation: string): Promise<string> {
  let body = '';
  await ask(service, operation, (answer) => {
    body = Buffer.from(answer.body).toString('utf8');
    return answer;
  });
  return body;
}

const formatOf = (body: string): 'json' | 'xml' | 'cbor' =>
  body.startsWith('{') ? 'json' : body.startsWith('<') ? 'xml' : 'cbor';

/** Says what is wrong when a spoilt answer is not refused as such. */
async function refused(service: Service, operation: string, how: typeof spoil): Promise<string | undefined> {
  const { output, error } = await ask(service, operation, how);
  if (error === undefined) return `answered ${JSON.stringify(output).slice(0, 200)}`;
  if (retryOf(error) !== 'transient') return `${codeOf(error)} is not tried again`;
  return undefined;
}

const replaced =
  (text: string): typeof spoil =>
  (answer) => ({ ...answer, body: Buffer.from(text) });

describe.each(declared)('$name', ({ service, operation, name, index }) => {
  it('is answered when the answer is whole', async () => {
    const { output, error } = await ask(service, operation, (answer) => answer);
    expect(error).toBeUndefined();
    expect(Object.keys(output ?? {}).filter((member) => member !== '$metadata')).not.toEqual([]);
  });

  it('is a failure when the answer is empty, cut off or of something else', async () => {
    const problems: Record<string, string | undefined> = {};
    problems['an empty body'] = await refused(service, operation, replaced(''));
    if (!payloads.has(name)) {
      for (const [what, text] of inTurn(Object.entries(foreign), index))
        problems[what] = await refused(service, operation, replaced(text));
      for (const share of inTurn([0.02, 0.3, 0.6, 0.9, 1], index)) {
        const cut = (answer: WireAnswer): WireAnswer => ({
          ...answer,
          body: answer.body.subarray(0, Math.min(Math.ceil(answer.body.length * share), answer.body.length - 1)),
        });
        problems[`cut at ${share}`] = await refused(service, operation, cut);
      }
    }
    expect(Object.entries(problems).filter(([, problem]) => problem !== undefined)).toEqual([]);
  });
});

/** How many spoilt answers were refused, by way. */
const refusals = new Map<string, number>();

describe.each(declared)('$name', ({ service, operation, name, index }) => {
  it('is a failure when the answer is none that the service could have sent', async () => {
    const seen = await wholeAnswer(service, operation);
    const format = payloads.has(name) ? 'payload' : formatOf(seen);
    const ways = { ...anyway, ...(format === 'json' ? json : {}), ...(format === 'xml' ? xml : {}) };
    if (format === 'xml' && seen.includes('Response ')) Object.assign(ways, query);
    const problems: Record<string, string | undefined> = {};
    for (const [what, spoiling] of inTurn(Object.entries(ways), index)) {
      if (format === 'payload' && !what.startsWith('HTTP')) continue;
      // The region is the root's own text: in CDATA it is the same, and another text is another region.
      if (operation === 'GetBucketLocation' && /CDATA|text beside/.test(what)) continue;
      let applies = false;
      const problem = await refused(service, operation, (answer) => {
        const spoilt = spoiling(answer);
        applies = spoilt !== undefined;
        return spoilt ?? answer;
      });
      if (!applies) continue;
      problems[what] = problem;
      refusals.set(what, (refusals.get(what) ?? 0) + 1);
    }
    expect(Object.entries(problems).filter(([, problem]) => problem !== undefined)).toEqual([]);
  });
});

it('every way to spoil an answer is tried with several operations', () => {
  const ways = [...Object.keys(anyway), ...Object.keys(json), ...Object.keys(xml), ...Object.keys(query)];
  expect(ways.filter((way) => (refusals.get(way) ?? 0) < 3)).toEqual([]);
});

describe('an answer of a newer service', () => {
  it.each(declared)('is taken with members and values that nobody knows yet: $name', async ({ service, operation }) => {
    const newer = (answer: WireAnswer): WireAnswer => {
      const whole = Buffer.from(answer.body).toString('utf8');
      if (whole.startsWith('{'))
        return { ...answer, body: Buffer.from(whole.replace('{', '{"Novelty":{"a":[1,{}]},')) };
      // After the opening tag of the output: its root, or the result in it.
      const open = whole.includes('Result>') ? /<\w+Result>/ : /<\w+[^>?]*>/;
      const body = whole.replace(open, (tag) => `${tag}<Novelty><a>1</a> text <b/></Novelty>`);
      return { ...answer, body: Buffer.from(body) };
    };
    const isText = operation === 'GetBucketPolicy' || operation === 'GetBucketLocation' || service.id === 'cloudwatch';
    const { error } = await ask(service, operation, isText ? (answer) => answer : newer);
    expect(error).toBeUndefined();
  });
});

describe('an answer that says "nothing here"', () => {
  it.each<[string, string, string]>([
    ['s3', 'GetBucketVersioning', '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>'],
    ['s3', 'GetBucketLogging', '<?xml version="1.0" encoding="UTF-8"?>\n<BucketLoggingStatus></BucketLoggingStatus>\n'],
    ['s3', 'GetBucketLocation', '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>'],
    ['cloudtrail', 'DescribeTrails', '{}'],
    ['cloudtrail', 'DescribeTrails', ' {\n}\n'],
    ['cloudtrail', 'DescribeTrails', '{"trailList":null}'],
    ['iam', 'ListSAMLProviders', '<ListSAMLProvidersResponse><ListSAMLProvidersResult/></ListSAMLProvidersResponse>'],
    ['ec2', 'DescribeVpcs', '<DescribeVpcsResponse><requestId>1</requestId><vpcSet/></DescribeVpcsResponse>'],
    ['cloudwatch', 'DescribeAlarms', '{}'],
  ])('of %s:%s is an answer: %j', async (id, operation, body) => {
    const found = declared.find((call) => call.service.id === id && call.operation === operation);
    if (found === undefined) throw new Error(`no check declares ${id}:${operation}`);
    const { error } = await ask(found.service, operation, (answer) => ({ ...answer, body: Buffer.from(body) }));
    expect(error).toBeUndefined();
  });
});

describe('a CBOR answer', () => {
  /** What becomes of these bytes, read as this output. */
  function receive(bytes: readonly number[], output: object): void {
    const guard = new AnswerGuard('smithy.protocols#rpcv2Cbor');
    const answer = { statusCode: 200, body: Uint8Array.from(bytes) };
    guard.before('DescribeAlarms', answer);
    guard.after(output, answer);
  }
  const isAlarms = [0xa1, 0x61, 0x61, 0x01];

  it.each<[string, readonly number[], object]>([
    ['an empty map', [0xa0], {}],
    ['an empty map of open length', [0xbf, 0xff], {}],
    ['a map that was understood', isAlarms, { MetricAlarms: [] }],
  ])('is taken when it is %s', (_what, bytes, output) => expect(() => receive(bytes, output)).not.toThrow());

  it.each<[string, readonly number[]]>([
    ['nothing', []],
    ['a page', [...Buffer.from(html)]],
    ['a list', [0x80]],
    ['a map of something else', isAlarms],
  ])('is a failure when it is %s', (_what, bytes) => expect(() => receive(bytes, {})).toThrow(MalformedAnswer));
});
