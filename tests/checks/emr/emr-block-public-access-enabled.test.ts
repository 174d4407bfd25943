import check from '../../../checks/emr/emr-block-public-access-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const ports = (...permitted: readonly (readonly [number, number])[]) => ({
  on: true,
  permitted: permitted.map(([from, to]) => ({ from, to })),
});
const base = { id: 'settings', name: 'EMR in eu-west-1', blockPublicAccess: ports([22, 22]) };
const given = (...permitted: readonly (readonly [number, number])[]): object => ({
  blockPublicAccess: ports(...permitted),
});

checkSuite(check, base, [
  { when: 'SSH alone may be open', expect: 'pass', message: /except on port 22$/ },
  { when: 'nothing may be open', given: given(), expect: 'pass', message: /open to the world$/ },
  { when: 'another port may be open', given: given([22, 22], [8443, 8443]), expect: 'fail', message: /on ports 8443;/ },
  { when: 'SSH is in a range that may be open', given: given([20, 25]), expect: 'fail', message: /on ports 20 to 25;/ },
  {
    when: 'a range that may be open begins with SSH',
    given: given([22, 30]),
    expect: 'fail',
    message: /on ports 22 to 30;/,
  },
  { when: 'every port may be open', given: given([0, 65535]), expect: 'fail' },
  {
    when: 'the ports are not said',
    given: { blockPublicAccess: { on: true, permitted: undefined } },
    expect: 'unknown',
  },
  { when: 'it is off', given: { blockPublicAccess: { on: false, permitted: [] } }, expect: 'fail' },
  { when: 'nothing is said', given: { blockPublicAccess: { on: undefined, permitted: [] } }, expect: 'unknown' },
]);
