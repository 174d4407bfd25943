import check from '../../../checks/ec2/ec2-launch-template-user-data-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const version = (number: number, ...lines: number[]) => ({
  number,
  present: true,
  secrets: lines.map((line) => ({ kind: 'password', where: { line, column: 1 }, confidence: 'high' as const })),
});

checkSuite(
  check,
  { id: 'lt-1', name: 'web', defaultVersion: 1, latestVersion: 2, userDataSecrets: [version(1), version(2)] },
  [
    {
      when: 'neither version has one',
      expect: 'pass',
      message:
        /^web has nothing in the user data of version 1 \(default\) and version 2 \(latest\) that looks like a secret$/,
    },
    {
      when: 'no version has user data',
      given: {
        userDataSecrets: [
          { ...version(1), present: false },
          { ...version(2), present: false },
        ],
      },
      expect: 'pass',
    },
    {
      when: 'the only version has none',
      given: { defaultVersion: 2, userDataSecrets: [version(2)] },
      expect: 'pass',
      message: /user data of version 2 \(default and latest\) that looks like a secret$/,
    },
    {
      when: 'the latest version has one',
      given: { userDataSecrets: [version(1), version(2, 4)] },
      expect: 'fail',
      message: /version 2: line 4, column 1 \(password\)/,
    },
    {
      when: 'both versions have one',
      given: { userDataSecrets: [version(1, 4), version(2, 4)] },
      expect: 'fail',
      message: /2 secrets .*version 1: .*version 2: /,
    },
    {
      when: 'a version was not given',
      given: { userDataSecrets: [version(1)] },
      expect: 'unknown',
      message: /version 2 of web/,
    },
    {
      when: 'the version that was given has one',
      given: { userDataSecrets: [version(1, 4)] },
      expect: 'fail',
      message: /in the user data of version 1 \(default\): /,
    },
    { when: 'no version was given', given: { userDataSecrets: [] }, expect: 'unknown', message: /1, 2 of web/ },
  ],
);
