import { checks } from '../../../checks/index.ts';
import { causesOf } from '../../../src/engine/causes/ledger.ts';
import type { Cause } from '../../../src/engine/causes/cause.ts';
import type { Check } from '../../../src/engine/check.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import { fingerprintOf } from '../../../src/engine/fingerprint.ts';

export const account = '111122223333';

const byId = new Map(checks.map((check) => [check.id, check]));

/** @throws TypeError when there is no such check */
export function checkOf(id: string): Check {
  const found = byId.get(id);
  if (found === undefined) throw new TypeError(`no check ${id}`);
  return found;
}

/** A finding as a check of the catalogue makes it of something called `name`. */
export function finding(id: string, name: string, change: Partial<Finding> & { readonly arn?: string } = {}): Finding {
  const check = checkOf(id);
  const { arn: given, ...rest } = change;
  const region = change.region ?? (check.resource.scope === 'global' ? 'global' : 'eu-west-1');
  const arn = given ?? `arn:aws:${check.service}:${region === 'global' ? '' : region}:${account}:${name}`;
  return {
    fingerprint: fingerprintOf(id, account, region, arn),
    check: id,
    title: check.title,
    service: check.service,
    category: check.category,
    severity: check.severity,
    status: 'fail',
    message: `${name} is not as ${id} asks`,
    account,
    region,
    resource: { type: check.resource.type, id: name, arn, name, tags: {} },
    evidence: [],
    ...rest,
  };
}

export const root = (id: string, change: Partial<Finding> = {}): Finding =>
  finding(id, account, { arn: `arn:aws:iam::${account}:root`, ...change });

export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const bucket = (id: string, name: string, change: Partial<Finding> = {}): Finding =>
  finding(id, name, { arn: bucketArn(name), region: 'eu-west-1', ...change });

export const causes = (findings: readonly Finding[], regions = 20): Cause[] =>
  causesOf(findings, checks, { account, partition: 'aws', regions: () => regions });
