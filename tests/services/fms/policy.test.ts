import { describe, expect, it } from 'vitest';
import { firewallManager } from '../../../src/services/fms/administrator.ts';
import { firewallPolicy } from '../../../src/services/fms/policy.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const denied = (message: string) => awsError('AccessDeniedException', message);

describe('what Firewall Manager tells an account that does not administer it', () => {
  it.each([
    'No default admin could be found for account 111122223333',
    'Account: 111122223333 is not currently delegated by AWS FM.',
    'Operation: ListPolicies is only available to Administration account in AWS Firewall Manager.',
  ])('is no gap: %s', async (message) => {
    const policies = await collectType(firewallPolicy, [], { ListPolicies: denied(message) });
    expect(policies).toMatchObject({ records: [], gap: undefined });
    const { records } = await collectType(firewallManager, ['administrator'], { GetAdminAccount: denied(message) });
    expect(records[0]?.outcomes['administrator']).toMatchObject({ kind: 'absent' });
  });
  it('is a gap where a policy denies it', async () => {
    const message = 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: fms:ListPolicies';
    const { gap } = await collectType(firewallPolicy, [], { ListPolicies: denied(message) });
    expect(gap).toMatchObject({ kind: 'denied' });
    const { records } = await collectType(firewallManager, ['administrator'], { GetAdminAccount: denied(message) });
    expect(records[0]?.outcomes['administrator']).toMatchObject({ kind: 'denied' });
  });
});
