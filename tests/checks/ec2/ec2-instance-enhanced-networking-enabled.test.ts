import check from '../../../checks/ec2/ec2-instance-enhanced-networking-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainInstance } from './plain-instance.ts';

const network = (type: 'm4.large' | 't2.micro' | 'm5.large', ena: boolean | undefined, sriov?: string) => ({
  network: { type, ena, sriov },
});

checkSuite(check, { ...plainInstance, ...network('m5.large', true), enaOfType: 'required' as const }, [
  { when: 'it has ENA', given: {}, expect: 'pass', message: /ENA/ },
  {
    when: 'its type may have ENA and it does not',
    given: { ...network('m4.large', false), enaOfType: 'supported' },
    expect: 'fail',
    message: /expected ENA/,
  },
  {
    when: 'it has the virtual function of Intel',
    given: { ...network('m4.large', false, 'simple'), enaOfType: 'unsupported' },
    expect: 'pass',
    message: /Intel 82599 VF/,
  },
  {
    when: 'its type has only that of Intel, and it has neither',
    given: { ...network('m4.large', false), enaOfType: 'unsupported' },
    expect: 'fail',
    message: /expected the Intel 82599 VF/,
  },
  {
    when: 'its type has no enhanced networking',
    given: { ...network('t2.micro', false), enaOfType: 'unsupported' },
    expect: 'not-applicable',
  },
  {
    when: 'its type has none, and its image had the attribute of Intel',
    given: { ...network('t2.micro', true, 'simple'), enaOfType: 'unsupported' },
    expect: 'not-applicable',
  },
  {
    when: 'its type has ENA alone, and it has the attribute of Intel',
    given: { ...network('m5.large', false, 'simple'), enaOfType: 'supported' },
    expect: 'fail',
    message: /expected ENA/,
  },
  { when: 'AWS does not say what its type has', given: { enaOfType: undefined }, expect: 'unknown' },
  {
    when: 'AWS does not say whether it has ENA, without which its type may be',
    given: { ...network('m4.large', undefined), enaOfType: 'supported' },
    expect: 'unknown',
  },
  {
    when: 'AWS does not say whether it has ENA, which its type requires',
    given: network('m5.large', undefined),
    expect: 'pass',
    message: /no other networking/,
  },
]);
