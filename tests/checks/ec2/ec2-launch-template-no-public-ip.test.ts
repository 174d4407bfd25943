import check from '../../../checks/ec2/ec2-launch-template-no-public-ip.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const version = (number: number, ...publicIps: (boolean | undefined)[]) => ({
  number,
  metadata: { endpoint: undefined, tokens: undefined, hopLimit: undefined },
  interfaces: publicIps.map((associatePublicIp, deviceIndex) => ({ deviceIndex, associatePublicIp, ipv6: false })),
});

checkSuite(
  check,
  { id: 'lt-1', name: 'web', defaultVersion: 1, latestVersion: 2, versions: [version(1, false), version(2, false)] },
  [
    { when: 'neither version asks for a public address', expect: 'pass' },
    {
      when: 'the subnet decides',
      given: { versions: [version(1, undefined), version(2)] },
      expect: 'pass',
      message:
        /asks for no public IP address in its default and latest version; where it says nothing, the subnet decides$/,
    },
    {
      when: 'it asks for IPv6 addresses',
      given: {
        versions: [
          version(1, false),
          { ...version(2), interfaces: [{ deviceIndex: 0, associatePublicIp: false, ipv6: true }] },
        ],
      },
      expect: 'fail',
      message: /IPv6 addresses, public unless .* latest version 2$/,
    },
    {
      when: 'the default version asks for one',
      given: { versions: [version(1, true), version(2, false)] },
      expect: 'fail',
      message: /its default version 1$/,
    },
    {
      when: 'only the latest version asks for one',
      given: { versions: [version(1, false), version(2, true)] },
      expect: 'fail',
      message: /latest version 2$/,
    },
    {
      when: 'both ask for one',
      given: { versions: [version(1, true), version(2, true)] },
      expect: 'fail',
      message: /default version 1 and latest version 2/,
    },
    {
      when: 'the only version asks for one on its second interface',
      given: { latestVersion: 1, versions: [version(1, false, true)] },
      expect: 'fail',
      message: /default and latest version 1/,
    },
    {
      when: 'a version was not given',
      given: { versions: [version(1, false)] },
      expect: 'unknown',
      message: /version 2 of web/,
    },
    { when: 'the version that was given is bad enough', given: { versions: [version(1, true)] }, expect: 'fail' },
    { when: 'no version was given', given: { versions: [] }, expect: 'unknown' },
  ],
);
