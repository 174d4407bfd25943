import check from '../../../checks/ec2/ec2-launch-template-imdsv2-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const version = (number: number, set: object = {}) => ({
  number,
  interfaces: [] as never[],
  metadata: { endpoint: undefined, tokens: undefined, hopLimit: undefined, ...set },
});
const required = { endpoint: 'enabled', tokens: 'required' };
const defaults = (tokens?: 'required' | 'optional') => ({
  settings: [
    {
      id: 'settings',
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
});

checkSuite(
  check,
  {
    id: 'lt-1',
    name: 'web',
    defaultVersion: 1,
    latestVersion: 2,
    versions: [version(1, required), version(2, required)],
  },
  [
    { when: 'both versions require tokens', along: defaults(), expect: 'pass', message: /default and latest version$/ },
    {
      when: 'tokens may travel further',
      given: { versions: [version(1, required), version(2, { ...required, hopLimit: 3 })] },
      along: defaults(),
      expect: 'pass',
      message: /3 hops/,
    },
    {
      when: 'one has no metadata service',
      given: { versions: [version(1, { endpoint: 'disabled' }), version(2, required)] },
      along: defaults(),
      expect: 'pass',
    },
    {
      when: 'tokens are optional where there is no metadata service',
      given: { versions: [version(1, { endpoint: 'disabled', tokens: 'optional' }), version(2, required)] },
      along: defaults(),
      expect: 'pass',
    },
    {
      when: 'the default version does not require them',
      given: { versions: [version(1, { tokens: 'optional' }), version(2, required)] },
      along: defaults('required'),
      expect: 'fail',
      message: /its default version 1$/,
    },
    {
      when: 'the latest version does not require them',
      given: { versions: [version(1, required), version(2, { tokens: 'optional' })] },
      along: defaults(),
      expect: 'fail',
      message: /its latest version 2$/,
    },
    {
      when: 'the only version does not require them',
      given: { latestVersion: 1, versions: [version(1, { tokens: 'optional' })] },
      along: defaults(),
      expect: 'fail',
      message: /default and latest version 1$/,
    },
    {
      when: 'a version says nothing and neither does the account',
      given: { versions: [version(1, required), version(2)] },
      along: defaults(),
      expect: 'fail',
      message: /latest version 2, and no default of the account/,
    },
    {
      when: 'a version says nothing and the account lets IMDSv1 be',
      given: { versions: [version(1), version(2)] },
      along: defaults('optional'),
      expect: 'fail',
      message: /default version 1 and latest version 2/,
    },
    {
      when: 'a version says nothing and the account requires tokens',
      given: { versions: [version(1), version(2, required)] },
      along: defaults('required'),
      expect: 'pass',
      message: /leaves it to the account's default.* default version 1$/,
    },
    {
      when: 'only the endpoint is set and the account requires tokens',
      given: { versions: [version(1, { endpoint: 'enabled' }), version(2, required)] },
      along: defaults('required'),
      expect: 'pass',
    },
    {
      when: 'a version was not given',
      given: { versions: [version(1, required)] },
      along: defaults(),
      expect: 'unknown',
      message: /version 2 of web/,
    },
    {
      when: 'the version that was given is bad enough',
      given: { versions: [version(1, { tokens: 'optional' })] },
      along: defaults(),
      expect: 'fail',
    },
    { when: 'no version was given', given: { versions: [] }, along: defaults('required'), expect: 'unknown' },
  ],
);
