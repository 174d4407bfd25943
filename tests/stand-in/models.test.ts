import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { HttpResponse } from '@smithy/core/protocols';
import { NormalizedSchema, operation as operationSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import './clients.ts';
import { clientOf } from '../../src/aws/model-client.ts';
import type { ServiceModel } from '../../src/aws/model-schemas.ts';
import { root } from '../../src/stand-in/root.ts';
import { encodeOutput } from '../../src/stand-in/encode.ts';
import { identify, type Protocol } from '../../src/stand-in/identify.ts';
import { membersOf, services, type Operation, type Service } from '../../src/stand-in/models.ts';
import { matchRoute } from '../../src/stand-in/routes.ts';

const load = createRequire(import.meta.url);

const protocolOf: Readonly<Record<string, Protocol>> = {
  AwsQueryProtocol: 'query',
  AwsEc2QueryProtocol: 'ec2',
  AwsJson1_0Protocol: 'json-1.0',
  AwsJson1_1Protocol: 'json-1.1',
  AwsRestJsonProtocol: 'rest-json',
  AwsRestXmlProtocol: 'rest-xml',
  S3RestXmlProtocol: 'rest-xml',
  AwsSmithyRpcV2CborProtocol: 'cbor',
};

/** A value of a shape with every member set, but for those that would lead back into a shape that contains them. */
function sample(schema: NormalizedSchema, within: readonly string[] = []): unknown {
  if (schema.isStructSchema()) {
    const name = schema.getName() ?? '';
    if (within.includes(name) || within.length > 6) return undefined;
    const all = [...schema.structIterator()]
      .map(([member, shape]) => [member, sample(shape, [...within, name])] as const)
      .filter(([, value]) => value !== undefined);
    return Object.fromEntries(schema.isUnionSchema() ? all.slice(0, 1) : all);
  }
  if (schema.isListSchema() || schema.isMapSchema()) {
    const item = sample(schema.getValueSchema(), within);
    if (item === undefined) return undefined;
    return schema.isListSchema() ? [item] : { some: item };
  }
  if (schema.isTimestampSchema()) return new Date('2026-01-02T03:04:05Z');
  if (schema.isBlobSchema()) return Uint8Array.from([1, 2, 3]);
  if (schema.isBooleanSchema()) return true;
  // 200 is a number that an HTTP status can be.
  if (schema.isNumericSchema()) return 200;
  return 'a & <b>';
}

interface SdkProtocol {
  deserializeResponse(operation: unknown, context: unknown, response: HttpResponse): Promise<object>;
}

/** What the package of a service's client exports, or what is made of its model. */
function clientModule({ id }: Service): Record<string, unknown> {
  const file = path.join(root, 'src/services', id.replaceAll('-', ''), 'model.json');
  return existsSync(file)
    ? { ModelledClient: clientOf(JSON.parse(readFileSync(file, 'utf8')) as ServiceModel).Client }
    : (load(`@aws-sdk/client-${id}`) as Record<string, unknown>);
}

/** The SDK's own reader of answers, as its client is configured. */
function reader(service: Service): (operation: Operation, answer: ReturnType<typeof encodeOutput>) => Promise<object> {
  const exported = clientModule(service);
  const name = Object.keys(exported).find((key) => /^[A-Z]\w+Client$/.test(key) && key !== '__Client');
  const Client = exported[name ?? ''] as new (config: object) => { config: { protocol: SdkProtocol } };
  const { config } = new Client({ region: 'us-east-1' });
  return (operation, { status: statusCode, headers, body }) =>
    config.protocol.deserializeResponse(
      operationSchema('ns', operation.name, {}, operation.input, operation.output),
      config,
      new HttpResponse({ statusCode, headers: { ...headers }, body: Readable.from([body]) }),
    );
}

/** The SDK has classes of its own for binary data, and for texts that are JSON. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Object.prototype.toString.call(value) === '[object String]') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}

function isPlain(operation: Operation): boolean {
  return ![...membersOf(operation.output).values()].some(
    (member) => member.isStreaming() || member.getMergedTraits().httpPrefixHeaders !== undefined,
  );
}

describe.each(services().map((service) => ({ service, id: service.id })))('$id', ({ service }) => {
  const operations = [...service.model().operations.values()];

  it('speaks a protocol that the stand-in knows', () => {
    expect(Object.keys(protocolOf)).toContain(service.protocol);
    expect(service.signingNames).not.toEqual([]);
    expect(service.target).not.toBe('');
  });

  it('has outputs that the SDK reads back as they were written', async () => {
    const read = reader(service);
    const wrong: unknown[] = [];
    for (const operation of operations.filter(isPlain)) {
      const output = sample(NormalizedSchema.of(operation.output));
      const expected = NormalizedSchema.of(operation.output).isUnitSchema() ? {} : output;
      const { $metadata: _, ...actual } = {
        $metadata: 0,
        ...(await read(operation, encodeOutput(service, operation, protocolOf[service.protocol] ?? 'query', expected))),
      };
      try {
        expect(plain(actual)).toMatchObject(Object(plain(expected)));
      } catch (error) {
        wrong.push(`${operation.name}: ${String(error).slice(0, 600)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has operations that are told apart by their requests', () => {
    const wrong: string[] = [];
    for (const operation of operations.filter((candidate) => candidate.http !== undefined)) {
      const [method, template] = operation.http ?? ['GET', '/', 200];
      const [path = '', query = ''] = template.split('?');
      const onBucket = service.id === 's3' && membersOf(operation.input).get('Bucket')?.getMergedTraits().httpLabel;
      const filled =
        (onBucket === undefined || onBucket === false ? '' : '/bucket') + path.replaceAll(/\{[^}]+\}/g, 'some%2Fid');
      const match = matchRoute(service, method, filled, new URLSearchParams(query));
      if (match?.operation.name !== operation.name)
        wrong.push(`${operation.name} is taken for ${match?.operation.name}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('services that share a signing name', () => {
  it.each([
    { path: '/v20180820/configuration/publicAccessBlock', signed: 's3', is: 's3-control:GetPublicAccessBlock' },
    { path: '/logs?publicAccessBlock', signed: 's3', is: 's3:GetPublicAccessBlock' },
    { path: '/', signed: 's3', is: 's3:ListBuckets' },
    {
      path: '/?publicAccessBlock',
      signed: 's3',
      host: 'logs.s3.eu-west-1.amazonaws.com',
      is: 's3:GetPublicAccessBlock',
    },
    {
      path: '/',
      form: 'Action=DescribeLoadBalancers&Version=2012-06-01',
      signed: 'elasticloadbalancing',
      is: 'elastic-load-balancing:DescribeLoadBalancers',
    },
    {
      path: '/',
      form: 'Action=DescribeLoadBalancers&Version=2015-12-01',
      signed: 'elasticloadbalancing',
      is: 'elastic-load-balancing-v2:DescribeLoadBalancers',
    },
  ])('are told apart: $is', ({ path, form, signed, host, is }) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIA/20260102/eu-west-1/${signed}/aws4_request, Signature=0`;
    const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const { service, operation, region } = identify({
      method: form === undefined ? 'GET' : 'POST',
      url: path,
      headers: { authorization, ...type, host: host ?? '127.0.0.1:1' },
      body: Buffer.from(form ?? ''),
    });
    expect(`${service}:${operation}`).toBe(is);
    expect(region).toBe('eu-west-1');
  });
});
