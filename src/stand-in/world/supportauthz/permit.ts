import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, keyArn } from '../../facts.ts';

const permit = (name: string, actions: object, resources: object, ends?: Date) => ({
  name,
  arn: arnOf('supportauthz', `support-permit/${name}`),
  permit: {
    actions,
    resources,
    ...(ends === undefined ? {} : { conditions: [{ allowAfter: daysAgo(3) }, { allowBefore: ends }] }),
  },
  status: 'ACTIVE',
  signingKeyInfo: { kmsKey: keyArn },
  createdAt: daysAgo(3),
});

/** One for a case, and one for everything without an end. */
export default answers(
  'supportauthz',
  {
    ListSupportPermits: here({
      supportPermits: [
        permit(
          'case-12345',
          { actions: ['rds:DescribeDatabaseInternals'] },
          { resources: [arnOf('rds', 'db:shop')] },
          daysAgo(-10),
        ),
        permit('always', { allActions: {} }, { allResourcesInRegion: {} }),
      ],
    }),
  },
  { 'AWS::SupportAuthZ::SupportPermit': 'case-12345' },
);
