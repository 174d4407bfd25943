import check from '../../../checks/guardduty/guardduty-all-regions-enabled.ts';
import { gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const usEast = { region: 'us-east-1' };
const enabled = [{ id: 'eu-west-1' }, { id: 'us-east-1' }];

checkSuite(check, { id: '111122223333', name: 'The account' }, [
  {
    when: 'every enabled region has a running detector',
    along: { detectors: [on([]), { ...on([]), ...usEast }], enabled },
    expect: 'pass',
    message: /all 2 regions: eu-west-1, us-east-1/,
  },
  {
    when: 'a region has no detector',
    along: { detectors: [on([]), { ...gone, ...usEast }], enabled },
    expect: 'fail',
    message: /1 of the 2 regions read: us-east-1$/,
  },
  {
    when: "a region's detector is suspended",
    along: { detectors: [suspended([]), { ...on([]), ...usEast }], enabled },
    expect: 'fail',
    message: /: eu-west-1$/,
  },
  {
    when: 'a region lacks it and another was not read',
    along: { detectors: [gone], enabled },
    regions: ['eu-west-1'],
    expect: 'fail',
    message: /: eu-west-1; 1 enabled regions were not read: us-east-1$/,
  },
  {
    when: 'the run was limited to some regions',
    along: { detectors: [on([])], enabled },
    regions: ['eu-west-1'],
    expect: 'not-applicable',
    message: /not read: us-east-1/,
  },
  {
    when: 'the partition cannot list its regions',
    along: { detectors: [on([]), { ...on([]), ...usEast }] },
    expect: 'pass',
    message: /all 2 regions/,
  },
  {
    when: 'no region that was read has GuardDuty at all',
    along: { enabled },
    expect: 'not-applicable',
    message: /0 regions/,
  },
]);
