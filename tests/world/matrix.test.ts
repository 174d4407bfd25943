import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mainRegion } from '../../src/stand-in/facts.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { askedInOneRegion } from '../e2e/faults/rests-on.ts';
import { soak } from '../e2e/faults/run.ts';
import { affected } from '../helpers/affected.ts';
import { figure } from '../helpers/figures.ts';
import { WorldReader } from './collected.ts';
import { chosen } from './failing-operations.ts';
import { askedOperations, checks, undisturbed, ways, type Undisturbed } from './matrix.ts';

const operations = askedOperations();
let front: Front;
let reader: WorldReader;
let before: Undisturbed;
let sent: readonly { readonly name: string; readonly region: string }[];

beforeAll(async () => {
  front = await startWorld();
  reader = new WorldReader(front, mainRegion, 1);
  before = await undisturbed(reader);
  sent = front.record.requests.map(({ service, operation, region }) => ({ name: `${service}:${operation}`, region }));
}, 120_000);
afterAll(async () => {
  reader.close();
  await front.stop();
});

describe('the world, undisturbed', () => {
  it('is asked every operation that checks declare', () => {
    const names = new Set(sent.map(({ name }) => name));
    const left = operations
      .map(({ service, operation }) => `${service}:${operation}`)
      .filter((name) => !names.has(name));
    expect(left).toEqual([]);
    if (affected !== undefined) return;
    expect(operations.length).toBeGreaterThan(120);
    figure(
      'denied',
      'declared operations that are sent to the stand-in',
      operations.length,
      `all ${operations.length}`,
    );
  });

  it('is asked in each region all that has a reason there', () => {
    if (affected !== undefined) return;
    const inBarren = new Set(sent.filter(({ region }) => region === 'eu-west-1').map(({ name }) => name));
    expect(askedInOneRegion.filter((name) => inBarren.has(name))).toEqual([]);
  });

  it('is judged nearly whole: most checks give a pass or a fail', () => {
    const judged = new Set(
      [...before.evaluations.values()].flatMap(({ findings }) =>
        findings.filter(({ status }) => ['pass', 'fail'].includes(status)).map(({ check }) => check),
      ),
    );
    const left = checks.map(({ id }) => id).filter((id) => !judged.has(id));
    // Two always leave the last word to a person where there is anything to look at; the account manages no organization.
    const manual = [
      'account-contact-details-current',
      'controltower-accounts-enrolled',
      'controltower-baseline-enabled-on-organizational-units',
      'controltower-controls-enabled-on-organizational-units',
      'controltower-enabled-control-no-drift',
      'controltower-landing-zone-exists',
      // Its settings name no ports.
      'ec2-security-group-no-open-ingress-custom-ports',
      'ecr-public-repository-reviewed',
      // Every policy is attached.
      'iam-customer-policy-unattached-no-admin',
      'organizations-management-account-no-workloads',
      'shield-standard-exposed-resources-inventoried',
    ];
    expect(left).toEqual(manual.filter((id) => checks.some((check) => check.id === id)));
    if (affected !== undefined) return;
    figure('denied', 'checks that give a pass or a fail in the world', judged.size, `of ${checks.length}`);
  });
});

describe('operations fail', () => {
  it('in many ways', () => {
    const pairs = operations.reduce((sum, _, index) => sum + chosen(index).length, 0);
    expect(pairs).toBeGreaterThanOrEqual(3 * operations.length);
    if (affected !== undefined) return;
    figure('denied', 'ways to fail', ways.length, '');
    figure('denied', 'pairs of an operation and a way to fail', pairs, soak ? `all ${pairs}` : '');
  });
});
