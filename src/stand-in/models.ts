import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NormalizedSchema } from '@smithy/core/schema';
import type { ServiceModel } from '../aws/model-schemas.ts';
import { schemasOf } from '../aws/model-schemas.ts';
import { root } from './root.ts';

/** A schema as the SDK's clients hold it: `null` stands for a reference that the SDK resolves lazily. */
export type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

export interface Operation {
  readonly name: string;
  /** `[method, path template, success status]`, for REST protocols only. */
  readonly http: readonly [string, string, number] | undefined;
  readonly input: SchemaRef;
  readonly output: SchemaRef;
}

export interface ErrorShape {
  readonly name: string;
  /** The code on the wire in the query protocols, when it differs from the shape's name. */
  readonly queryCode: string | undefined;
  readonly status: number | undefined;
  readonly schema: SchemaRef;
}

/** What the installed SDK client of a service says about the service. */
export interface Model {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly errors: readonly ErrorShape[];
}

/** A service that an SDK client is installed for. Its model is loaded on the first use (5-250 ms). */
export interface Service {
  /** The client package's name without its prefix: `s3`, `s3-control`, `cloudwatch-logs`. */
  readonly id: string;
  readonly signingNames: readonly string[];
  /** The prefix of X-Amz-Target, and the service in RPC v2 paths. */
  readonly target: string;
  readonly version: string;
  readonly xmlNamespace: string | undefined;
  /** The service's own (default) protocol class in the SDK. */
  readonly protocol: string;
  readonly namespace: string;
  model(): Model;
}

let packages = path.join(root, 'node_modules/@aws-sdk');
let load = createRequire(import.meta.url);
let index: readonly Service[] | undefined;

/** From here on the clients of another project are the ones that are known. */
export function clientsOf(folder: string): void {
  packages = path.join(folder, 'node_modules/@aws-sdk');
  load = createRequire(path.join(folder, 'package.json'));
  index = undefined;
}

/** All services with an installed client, by id. Read from the packages' text, without loading one of them. */
export function services(): readonly Service[] {
  index ??= readdirSync(packages)
    .filter((name) => name.startsWith('client-') && existsSync(path.join(packages, name, 'dist-es')))
    .sort()
    .map((name) => describeClient(name))
    .concat(modelled());
  return index;
}

/** Services of this project whose client is made of a model: see `npm run new-client`. */
function modelled(): Service[] {
  const folder = path.join(root, 'src/services');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => path.join(folder, name, 'model.json'))
    .filter((file) => existsSync(file))
    .map((file) => describeModel(JSON.parse(readFileSync(file, 'utf8')) as ServiceModel));
}

function describeModel(model: ServiceModel): Service {
  const {
    serviceId,
    endpointPrefix,
    signingName = endpointPrefix,
    apiVersion,
    protocol,
    targetPrefix,
  } = model.metadata;
  const { namespace, operations, errors } = schemasOf(model);
  const known: Model = {
    operations: new Map(
      [...operations].map(([name, [, , , traits, input, output]]) => [
        name,
        {
          name,
          // The others post everything to one path, and name the operation elsewhere.
          http: protocol.startsWith('rest') ? traits.http : undefined,
          input: input as SchemaRef,
          output: output as SchemaRef,
        },
      ]),
    ),
    errors: [...errors].map(([name, schema]) => ({
      name,
      queryCode: undefined,
      status: (schema[3] as { readonly httpError?: number }).httpError,
      schema: schema as unknown as SchemaRef,
    })),
  };
  return {
    id: serviceId.toLowerCase().replaceAll(' ', '-'),
    signingNames: [signingName],
    target: targetPrefix ?? serviceId,
    version: apiVersion,
    xmlNamespace: undefined,
    protocol: protocol === 'rest-json' ? 'AwsRestJsonProtocol' : 'AwsJson1_1Protocol',
    namespace,
    model: () => known,
  };
}

/** @throws when no client of that name is installed. */
export function serviceById(id: string): Service {
  const found = services().find((service) => service.id === id);
  if (found === undefined) throw new Error(`no SDK client is installed for the service ${id}`);
  return found;
}

function describeClient(name: string): Service {
  const folder = path.join(packages, name, 'dist-es');
  const config = readFileSync(path.join(folder, 'runtimeConfig.shared.js'), 'utf8');
  const auth = readFileSync(path.join(folder, 'auth/httpAuthSchemeProvider.js'), 'utf8');
  const setting = (key: string) => new RegExp(`\\b${key}: "([^"]*)"`).exec(config)?.[1];
  let model: Model | undefined;
  return {
    id: name.slice('client-'.length),
    signingNames: [...new Set([...auth.matchAll(/name: "([^"]*)"/g)].map((match) => match[1] ?? ''))],
    target: setting('serviceTarget') ?? '',
    version: setting('version') ?? setting('apiVersion') ?? '',
    xmlNamespace: setting('xmlNamespace'),
    protocol: /config\?\.protocol \?\? (\w+)/.exec(config)?.[1] ?? '',
    namespace: setting('defaultNamespace') ?? '',
    model: () => (model ??= loadModel(`@aws-sdk/${name}`)),
  };
}

/** Static schemas are arrays: `[kind, namespace, name, traits, ...]`; kind 9 is an operation, -3 an error. */
function loadModel(packageName: string): Model {
  const operations = new Map<string, Operation>();
  const errors: ErrorShape[] = [];
  const exported = load(packageName) as Record<string, unknown>;
  for (const value of Object.values(exported)) {
    if (!Array.isArray(value) || typeof value[2] !== 'string') continue;
    const name = value[2];
    const traits = (typeof value[3] === 'object' && value[3] !== null ? value[3] : {}) as Record<string, unknown>;
    if (value[0] === 9) {
      const http = traits['http'] as [string, string, number] | undefined;
      operations.set(name, { name, http, input: value[4] as SchemaRef, output: value[5] as SchemaRef });
    } else if (value[0] === -3) {
      const query = traits['awsQueryError'] as [string, number] | undefined;
      const status = (traits['httpError'] as number | undefined) ?? query?.[1];
      errors.push({ name, queryCode: query?.[0], status, schema: value as unknown as SchemaRef });
    }
  }
  if (operations.size === 0) throw new Error(`${packageName} exports no operation schemas`);
  return { operations, errors };
}

/** The members of a structure; none for the unit type. */
export function membersOf(schema: SchemaRef): ReadonlyMap<string, NormalizedSchema> {
  const shape = NormalizedSchema.of(schema);
  return new Map(shape.isUnitSchema() ? [] : [...shape.structIterator()]);
}
