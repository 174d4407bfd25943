import { resource } from '../../inventory/resource.ts';
import { authorizationDetails } from './details.ts';
import { iam } from './service.ts';

/** The customer's managed policies, and those of AWS that are attached to something. */
export const managedPolicy = resource(iam, 'AWS::IAM::ManagedPolicy', {
  calls: ['GetAccountAuthorizationDetails'],
  narrows: { GetAccountAuthorizationDetails: { Filter: 'unless given' } },
  async *list(api) {
    yield* (await authorizationDetails(api)).policies;
  },
});
