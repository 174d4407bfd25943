import type { Status } from '../../src/engine/finding.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { account, findingOf, resultOf } from './fixture.ts';
import type { Case } from './fixture.ts';

/** Numbers that look random and are the same in every run. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'] as const;
const teams = ['checkout', 'search', 'data', 'platform', 'mobile', 'billing'] as const;

/**
 * An account with many resources, as real ones have them: random ids and UUIDs, names with numbers, tags, messages that
 * name the resource and what was observed. Every finding is about a resource of its own, the worst case for the size.
 */
export function largeResult(count: number): RunResult {
  const random = randoms(42);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join('-');
  const statusOf = (): Status => {
    const value = random();
    return value < 0.4 ? 'fail' : value < 0.42 ? 'unknown' : 'pass';
  };
  const makers: ((status: Status, number: number) => Case)[] = [
    (status, number) => {
      const name = `acme-${pick(teams)}-${pick(['prod', 'staging', 'dev'])}-exports-${number}`;
      const region = pick(regions);
      const good = status === 'pass';
      return {
        check: 's3-bucket-public-access-blocked',
        status,
        region,
        name,
        arn: `arn:aws:s3:::${name}`,
        message: good
          ? `${name} blocks public ACLs and policies`
          : `${name} does not block public access: blockPublicPolicy is off, expected on`,
        tags: { Environment: pick(['prod', 'staging', 'dev']), Team: pick(teams), Name: name },
        observed: {
          blockPublicAcls: true,
          ignorePublicAcls: good,
          blockPublicPolicy: good,
          restrictPublicBuckets: good,
        },
      };
    },
    (status, number) => {
      const id = `sg-0${hex(16)}`;
      const region = pick(regions);
      const name = `${pick(teams)}-web-${number}`;
      const port = pick([22, 2222, 22022]);
      return {
        check: 'ec2-security-group-no-public-ssh',
        status,
        region,
        name,
        id,
        arn: `arn:aws:ec2:${region}:${account}:security-group/${id}`,
        message:
          status === 'pass' ? `${name} opens SSH to no public address` : `${name} allows 0.0.0.0/0 on port ${port}`,
        tags: { Name: name, Team: pick(teams) },
        observed: {
          rules: [{ id: `sgr-0${hex(16)}`, protocol: 'tcp', fromPort: port, toPort: port, cidr: '0.0.0.0/0' }],
        },
      };
    },
    (status) => {
      const id = `vol-0${hex(16)}`;
      const region = pick(regions);
      const size = Math.ceil(random() * 2000);
      return {
        check: 'ec2-volume-attached',
        status,
        region,
        name: id,
        arn: `arn:aws:ec2:${region}:${account}:volume/${id}`,
        message:
          status === 'pass'
            ? `${id} is attached to i-0${hex(16)}`
            : `${id} of ${size} GiB has been unattached for ${Math.ceil(random() * 700)} days`,
        tags: { Environment: pick(['prod', 'staging', 'dev']) },
      };
    },
    (status, number) => {
      const id = uuid();
      const region = pick(regions);
      const name = `alias/${pick(teams)}-${number}`;
      return {
        check: 'kms-key-rotation-enabled',
        status,
        region,
        name,
        id,
        arn: `arn:aws:kms:${region}:${account}:key/${id}`,
        message: status === 'pass' ? `${name} rotates every 365 days` : `${name} does not rotate`,
        observed: { rotationEnabled: status === 'pass', rotationPeriodInDays: status === 'pass' ? 365 : null },
      };
    },
    (status, number) => {
      const region = pick(regions);
      const name = `${pick(teams)}-handler-${number}`;
      const memory = pick([512, 1024, 3008]);
      const used = Math.ceil(random() * memory);
      return {
        check: 'lambda-function-memory-fitting',
        status,
        region,
        name,
        arn: `arn:aws:lambda:${region}:${account}:function:${name}`,
        message: `${name} has ${memory} MB and uses ${used} MB`,
        observed: { memory, used },
      };
    },
  ];
  const cause = 'access denied';
  const findings = Array.from({ length: count }, (_, number) => {
    const status = statusOf();
    const made = (makers[number % makers.length] as (typeof makers)[number])(status, number);
    if (status !== 'unknown') return findingOf(made);
    const { observed: _observed, ...rest } = made;
    return findingOf({
      ...rest,
      message: `${made.name} could not be judged: ${cause}`,
      unknown: { actions: ['ec2:DescribeSecurityGroups'], cause },
    });
  });
  // Causes of so many take longer than the tests of the largest have.
  const whole = resultOf(findings, count > 20_000 ? { causes: [] } : {});
  const complete = whole.summary.byStatus.unknown === 0;
  return { ...whole, run: { ...whole.run, regions, complete }, coverage: { ...whole.coverage, complete } };
}
