import { answers, here } from '../../answers.ts';
import { account, arnOf, daysAgo } from '../../facts.ts';

const applicationArn = arnOf('account-access', 'application/app-0a1b2c3d4e5f6a7b');
const one = (entitlementId: string, identityCenter: object, role: string, target: string = account) => ({
  entitlementId,
  entitlement: {
    principalRole: {
      principal: { identityCenter },
      roleArn: `arn:aws:iam::${target}:role/${role}`,
      account: target,
    },
  },
  createdAt: daysAgo(20),
});

/** A group that may act as a role of the account, and a user in another one. */
export default answers('account-access', {
  ListApplications: here({ applications: [{ applicationArn, createdAt: daysAgo(30), updatedAt: daysAgo(30) }] }),
  ListEntitlements: here({
    entitlements: [
      one('ent-0a1b2c3d4e5f6a7b', { groupId: '11112222-3333-4444-5555-666677778882' }, 'app'),
      one('ent-1a1b2c3d4e5f6a7b', { userId: '11112222-3333-4444-5555-666677778881' }, 'admin', '210987654321'),
    ],
  }),
});
