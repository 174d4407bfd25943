import { describe, expect, it } from 'vitest';
import { protection } from '../../../src/services/shield/protection.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const active = { GetSubscriptionState: { SubscriptionState: 'ACTIVE' } };
const one = {
  ...active,
  ListProtections: {
    Protections: [{ Id: 'p1', Name: 'web', ResourceArn: 'arn:aws:cloudfront::111122223333:distribution/E1' }],
  },
};

describe('AWS::Shield::Protection', () => {
  it('lists the protections of every page', async () => {
    const { records } = await collectType(protection, [], {
      ...active,
      ListProtections: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              Protections: [
                { Id: 'p1', Name: 'web', ResourceArn: 'arn:a', ProtectionArn: 'arn:p1', HealthCheckIds: ['h1'] },
              ],
              NextToken: 'more',
            }
          : { Protections: [{ Id: 'p2', ResourceArn: 'arn:b' }] },
    });
    expect(records.map((r) => r.item)).toEqual([
      { id: 'p2', name: undefined, arn: undefined, protects: 'arn:b', healthCheckIds: [] },
      { id: 'p1', name: 'web', arn: 'arn:p1', protects: 'arn:a', healthCheckIds: ['h1'] },
    ]);
    expect(records[0]?.arn).toBe('arn:aws:shield::111122223333:protection/p2');
  });

  it('has none, and asks for none, without a subscription', async () => {
    const { records, gap, sent } = await collectType(protection, [], {
      GetSubscriptionState: { SubscriptionState: 'INACTIVE' },
    });
    expect([records, gap, sent.length]).toEqual([[], undefined, 1]);
  });

  it('is not empty but unreadable when the subscription or the list is denied', async () => {
    const denied = awsError('AccessDeniedException', 'no', 400);
    expect((await collectType(protection, [], { GetSubscriptionState: denied })).gap?.kind).toBe('denied');
    expect((await collectType(protection, [], { ...active, ListProtections: denied })).gap?.kind).toBe('denied');
  });

  it.each([
    [
      { Status: 'ENABLED', Action: { Block: {} } },
      { status: 'ENABLED', action: 'block' },
    ],
    [
      { Status: 'ENABLED', Action: { Count: {} } },
      { status: 'ENABLED', action: 'count' },
    ],
    [
      { Status: 'DISABLED', Action: {} },
      { status: 'DISABLED', action: undefined },
    ],
    [undefined, { status: 'NEVER_ENABLED', action: undefined }],
  ])('reads the automatic response %j as %j', async (ApplicationLayerAutomaticResponseConfiguration, value) => {
    const { records, sent } = await collectType(protection, ['automaticResponse'], {
      ...one,
      DescribeProtection: { Protection: { Id: 'p1', ApplicationLayerAutomaticResponseConfiguration } },
    });
    expect(records[0]?.outcomes['automaticResponse']).toEqual({ kind: 'present', value });
    expect(sent.at(-1)?.input).toEqual({ ProtectionId: 'p1' });
  });

  it('takes no answer without a protection for a disabled response', async () => {
    const { records } = await collectType(protection, ['automaticResponse'], { ...one, DescribeProtection: {} });
    expect(records[0]?.outcomes['automaticResponse']).toEqual({
      kind: 'present',
      value: { status: undefined, action: undefined },
    });
  });
});
