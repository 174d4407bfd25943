import { describe, expect, it } from 'vitest';
import { hub } from '../../../src/services/securityhub/hub.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const described = {
  DescribeHub: {
    HubArn: 'arn:aws:securityhub:eu-west-1:111122223333:hub/default',
    SubscribedAt: '2025-01-01T00:00:00.000Z',
    AutoEnableControls: true,
  },
};

describe('AWS::SecurityHub::Hub', () => {
  it('reads every page of its standards and products', async () => {
    const { records, sent } = await collectType(hub, ['details', 'standards', 'products'], {
      ...described,
      GetEnabledStandards: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              StandardsSubscriptions: [{ StandardsArn: 'a', StandardsStatus: 'READY', StandardsInput: {} }],
              NextToken: 'more',
            }
          : { StandardsSubscriptions: [{ StandardsArn: 'b', StandardsStatus: 'FAILED' }] },
      ListEnabledProductsForImport: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined ? { ProductSubscriptions: ['p'], NextToken: 'more' } : { ProductSubscriptions: ['q'] },
    });
    expect(records).toMatchObject([
      { arn: 'arn:aws:securityhub:eu-west-1:111122223333:hub/default', item: { name: 'Security Hub in eu-west-1' } },
    ]);
    expect(records[0]?.outcomes).toEqual({
      details: { kind: 'present', value: { subscribedAt: '2025-01-01T00:00:00.000Z', autoEnableControls: true } },
      standards: {
        kind: 'present',
        value: [
          { arn: 'a', status: 'READY' },
          { arn: 'b', status: 'FAILED' },
        ],
      },
      products: { kind: 'present', value: ['p', 'q'] },
    });
    expect(sent).toHaveLength(5);
  });

  it.each(['InvalidAccessException', 'ResourceNotFoundException'])(
    'is not enabled where DescribeHub answers %s, and is asked no more',
    async (code) => {
      const { records, sent } = await collectType(hub, ['standards', 'products'], {
        DescribeHub: awsError(code, 'not subscribed', 401),
      });
      expect(records[0]?.outcomes).toEqual({
        details: { kind: 'absent', code },
        standards: { kind: 'present', value: [] },
        products: { kind: 'present', value: [] },
      });
      expect(sent).toHaveLength(1);
    },
  );
});
