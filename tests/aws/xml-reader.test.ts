import { NormalizedSchema } from '@smithy/core/schema';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Service } from '../../src/aws/service.ts';
import { Transport, type WireAnswer } from '../../src/aws/transport.ts';
import { readXmlInOnePass } from '../../src/aws/xml-reader.ts';
import { callsOfPlan, planFor } from '../../src/inventory/plan.ts';
import { encodeOutput } from '../../src/stand-in/encode.ts';
import type { Protocol as Format } from '../../src/stand-in/identify.ts';
import { membersOf, serviceById, type Operation, type Service as Model } from '../../src/stand-in/models.ts';
import { sample } from '../../src/stand-in/sample.ts';
import { randomOf } from '../helpers/random.ts';
import { layouts, randomOutput } from '../helpers/xml.ts';
import { accessTo } from '../helpers/connection.ts';

interface XmlReader {
  parseXml(xml: string): unknown;
}

interface Protocol {
  getShapeId(): string;
  deserializeResponse(schema: object, context: object, answer: WireAnswer): Promise<object>;
  readonly deserializer: XmlReader & { readonly codecDeserializer?: XmlReader };
}

const formats: Readonly<Record<string, Format>> = {
  'aws.protocols#awsQuery': 'query',
  'aws.protocols#ec2Query': 'ec2',
  'aws.protocols#restXml': 'rest-xml',
};
const credentials = (): Promise<object> => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' });

async function protocolOf(service: Service): Promise<Protocol> {
  const { Client } = (await service.load()) as { Client: new (config: object) => { config: { protocol: Protocol } } };
  return new Client({ region: 'us-east-1', credentials }).config.protocol;
}

interface Declared {
  readonly service: Service;
  readonly model: Model;
  readonly operation: Operation;
  readonly format: Format;
  readonly name: string;
}

/** Every operation that any check's resource types declare and whose answers are XML, but for texts as they are. */
const declared: Declared[] = [];
for (const { service, calls } of callsOfPlan(planFor(checks, { tags: true }))) {
  const format = formats[(await protocolOf(service)).getShapeId()];
  if (format === undefined) continue;
  const model = serviceById(service.sdkId.toLowerCase().replaceAll(' ', '-'));
  for (const call of calls) {
    const operation = model.model().operations.get(call);
    if (operation === undefined) throw new Error(`${service.id} has no operation ${call}`);
    const isText = [...membersOf(operation.output).values()].some(
      (member) => member.getMergedTraits().httpPayload !== undefined && !member.isStructSchema(),
    );
    if (!isText) declared.push({ service, model, operation, format, name: `${service.id}:${call}` });
  }
}

const schemaOf = ({ model, operation }: Declared): object => ({
  namespace: model.namespace,
  name: operation.name,
  traits: 0,
  input: operation.input,
  output: operation.output,
});

const encoded = ({ model, operation, format }: Declared, output: unknown): WireAnswer => {
  const { status, headers, body } = encodeOutput(model, operation, format, output);
  return { statusCode: status, headers: { ...headers }, body };
};

const read = (protocol: Protocol, call: Declared, answer: WireAnswer): Promise<object> =>
  protocol.deserializeResponse(schemaOf(call), {}, { ...answer, headers: { ...answer.headers } });

/** The prototype that all readers of the SDK have, whichever build of it the clients were loaded from. */
async function theirReader({ service }: Declared): Promise<XmlReader> {
  const { deserializer } = await protocolOf(service);
  return Object.getPrototypeOf(deserializer.codecDeserializer ?? deserializer) as XmlReader;
}

afterEach(() => void vi.restoreAllMocks());

it('the operations of all three XML protocols are looked at', () => {
  expect(new Set(declared.map(({ format }) => format))).toEqual(new Set(['query', 'ec2', 'rest-xml']));
  expect(declared.length).toBeGreaterThan(50);
});

describe.each(declared)('$name', (call) => {
  const { service, operation } = call;

  it('is read without the SDK, its errors with it', async () => {
    let answer = encoded(call, sample(operation.output));
    vi.spyOn(Transport.prototype, 'send').mockImplementation(() =>
      Promise.resolve({ ...answer, headers: { ...answer.headers } }),
    );
    const theirs = vi.spyOn(await theirReader(call), 'parseXml').mockImplementation(() => {
      throw new Error('read by the SDK');
    });
    const access = accessTo([{ service, calls: [operation.name] }], { endpointUrl: 'http://127.0.0.1:9' });
    const sender = await access.get(service, 'us-east-1');
    const module = (await service.load()) as Record<string, new (input: object) => object>;
    const Command = module[`${operation.name}Command`];
    if (Command === undefined) throw new Error(`no command ${operation.name}`);
    const input = Object.fromEntries(
      [...membersOf(operation.input)]
        .filter(([, member]) => member.isStringSchema())
        .map(([name]) => [name, name === 'AccountId' ? '111122223333' : 'thing']),
    );
    const output = await sender.send(new Command(input));
    expect(Object.keys(output as object).filter((name) => name !== '$metadata')).not.toEqual([]);
    expect(theirs).not.toHaveBeenCalled();

    answer = { statusCode: 403, headers: {}, body: Buffer.from('<Error><Code>AccessDenied</Code></Error>') };
    // What the reader throws is told as an answer that is none of the service's.
    await expect(sender.send(new Command(input))).rejects.toThrow('HTTP 403');
    expect(theirs).toHaveBeenCalled();
    access.connection.close();
  });

  it('is read as the SDK reads it, whatever it says and however it is laid out', async () => {
    const theirs = await protocolOf(service);
    const ours = await protocolOf(service);
    readXmlInOnePass(ours);
    const schema = NormalizedSchema.of(operation.output);
    for (let seed = 1; seed <= 12; seed++) {
      const answer = encoded(call, randomOutput(schema, randomOf(seed)));
      const xml = Buffer.from(answer.body).toString('utf8');
      const expected = await read(theirs, call, answer);
      expect(await read(ours, call, answer), `seed ${seed}: ${xml}`).toStrictEqual(expected);
      for (const [layout, change] of Object.entries(layouts)) {
        const changed = { ...answer, body: Buffer.from(change(xml)) };
        expect(await read(ours, call, changed), `seed ${seed}, ${layout}: ${change(xml)}`).toStrictEqual(expected);
      }
    }
  });
});

it.each(Object.entries(layouts))('documents with %s are other documents', (_layout, change) => {
  const changed = declared.filter((call) => {
    const answer = encoded(call, randomOutput(NormalizedSchema.of(call.operation.output), randomOf(1)));
    const xml = Buffer.from(answer.body).toString('utf8');
    return change(xml) !== xml;
  });
  expect(changed.length).toBeGreaterThan(declared.length / 4);
});
