import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../src/engine/evaluate.ts';
import { customerKey, encryptedAtRest } from '../../../src/judgements/encryption/encryption.ts';
import { texts, thing } from '../../engine/forms/thing.ts';
import { expectLaws, expectSameIn, otherPartitions } from '../../helpers/check-suite.ts';
import { casesOf } from '../../helpers/forms/cases.ts';

const account = '111122223333';
const base = { id: 'one', name: 'One', region: 'eu-west-1', account, setup: { mode: 'A', since: undefined } };
const by = {
  at: 'setup.mode',
  is: { A: 'none', B: 'aws', C: 'kms', D: 'kms' },
  unsaid: undefined,
  key: 'setup.since',
  what: 'its data',
} as const;
const atRest = encryptedAtRest(thing, 'x-thing-encrypted', { ...texts, by });
const own = customerKey(thing, 'x-thing-own-key', { ...texts, by });
const arn = `arn:aws:kms:eu-west-1:${account}:key/k`;
const keys = (manager: string | undefined) => [
  { id: 'k', arn, region: 'eu-west-1', aliases: ['alias/own'], details: { manager } },
];

describe('what encrypts', () => {
  it.each([
    [atRest, 'from its declaration', 6],
    [own, 'from its declaration', 13],
  ])('%# has its cases %s', (check, _, count) => {
    const all = casesOf(check.form, { base, bases: [base], other: {}, settings: settingsOf({}, undefined) });
    expect(all.length).toBeGreaterThanOrEqual(count - 2);
    for (const c of all) {
      const { verdict, text } = expectLaws(check as never, c.given as never, c as never);
      expect([c.when, verdict.kind], text).toEqual([c.when, c.expect]);
      for (const id of otherPartitions) expectSameIn(id, check as never, c.given as never, c as never);
    }
  });

  it.each<[string | undefined, string | undefined, string | undefined, string]>([
    ['A', undefined, undefined, 'One! does not encrypt its data; expected a customer managed key'],
    ['B', undefined, undefined, 'One! encrypts its data with keys of AWS; expected a customer managed key'],
    ['C', undefined, undefined, 'One! encrypts its data with the AWS managed key; expected a customer managed key'],
    [
      'C',
      'alias/aws/x',
      undefined,
      'One! encrypts its data with the AWS managed key alias/aws/x; expected a customer managed key',
    ],
    ['C', arn, 'AWS', `One! encrypts its data with the AWS managed key ${arn}; expected a customer managed key`],
    ['D', arn, 'CUSTOMER', `One! encrypts its data with the customer managed key ${arn}`],
    ['D', 'alias/own', 'CUSTOMER', 'One! encrypts its data with the customer managed key alias/own'],
    [
      'D',
      arn.replace('eu-west-1', 'us-east-1'),
      'CUSTOMER',
      `One! encrypts its data with ${arn.replace('eu-west-1', 'us-east-1')}, and AWS did not say who manages it`,
    ],
    [
      'D',
      arn.replace(account, '2'.repeat(12)),
      undefined,
      `One! encrypts its data with ${arn.replace(account, '2'.repeat(12))}, a key of account ${'2'.repeat(12)}`,
    ],
    [undefined, arn, 'CUSTOMER', 'AWS did not say what encrypts its data of One!'],
  ])('is judged of %s by key %s of %s', (mode, since, manager, text) => {
    const given = { setup: { mode, since } };
    expect(
      expectLaws(own as never, base as never, { when: '', given, along: { keys: keys(manager) } } as never).text,
    ).toBe(text);
  });

  it('is unknown where keys could not be read, and where that matters alone', () => {
    const unreadAlong = { keys: { actions: ['kms:DescribeKey'], cause: 'kms:DescribeKey denied' } };
    const kindOf = (mode: string, since?: string) =>
      expectLaws(own as never, base as never, { when: '', given: { setup: { mode, since } }, unreadAlong } as never)
        .verdict;
    expect(kindOf('C', arn)).toMatchObject({ kind: 'unknown', without: ['keys'] });
    expect([kindOf('A').kind, kindOf('B').kind, kindOf('C', 'alias/aws/x').kind]).toEqual(['fail', 'fail', 'fail']);
  });
});
