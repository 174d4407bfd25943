import { account } from '../../../src/stand-in/facts.ts';

export { account };

/** Twenty regions as accounts have them; the first holds the most. */
export const regions = [
  'us-east-1',
  'eu-west-1',
  'us-west-2',
  'us-east-2',
  'us-west-1',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'me-south-1',
  'af-south-1',
] as const;

/** How a hundredth part of the resources spreads over the regions: 24 in the first, 4 in each of the others. */
const share = (region: number): number => (region === 0 ? 0.24 : 0.04);

/** Every twentieth resource of a type is of the same make. */
export const makes = 20;

/**
 * How many there are of each kind among 200,000. Those that cost a call each are few, as they are in real accounts; most
 * are what automation leaves behind: network interfaces, snapshots, disks.
 */
const amongAll = {
  networkInterface: 42_000,
  snapshot: 47_000,
  volume: 38_000,
  securityGroup: 14_000,
  lambda: 3_000,
  alarm: 16_000,
  parameter: 10_000,
  instance: 4_000,
  subnet: 6_000,
  routeTable: 3_000,
  address: 3_000,
  role: 2_500,
  stack: 1_000,
  taskDefinition: 1_000,
  metricFilter: 2_000,
  loadBalancer: 1_000,
  policy: 1_200,
  key: 600,
  bucket: 500,
  topic: 500,
  networkAcl: 1_000,
  vpc: 1_000,
  endpoint: 1_000,
  launchTemplate: 500,
  stateMachine: 300,
  project: 500,
  user: 400,
} as const;

export type Kind = keyof typeof amongAll;
export const kinds = Object.keys(amongAll) as Kind[];
const whole = 200_000;

/** The kinds that are not in a region. */
export const globalKinds: ReadonlySet<Kind> = new Set(['role', 'policy', 'user', 'bucket']);

/** How many resources of a kind an account of `resources` has in a region (by index), at least one. */
export function countIn(kind: Kind, region: number, resources: number): number {
  const all = (amongAll[kind] * resources) / whole;
  return Math.max(1, Math.round(globalKinds.has(kind) ? (region === 0 ? all : 0) : all * share(region)));
}

/** How many resources of a kind an account has. */
export const countOf = (kind: Kind, resources: number): number =>
  globalKinds.has(kind)
    ? countIn(kind, 0, resources)
    : regions.reduce((sum, _, region) => sum + countIn(kind, region, resources), 0);

/** How many of them are of some makes (each below {@link makes}). */
export function countOfMakes(kind: Kind, resources: number, chosen: readonly number[]): number {
  const among = (count: number): number =>
    chosen.reduce((sum, make) => sum + Math.max(0, Math.ceil((count - make) / makes)), 0);
  return globalKinds.has(kind)
    ? among(countIn(kind, 0, resources))
    : regions.reduce((sum, _, region) => sum + among(countIn(kind, region, resources)), 0);
}

/** The number that makes a resource's id its own: AWS lists in no order, so neighbours are far apart. */
export const numberOf = (region: number, index: number): string =>
  String(((region * 10_000_000 + index + 1) * 48_271) % 999_999_937).padStart(9, '0');
