import { createHash } from 'node:crypto';

/**
 * The demo's company: Marlow & Finch, which sells garden furniture on the web. Its production account, a member of the
 * company's organization, was read one Monday morning. Nobody and nothing in it exists.
 */
export const account = '408210937655';
export const managementAccount = '716420085193';
export const organizationId = 'o-mf4k20qexample';
export const organizationArn = `arn:aws:organizations::${managementAccount}:organization/${organizationId}`;
export const securityAccount = '530917264408';
/** The logistics partner that fetches shipping labels. */
export const partnerAccount = '882640915377';

/** Where the shop runs, where the data team works, and where what is global lives. */
export const regions = ['eu-west-1', 'eu-central-1', 'us-east-1'] as const;
export type Region = (typeof regions)[number];

/** The moment of the recording: everything in the account is dated back from it. */
export const now = Date.parse('2026-11-02T06:30:00.000Z');

/** ISO 8601, some days and hours before the recording. */
export const ago = (days: number, hours = 0): string =>
  new Date(now - days * 86_400_000 - hours * 3_600_000).toISOString();

const digest = (text: string): string => createHash('sha256').update(`marlow/${text}`).digest('hex');

/** An id as EC2 makes them, e.g. `sg-0a1b…`: the same for the same name on every recording. */
export const idOf = (prefix: string, name: string): string => `${prefix}-0${digest(`${prefix}/${name}`).slice(0, 16)}`;

export const uuidOf = (name: string): string =>
  digest(name).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** An id as IAM makes them, e.g. `AROA…`. */
export const uniqueId = (prefix: string, name: string): string =>
  prefix +
  digest(name)
    .slice(0, 17)
    .replaceAll(/./g, (digit) => 'ABCDEFGHJKLMNPQR'.charAt(Number.parseInt(digit, 16)));

export type Team = 'storefront' | 'payments' | 'data' | 'platform' | 'marketing';

export const tagsOf = (team: Team, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  team,
  env: 'production',
  ...more,
});

/** As most services write tags. */
export const tagList = (tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** A resource's tags with the name that the console shows. */
export const named = (Name: string, team: Team, more: Readonly<Record<string, string>> = {}) =>
  tagList({ Name, ...tagsOf(team, more) });

export const iamArn = (rest: string): string => `arn:aws:iam::${account}:${rest}`;
export const arnIn = (service: string, region: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

/** A policy document with the given statements. */
export const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
export const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*'): object => ({
  Effect: 'Allow',
  Action,
  Resource,
});

/** Some items by region. */
export type ByRegion<T> = Partial<Record<Region, readonly T[]>>;
export const inRegion = <T>(items: ByRegion<T>, region: string): readonly T[] =>
  (items as Record<string, readonly T[]>)[region] ?? [];
