import check from '../../../checks/autoscaling/autoscaling-launch-configuration-imdsv2-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { configuration, group } from './base.ts';

const account = (tokens: 'required' | 'optional' | undefined) => ({
  along: {
    groups: [group],
    settings: [
      {
        id: '1',
        metadataDefaults: {
          told: true,
          tokens,
          endpoint: undefined,
          hopLimit: undefined,
          enforced: undefined,
          managedBy: undefined,
        },
      },
    ],
  },
});

checkSuite(check, configuration, [
  { when: 'it requires IMDSv2', given: {}, ...account(undefined), expect: 'pass' },
  {
    when: 'it does not',
    given: { tokens: 'optional' },
    ...account('required'),
    expect: 'fail',
    message: /\(optional\)/,
  },
  {
    when: 'metadata are off',
    given: { tokens: 'optional', endpoint: 'disabled' },
    ...account(undefined),
    expect: 'pass',
  },
  { when: 'it says nothing', given: { tokens: undefined }, ...account(undefined), expect: 'fail' },
  {
    when: 'it says nothing, and the account neither',
    given: { tokens: undefined },
    ...account('optional'),
    expect: 'fail',
  },
  { when: 'the account requires it', given: { tokens: undefined }, ...account('required'), expect: 'pass' },
  { when: 'no group uses it', given: { tokens: 'optional' }, expect: 'not-applicable' },
]);
