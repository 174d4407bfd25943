import { resource } from '../../inventory/resource.ts';
import { signin } from './service.ts';

/** From where people may sign in to the console of the account. */
export const signinAccount = resource(signin, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'AWS Sign-In' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:signin::${id}:settings`,
  references: ['https://docs.aws.amazon.com/signin/latest/userguide/console-access-control.html'],
}).facets((facet) => ({
  /** Whether policies have a say in who signs in; absent where nobody has set it, which is off. */
  authorization: facet.call('GetConsoleAuthorizationConfiguration', {
    absentOn: ['ResourceNotFoundException'],
    keep: ({ consoleAuthorizationEnabled, scope }) => ({ enabled: consoleAuthorizationEnabled, scope }),
  }),
  /** The account's policy as a document of IAM; absent where it has none. */
  policy: facet.call('GetResourcePolicy', {
    absentOn: ['ResourceNotFoundException'],
    keep: ({ signinResourceBasedPolicy: found }) => ({
      document: {
        Version: found?.version ?? '2012-10-17',
        Statement: found?.statement?.map(({ effect, principal, action, resource: on, condition }) => ({
          Effect: effect,
          Principal: principal,
          Action: action,
          Resource: on,
          ...(condition === undefined ? {} : { Condition: condition }),
        })),
      } as unknown,
      statements: found?.statement?.length,
    }),
  }),
}));
