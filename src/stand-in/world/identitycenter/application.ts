import { answers } from '../../answers.ts';
import { account, daysAgo } from '../../facts.ts';
import { isOwn } from './instance.ts';

const arnOf = (id: string): string => `arn:aws:sso::${account}:application/ssoins-1111222233334444/apl-${id}`;
const applications = ['0000000000000001', '0000000000000002'].map((id, n) => ({
  ApplicationArn: arnOf(id),
  ApplicationProviderArn: 'arn:aws:sso::aws:applicationProvider/custom',
  Name: n === 0 ? 'notebooks' : 'dashboards',
  ApplicationAccount: account,
  InstanceArn: 'arn:aws:sso:::instance/ssoins-1111222233334444',
  Status: 'ENABLED',
  CreatedDate: daysAgo(100),
}));

/** Everybody gets into the dashboards. */
export default answers(
  'sso-admin',
  {
    ListApplications: ({ input }) => ({ Applications: isOwn(input) ? applications : [] }),
    GetApplicationAssignmentConfiguration: ({ input }) => ({
      AssignmentRequired: input['ApplicationArn'] === arnOf('0000000000000001'),
    }),
  },
  { 'AWS::SSO::Application': 'apl-0000000000000001' },
);
