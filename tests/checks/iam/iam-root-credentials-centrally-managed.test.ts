import check from '../../../checks/iam/iam-root-credentials-centrally-managed.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const management = { id: 'o-abcdefghij', featureSet: 'ALL', managementAccount: '111122223333', isManagement: true };

checkSuite(
  check,
  {
    id: '111122223333',
    organization: management,
    organizationFeatures: ['RootCredentialsManagement', 'RootSessions'] as readonly string[],
  },
  [
    { when: 'the feature is on', expect: 'pass' },
    { when: 'only root sessions are on', given: { organizationFeatures: ['RootSessions'] }, expect: 'fail' },
    {
      when: 'the management account has no trusted access for IAM',
      given: { organizationFeatures: undefined },
      expect: 'fail',
      message: /trusted access/,
    },
    {
      when: 'the account is a member that may not ask',
      given: {
        organization: { ...management, managementAccount: '999900001111', isManagement: false },
        organizationFeatures: undefined,
      },
      expect: 'not-applicable',
      message: /999900001111/,
    },
    {
      when: 'a delegated administrator may ask',
      given: { organization: { ...management, isManagement: false } },
      expect: 'pass',
    },
    {
      when: 'the account is in no organization',
      given: { organization: undefined, organizationFeatures: undefined },
      expect: 'not-applicable',
    },
    {
      when: 'the account is in China, which has no root user',
      given: { partition: 'aws-cn' },
      expect: 'not-applicable',
      message: /China regions/,
    },
  ],
);
