import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { trust } from '../../src/services/directoryservice/trust.ts';

export default state(trust, 'directoryservice-trust-verified', {
  title: 'Trusts of directories are verified',
  at: 'state',
  is: {
    Verified: pass('{label} is verified[ ({direction})]'),
    ...sameFor(['VerifyFailed', 'Failed', 'UpdateFailed'], fail('{label} does not work: {state}[ ({reason})]')),
    ...sameFor(
      ['Created', 'Updated'],
      fail('{label} was never verified since it was set up ({state}); expected that it is'),
    ),
    ...sameFor(['Creating', 'Verifying', 'Updating'], notApplicable('{label} is being set up ({state})')),
    ...sameFor(['Deleting', 'Deleted'], notApplicable('{label} is being deleted')),
  },
  unsaid: unknown('AWS does not say in which state {label} is'),
  risk: 'People of the other domain cannot sign in to what stands behind the directory, or soon cannot.',
  fix: {
    text: 'See that both domains resolve and reach each other and have the same trust password, then verify the trust: `aws ds verify-trust` tells AWS to try again. One that nobody needs any more is better deleted.',
  },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_troubleshooting_trusts.html'],
});
