import { XmlCodec } from '@aws-sdk/core/protocols';
import { CborCodec } from '@smithy/core/cbor';
import { JsonCodec2 } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { conform } from './fixture.ts';
import type { Protocol } from './identify.ts';
import type { Operation, SchemaRef, Service } from './models.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export const contentTypes: Readonly<Record<Protocol, string>> = {
  query: 'text/xml',
  ec2: 'text/xml;charset=UTF-8',
  'json-1.0': 'application/x-amz-json-1.0',
  'json-1.1': 'application/x-amz-json-1.1',
  'rest-json': 'application/json',
  'rest-xml': 'application/xml',
  cbor: 'application/cbor',
};

export const requestId = '00000000-0000-4000-8000-000000000000';

const epochSeconds = 7;
const dateTime = 5;
const json = new JsonCodec2({ timestampFormat: { useTrait: true, default: epochSeconds }, jsonName: false });
const restJson = new JsonCodec2({
  timestampFormat: { useTrait: true, default: epochSeconds },
  httpBindings: true,
  jsonName: true,
});
const binary = new CborCodec();

/**
 * Writes the output of an operation as the service would, in the wire format that the request asked for.
 * @throws TypeError when the output does not fit the service's model.
 */
export function encodeOutput(service: Service, operation: Operation, protocol: Protocol, output: unknown): WireAnswer {
  const schema = NormalizedSchema.of(operation.output);
  const value = conform(schema, output ?? {}, `${operation.name} output`) as Record<string, unknown>;
  const headers = baseHeaders(protocol);
  const answer = (body: string | Uint8Array) => ({ status: 200, headers, body: bytes(body) });
  const inner = () => (schema.isUnitSchema() ? '' : innerXml(service, schema, value));
  switch (protocol) {
    case 'query': {
      const result = schema.isUnitSchema() ? '' : `<${operation.name}Result>${inner()}</${operation.name}Result>`;
      const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
      const open = `<${operation.name}Response xmlns="${service.xmlNamespace ?? ''}">`;
      return answer(`${open}${result}${metadata}</${operation.name}Response>`);
    }
    case 'ec2': {
      const open = `<?xml version="1.0" encoding="UTF-8"?>\n<${operation.name}Response xmlns="${service.xmlNamespace ?? ''}/">`;
      return answer(`${open}<requestId>${requestId}</requestId>${inner()}</${operation.name}Response>`);
    }
    case 'json-1.0':
    case 'json-1.1':
      return answer(schema.isUnitSchema() ? '' : write(json, schema, value));
    case 'cbor':
      return answer(schema.isUnitSchema() ? Uint8Array.of(0xbf, 0xff) : write(binary, schema, value));
    case 'rest-json':
    case 'rest-xml':
      return encodeRest(service, operation, protocol, schema, value);
  }
}

export function baseHeaders(protocol: Protocol): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': contentTypes[protocol], 'x-amzn-requestid': requestId };
  if (protocol === 'cbor') headers['smithy-protocol'] = 'rpc-v2-cbor';
  if (protocol === 'rest-xml') headers['x-amz-request-id'] = requestId;
  return headers;
}

interface Writer {
  write(schema: SchemaRef, value: unknown): void;
  flush(): string | Uint8Array;
}

function write(codec: { createSerializer(): Writer }, schema: SchemaRef, value: unknown): string | Uint8Array {
  const writer = codec.createSerializer();
  writer.write(schema, value);
  return writer.flush();
}

function xmlCodec(service: Service, namespace: string): XmlCodec {
  return new XmlCodec({
    timestampFormat: { useTrait: true, default: dateTime },
    httpBindings: false,
    serviceNamespace: service.namespace,
    xmlNamespace: namespace,
  });
}

/** The members' elements without the root that the codec puts around them. */
function innerXml(service: Service, schema: NormalizedSchema, value: unknown): string {
  const text = String(write(xmlCodec(service, ''), schema, value));
  const end = text.lastIndexOf('</');
  return end === -1 ? '' : text.slice(text.indexOf('>') + 1, end);
}

function encodeRest(
  service: Service,
  operation: Operation,
  protocol: 'rest-json' | 'rest-xml',
  schema: NormalizedSchema,
  value: Record<string, unknown>,
): WireAnswer {
  const headers = baseHeaders(protocol);
  let status = operation.http?.[2] ?? 200;
  const codec = protocol === 'rest-json' ? restJson : xmlCodec(service, service.xmlNamespace ?? '');
  const rest: Record<string, unknown> = {};
  let payload: string | Uint8Array | undefined;
  let hasPayload = false;
  let hasBody = false;
  for (const [name, member] of schema.isUnitSchema() ? [] : schema.structIterator()) {
    const traits = member.getMergedTraits();
    const entry = value[name];
    if (traits.httpPayload !== undefined) {
      hasPayload = true;
      // An empty structure still has its root element or its braces.
      if (entry !== undefined || member.isStructSchema()) payload = write(codec, member, entry ?? {});
    } else if (traits.httpHeader !== undefined) {
      if (entry !== undefined) headers[traits.httpHeader.toLowerCase()] = headerText(member, entry);
    } else if (traits.httpPrefixHeaders !== undefined) {
      for (const [key, text] of Object.entries(entry ?? {})) headers[traits.httpPrefixHeaders + key] = String(text);
    } else if (traits.httpResponseCode !== undefined) {
      if (entry !== undefined) status = Number(entry);
    } else {
      hasBody = true;
      if (entry !== undefined) rest[name] = entry;
    }
  }
  if (service.id === 's3' && operation.name === 'GetBucketLocation') {
    payload = locationXml(service, rest['LocationConstraint']);
  } else if (hasBody && !hasPayload) payload = write(codec, schema, rest);
  const prolog = protocol === 'rest-xml' && typeof payload === 'string' && payload.startsWith('<');
  const body = prolog ? `<?xml version="1.0" encoding="UTF-8"?>\n${String(payload)}` : (payload ?? '');
  return { status, headers, body: bytes(body) };
}

function bytes(body: string | Uint8Array): Buffer {
  return typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.copyBytesFrom(body);
}

/** Times in headers are HTTP dates unless the member's schema (5: ISO, 7: epoch seconds) says otherwise. */
function headerText(member: NormalizedSchema, value: unknown): string {
  if (!(value instanceof Date)) return Array.isArray(value) ? value.join(',') : String(value);
  const format = member.getSchema();
  if (format === epochSeconds) return String(value.getTime() / 1000);
  return format === dateTime ? value.toISOString() : value.toUTCString();
}

/** S3 answers this one operation without a wrapper: the root element itself holds the region, empty for us-east-1. */
function locationXml(service: Service, location: unknown): string {
  const text = typeof location === 'string' ? escapeXml(location) : '';
  return `<LocationConstraint xmlns="${service.xmlNamespace ?? ''}">${text}</LocationConstraint>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
