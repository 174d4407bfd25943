import { resource } from '../../inventory/resource.ts';
import { authorizationDetails } from './details.ts';
import { iam } from './service.ts';

/**
 * A policy embedded in a user, group or role. AWS gives it no ARN: ours is the owner's with `:inline-policy/NAME`.
 * The id is `<kind of owner>/<owner>/<policy>`.
 */
export const inlinePolicy = resource(iam, 'AWS::IAM::Policy', {
  calls: ['GetAccountAuthorizationDetails'],
  narrows: { GetAccountAuthorizationDetails: { Filter: 'unless given' } },
  async *list(api) {
    const { users, groups, roles } = await authorizationDetails(api);
    for (const [ownerKind, owners] of [
      ['user', users] as const,
      ['group', groups] as const,
      ['role', roles] as const,
    ]) {
      for (const owner of owners) {
        for (const { name, document } of owner.inline) {
          yield {
            id: `${ownerKind}/${owner.id}/${name}`,
            arn: `${owner.arn}:inline-policy/${name}`,
            policyName: name,
            ownerKind,
            owner: owner.id,
            ownerArn: owner.arn,
            document,
          };
        }
      }
    }
  },
});
