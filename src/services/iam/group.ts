import { resource } from '../../inventory/resource.ts';
import { authorizationDetails } from './details.ts';
import { iam } from './service.ts';

export const group = resource(iam, 'AWS::IAM::Group', {
  calls: ['GetAccountAuthorizationDetails'],
  narrows: { GetAccountAuthorizationDetails: { Filter: 'unless given' } },
  async *list(api) {
    yield* (await authorizationDetails(api)).groups;
  },
});
