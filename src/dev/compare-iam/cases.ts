import { compileGlob, matchesGlob } from '../../iam/glob.ts';
import { keys, OTHER, OWN, randomCondition, randomContext } from './conditions.ts';
import type { Random } from './random.ts';
import type { Json, ReferenceAction } from './reference.ts';

export interface Named {
  readonly name: string;
  readonly document: Json;
}

/** One request with every policy that counts, as plain data for both evaluators. */
export interface Case {
  readonly caller: {
    readonly type: 'user' | 'role' | 'root';
    readonly arn: string;
    readonly sessionArn?: string;
    readonly account: string;
  };
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly identity: readonly Named[];
  readonly boundary?: Named;
  readonly session?: Json;
  readonly resourcePolicy?: Json;
  readonly scps: readonly (readonly Named[])[];
  readonly rcps: readonly (readonly Named[])[];
}

export interface Material {
  readonly actions: ReadonlyMap<string, readonly ReferenceAction[]>;
  readonly lists: ReadonlySet<string>;
  readonly policies: readonly Named[];
}

const callers: readonly Case['caller'][] = [
  { type: 'user', arn: `arn:aws:iam::${OWN}:user/ann`, account: OWN },
  { type: 'user', arn: `arn:aws:iam::${OTHER}:user/team/bob`, account: OTHER },
  {
    type: 'role',
    arn: `arn:aws:iam::${OWN}:role/app`,
    sessionArn: `arn:aws:sts::${OWN}:assumed-role/app/s1`,
    account: OWN,
  },
  {
    type: 'role',
    arn: `arn:aws:iam::${OTHER}:role/partner`,
    sessionArn: `arn:aws:sts::${OTHER}:assumed-role/partner/s1`,
    account: OTHER,
  },
];

type Statement = Readonly<Record<string, unknown>>;
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
export const textsOf = (value: unknown): readonly string[] => listOf(value).filter((one) => typeof one === 'string');
export const statementsOf = (document: Json): readonly Statement[] =>
  listOf(document['Statement']) as readonly Statement[];

const document = (...statements: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: statements });
const everything = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const names = ['app', 'x1', 'data-1', 'aws-service-x', 'Prod'];

const fillArn = (format: string, random: Random): string =>
  format
    .replaceAll('${Partition}', 'aws')
    .replaceAll('${Region}', 'us-east-1')
    .replaceAll('${Account}', OWN)
    .replaceAll(/\$\{[^}]*\}/g, () => random.pick(names));

function pickAction(material: Material, identity: readonly Named[], random: Random): ReferenceAction {
  const services = [...material.actions.keys()];
  const statement = random.pick(identity.flatMap((one) => statementsOf(one.document)));
  const text =
    textsOf(statement['Action'] ?? statement['NotAction'])[0] === undefined
      ? '*'
      : random.pick(textsOf(statement['Action'] ?? statement['NotAction']));
  const service = text.split(':')[0]?.toLowerCase() ?? '*';
  const known = random.chance(0.12) ? [] : (material.actions.get(service) ?? []);
  const glob = compileGlob(text.toLowerCase());
  const matching = random.chance(0.15) ? known : known.filter((action) => matchesGlob(glob, action.lower));
  if (matching.length > 0) return random.pick(matching);
  for (;;) {
    const any = material.actions.get(
      random.pick(['s3', 'sqs', 'sns', 'kms', 'iam', 'ec2', 'lambda', 'sts', 'dynamodb', random.pick(services)]),
    );
    if (any !== undefined && any.length > 0) return random.pick(any);
  }
}

/** A resource the action takes: of its ARN format, or of a pattern that a policy writes. */
function pickResource(action: ReferenceAction, identity: readonly Named[], random: Random): string {
  if (action.arns.length === 0) return '*';
  const format = fillArn(random.pick(action.arns.flatMap((arn) => arn.split(/,\s*/))), random);
  if (!random.chance(0.6)) return format;
  const start = format.split(':').slice(0, 3).join(':');
  const written = identity
    .flatMap((one) => statementsOf(one.document))
    .flatMap((one) => textsOf(one['Resource'] ?? one['NotResource']))
    .filter((text) => text.startsWith(start));
  if (written.length === 0) return format;
  const parts = random.pick(written).split(':');
  const region = /[*$?]/.test(parts[3] ?? '') ? 'us-east-1' : (parts[3] ?? '');
  const account = /[*$?]/.test(parts[4] ?? '') ? OWN : (parts[4] ?? '');
  const rest = parts
    .slice(5)
    .join(':')
    .replaceAll(/\$\{[^}]*\}/g, () => random.pick(['red', 'ann']))
    .replaceAll('*', () => random.pick(names))
    .replaceAll('?', 'x');
  return [...parts.slice(0, 3), region, account, rest].join(':');
}

/** A made-up statement about the action or around it. */
function statement(action: ReferenceAction, resource: string, random: Random, effect?: 'Allow' | 'Deny'): Statement {
  const [service = '', verb = ''] = action.name.split(':');
  const patterns = [
    action.name,
    `${service}:*`,
    `${service}:${verb.slice(0, 3)}*`,
    '*',
    action.lower,
    `${service}:?${verb.slice(1)}`,
    'iam:*',
  ];
  const half = resource.slice(0, Math.max(resource.lastIndexOf(':'), resource.lastIndexOf('/')) + 1);
  const resources =
    resource === '*'
      ? ['*']
      : [
          resource,
          '*',
          `${half}*`,
          resource.replace('us-east-1', '*'),
          'arn:aws:s3:::elsewhere/*',
          `${half}\${aws:PrincipalTag/team}`,
        ];
  return {
    Effect: effect ?? (random.chance(0.4) ? 'Deny' : 'Allow'),
    [random.chance(0.12) ? 'NotAction' : 'Action']: random.some(patterns, 1, 2),
    [random.chance(0.1) ? 'NotResource' : 'Resource']: random.some(resources, 1, 2),
    ...(random.chance(0.7) ? { Condition: randomCondition(random) } : {}),
  };
}

/** A resource policy; role trust has no Resource. */
function resourcePolicy(action: ReferenceAction, resource: string, caller: Case['caller'], random: Random): Json {
  const principals: readonly unknown[] = [
    '*',
    { AWS: '*' },
    { AWS: OWN },
    { AWS: `arn:aws:iam::${OWN}:root` },
    { AWS: OTHER },
    { AWS: caller.arn },
    { AWS: caller.arn },
    { AWS: [caller.sessionArn ?? caller.arn, `arn:aws:iam::${OTHER}:role/nobody`] },
    { AWS: `arn:aws:iam::${OWN}:user/nobody` },
    { Service: 'sns.amazonaws.com' },
  ];
  const isTrust = action.lower.startsWith('sts:assumerole');
  return document(
    ...Array.from({ length: 1 + random.below(3) }, () => {
      const {
        Resource: named,
        NotResource: not,
        ...rest
      } = statement(action, resource, random, random.chance(0.25) ? 'Deny' : 'Allow');
      const key = random.chance(0.06) && rest['Effect'] === 'Deny' ? 'NotPrincipal' : 'Principal';
      return {
        ...rest,
        [key]: random.pick(principals),
        ...(isTrust ? {} : not === undefined ? { Resource: named } : { NotResource: not }),
      };
    }),
  );
}

/** A resource control policy: it only denies, and names its service. */
function rcp(action: ReferenceAction, resource: string, random: Random): Json {
  const { NotAction: _, ...rest } = statement(action, resource, random, 'Deny');
  return document({
    ...rest,
    Action: random.pick([action.name, action.lower, `${action.name.split(':')[0]}:*`]),
    Principal: '*',
  });
}

/** Values for the keys that real statements about the action ask for. */
function wantedContext(
  material: Material,
  policies: readonly Named[],
  random: Random,
): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const one of policies.flatMap((policy) => statementsOf(policy.document))) {
    for (const block of Object.values((one['Condition'] ?? {}) as Record<string, Record<string, unknown>>)) {
      for (const [key, raw] of Object.entries(block)) {
        const values = listOf(raw).map((value) =>
          String(value)
            .replaceAll(/\$\{[^}]*\}/g, 'red')
            .replaceAll('*', 'app')
            .replaceAll('?', 'x'),
        );
        // an ARN is compared with ARNs only
        const isArn = key.toLowerCase().endsWith('arn');
        if (values.length === 0 || madeUpKeys.has(key.toLowerCase()) || !random.chance(0.6)) continue;
        const wanted =
          isArn || random.chance(0.75) ? random.pick(values) : random.pick(['other', OWN, 'true', 'false']);
        const lower = key.toLowerCase().replace(/\/.*$/, '/${tagkey}');
        found[key] = material.lists.has(key.toLowerCase()) || material.lists.has(lower) ? [wanted] : wanted;
      }
    }
  }
  return found;
}

const madeUpKeys: ReadonlySet<string> = new Set(keys.map((one) => one.key.toLowerCase()));
const resourcePolicyServices = new Set([
  's3',
  'sqs',
  'sns',
  'kms',
  'lambda',
  'secretsmanager',
  'ecr',
  'events',
  'backup',
]);

/** A random request. */
export function randomCase(material: Material, random: Random): Case {
  const caller = random.pick(callers);
  let identity: Named[] = random
    .some(material.policies, 1, 3)
    .map(({ name, document: known }) => ({ name, document: known }));
  const action = pickAction(material, identity, random);
  const resource = pickResource(action, identity, random);
  const limit = (name: string): Named =>
    random.chance(0.4)
      ? {
          name,
          document: document(
            { Effect: 'Allow', Action: '*', Resource: '*' },
            statement(action, resource, random, 'Deny'),
          ),
        }
      : { name, document: random.chance(0.5) ? everything : document(statement(action, resource, random, 'Allow')) };
  if (random.chance(0.5))
    identity = [
      ...identity,
      {
        name: 'made up',
        document: {
          ...document(...Array.from({ length: 1 + random.below(2) }, () => statement(action, resource, random))),
          ...(random.chance(0.1) ? { Version: '2008-10-17' } : {}),
        },
      },
    ];
  const [service = ''] = action.name.split(':');
  // keys and roles always have a policy of their own
  const isExplicit = action.name.startsWith('sts:AssumeRole') || resource.includes(':key/');
  const hasResourcePolicy =
    resource !== '*' &&
    (isExplicit || (resourcePolicyServices.has(service) && service !== 'kms' && random.chance(0.6)));
  const withOrganization = random.chance(0.25);
  return {
    caller,
    action: action.name,
    resource,
    resourceAccount: hasResourcePolicy ? OWN : caller.account,
    context: {
      ...wantedContext(material, identity, random),
      ...randomContext(random),
      'aws:PrincipalArn': caller.arn,
      'aws:PrincipalAccount': caller.account,
      ...(caller.type === 'user' ? { 'aws:username': caller.arn.slice(caller.arn.lastIndexOf('/') + 1) } : {}),
    },
    identity,
    ...(random.chance(0.2) ? { boundary: limit('boundary') } : {}),
    ...(caller.type === 'role' && random.chance(0.2) ? { session: limit('session').document } : {}),
    ...(hasResourcePolicy ? { resourcePolicy: resourcePolicy(action, resource, caller, random) } : {}),
    scps: withOrganization ? Array.from({ length: 1 + random.below(3) }, (_, at) => [limit(`scp ${at}`)]) : [],
    rcps: withOrganization && random.chance(0.5) ? [[{ name: 'rcp', document: rcp(action, resource, random) }]] : [],
  };
}
