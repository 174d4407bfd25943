import { resource } from '../../inventory/resource.ts';
import { authorizationDetails } from './details.ts';
import { iam } from './service.ts';

export const role = resource(iam, 'AWS::IAM::Role', {
  calls: ['GetAccountAuthorizationDetails'],
  narrows: { GetAccountAuthorizationDetails: { Filter: 'unless given' } },
  async *list(api) {
    yield* (await authorizationDetails(api)).roles;
  },
});
