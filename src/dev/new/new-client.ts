import { existsSync, readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { endpointOf } from '../../aws/model-client.ts';
import type { Hosts, ServiceModel } from '../../aws/model-schemas.ts';
import { urlBy } from './endpoint-rules.ts';
import { root, stop } from './scaffold.ts';

/**
 * `npm run new-client -- controltower <botocore's folder> ListEnabledControls …`: for a service whose client the registry lacks, or has
 * without an operation that is needed. Writes `src/services/controltower/model.json`: of botocore's model (Apache-2.0) the named operations, and
 * what they reach. botocore is on PyPI; its folder is where `python -c "import botocore; print(botocore.__path__[0])"` says.
 */
const [service = '', botocore = '', ...wanted] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*$/.test(service) || !existsSync(join(botocore, 'data')) || wanted.length === 0)
  stop('usage: npm run new-client -- <service> <folder of botocore> <operation> …');

type Raw = Readonly<Record<string, unknown>>;
const name = readdirSync(join(botocore, 'data')).find((one) => one.replaceAll('-', '') === service);
if (name === undefined) stop(`botocore has no model of ${service}`);
const versions = join(botocore, 'data', name ?? '');
const folder = join(versions, readdirSync(versions).sort().at(-1) ?? '');
const read = (file: string): Raw => {
  const plain = join(folder, `${file}.json`);
  return JSON.parse(
    existsSync(plain) ? readFileSync(plain, 'utf8') : gunzipSync(readFileSync(`${plain}.gz`)).toString(),
  ) as Raw;
};
const model = read('service-2') as unknown as ServiceModel & { readonly metadata: Raw };
const { pagination = {} } = read('paginators-1') as {
  readonly pagination?: Readonly<Record<string, Record<string, string>>>;
};

/** Only endpoints of some patterns are known to the client that is made of a model. */
const ruleSet = read('endpoint-rule-set-1') as { readonly rules: Parameters<typeof urlBy>[0] };
const rules = JSON.stringify(ruleSet);
const urls = [...rules.matchAll(/"(https:[^"]+)"/g)].map(([, url]) => url);
const prefix = model.metadata['endpointPrefix'];
const usual = ['', '-fips'].flatMap((fips) =>
  ['dnsSuffix', 'dualStackDnsSuffix'].map((suffix) => `https://${prefix}${fips}.{Region}.{PartitionResult#${suffix}}`),
);
/** Some say the usual host of AWS's partitions again, with the suffix that these have: where FIPS is asked for, it is the only one. */
const spelt = `https://${prefix}.{Region}.amazonaws.com`;
/** Others write it out for the regions of GovCloud. */
const writtenOut = (url = '') => new RegExp(`^https://${prefix}\\.us-gov-[a-z]+-1\\.amazonaws\\.com$`).test(url);
const plainFipsIn = [
  ...plainIn(read('endpoint-rule-set-1')['rules'], []),
  ...(urls.some(writtenOut) ? ['aws-us-gov'] : []),
];
const others = urls.filter((url) => url !== spelt && !usual.includes(url ?? '') && !writtenOut(url));
const isUsual = others.length === 0 && urls.some((url) => url === usual[0] || url === spelt);
const hosts = isUsual ? undefined : hostsOf();
if (!isUsual && hosts === undefined) stop(`${service} has endpoints of its own: ${others.join(', ')}`);

/**
 * The pattern that the operations' hosts follow in every partition, with and without FIPS and IPv6; undefined: none that is known. A
 * global service is asked in its partition's main region, so that its hosts are tried there.
 */
function hostsOf(): Hosts | undefined {
  const { partitions } = JSON.parse(readFileSync(join(botocore, 'data/partitions.json'), 'utf8')) as {
    readonly partitions: readonly { readonly id: string; readonly outputs: Readonly<Record<string, unknown>> }[];
  };
  const global = rules.includes('#implicitGlobalRegion') ? { global: true as const } : {};
  const asked = partitions.flatMap(({ outputs }) =>
    [false, true].flatMap((UseFIPS) =>
      [false, true].flatMap((UseDualStack) =>
        wanted.map((operation) => {
          const Region = String(outputs['implicitGlobalRegion']);
          const fixed = Object.entries(model.operations[operation]?.staticContextParams ?? {});
          const own = Object.fromEntries(fixed.map(([key, { value }]) => [key, value]));
          const sent = { Region, UseFIPS, UseDualStack };
          return { sent, url: urlBy(ruleSet.rules, { ...sent, ...own }, () => outputs) };
        }),
      ),
    ),
  );
  const patterns: readonly Hosts[] = [{}, { dualStackOnly: true }, { dualStackOnly: true, noFips: true }];
  return patterns
    .map((pattern): Hosts => ({ ...pattern, ...global }))
    .find((pattern) => {
      const known = endpointOf(prefix, [], pattern);
      return asked.every(({ sent, url }) => url === undefined || `${url}/` === known(sent).url.href);
    });
}

/** The partitions in which FIPS is had at the usual host. */
function plainIn(rules: unknown, above: readonly string[]): string[] {
  const all = rules as readonly { conditions?: unknown; endpoint?: { url?: unknown }; rules?: unknown }[] | undefined;
  return (all ?? []).flatMap(({ conditions, endpoint, rules: inner }) => {
    const said = [...above, JSON.stringify(conditions ?? [])];
    const own = endpoint?.url === spelt && said.some((one) => one.includes('"UseFIPS"'));
    const names = said.flatMap((one) => [...one.matchAll(/"(aws(?:-[a-z]+)*)"/g)].map(([, name = '']) => name));
    return [...(own ? names : []), ...plainIn(inner, said)];
  });
}

const shapes: Record<string, unknown> = {};
/** A shape without what is said for people, and all that it reaches. */
function keep(shape: string): void {
  const found = model.shapes[shape];
  if (found === undefined || shape in shapes) return;
  const { documentation: _, ...rest } = found as unknown as Raw;
  shapes[shape] = JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (said.has(key) ? undefined : value)),
  ) as unknown;
  for (const { shape: next } of [...Object.values(found.members ?? {}), found.member, found.key, found.value].filter(
    (one) => one !== undefined,
  ))
    keep(next);
}
const said = new Set([
  'documentation',
  'deprecated',
  'deprecatedMessage',
  'deprecatedSince',
  'pattern',
  'min',
  'max',
  'box',
  'sensitive',
  'fault',
  'retryable',
  'idempotencyToken',
]);

const operations = Object.fromEntries(
  wanted.sort().map((operation) => {
    const found = model.operations[operation];
    if (found === undefined) return stop(`${service} has no operation ${operation}`);
    const { http, input, output, errors = [] } = found;
    for (const of of [input, output, ...errors]) if (of !== undefined) keep(of.shape);
    return [operation, { http, input, output, errors: errors.map(({ shape }) => ({ shape })) }];
  }),
);
const paginators = Object.fromEntries(
  wanted.flatMap((operation) => {
    const found = pagination[operation];
    return found === undefined
      ? []
      : [[operation, { sent: found['input_token'], given: found['output_token'], size: found['limit_key'] }]];
  }),
);
const version = /__version__ = '([^']+)'/.exec(readFileSync(join(botocore, '__init__.py'), 'utf8'))?.[1] ?? '?';
const {
  apiVersion,
  endpointPrefix,
  protocol: first,
  serviceId,
  signingName,
  targetPrefix,
  jsonVersion,
} = model.metadata as unknown as Record<string, string>;
/** Of several the one that clients made of models speak. */
const spoken = [first, ...((model.metadata['protocols'] ?? []) as string[])];
const protocol = spoken.includes('json') ? `json ${jsonVersion}` : first;
const target = join(root, 'src/services', service);
mkdirSync(target, { recursive: true });
writeFileSync(
  join(target, 'model.json'),
  `${JSON.stringify(
    {
      from: `botocore ${version} (https://github.com/boto/botocore), data/${name ?? ''}/service-2.json, cut down to what is sent`,
      license: 'Apache-2.0, Copyright Amazon.com, Inc. or its affiliates',
      metadata: {
        apiVersion,
        endpointPrefix,
        protocol,
        serviceId,
        signingName,
        targetPrefix,
        ...(plainFipsIn.length === 0 ? {} : { plainFipsIn }),
        ...(hosts === undefined ? {} : { hosts }),
      },
      operations,
      paginators,
      shapes: Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    undefined,
    1,
  )}\n`,
);
console.log(`written: src/services/${service}/model.json`);
