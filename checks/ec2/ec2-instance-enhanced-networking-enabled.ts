import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { shell } from '../../src/text/shell.ts';

/** Types before Nitro that can have Intel's virtual functions: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enhanced-networking.html */
const intel = new Set(['c3', 'c4', 'd2', 'i2', 'm4', 'r3']);
const hasIntel = (type: string | undefined): boolean => intel.has(type?.split('.')[0] ?? '');

export default state(instance, 'ec2-instance-enhanced-networking-enabled', {
  title: 'Instances use enhanced networking',
  needs: ['enaOfType'],
  unless: [
    {
      at: 'enaOfType',
      is: [undefined],
      verdict: unknown('AWS does not say which enhanced networking the type of {label} has'),
    },
    {
      needs: ['enaOfType'],
      such: { enaOfType: 'unsupported', network: { type: 't2.micro' } },
      // An image sets both attributes, also on instances of types that have no such adapter: the type decides which one counts.
      when: ({ name, enaOfType, network }) => {
        if (enaOfType !== 'unsupported') return undefined;
        const type = network?.type;
        if (!hasIntel(type)) return `${name} is of type ${type}, which has no enhanced networking`;
        return network?.sriov === 'simple'
          ? pass(`${name} uses enhanced networking (Intel 82599 VF)`)
          : fail(`${name} (${type}) does not use enhanced networking; expected the Intel 82599 VF interface`);
      },
    },
  ],
  at: 'network.ena',
  is: {
    true: pass('{label} uses enhanced networking (ENA)'),
    false: fail('{label} ({network.type}) does not use enhanced networking; expected ENA'),
  },
  absent: unknown('AWS does not say whether {label} uses enhanced networking'),
  // An instance of a type that requires ENA does not start without it.
  unsaid: ({ name, enaOfType, network }) =>
    enaOfType === 'required'
      ? pass(`${name} is of type ${network?.type}, which has no other networking than enhanced (ENA)`, { enaOfType })
      : unknown(`AWS does not say whether ${name} uses enhanced networking`),
  risk: 'Fewer packets a second, more delay and more load of the processor than the type is sold with.',
  fix: {
    text: 'Install the driver of the adapter in the operating system, stop the instance, set the attribute, and start it. Without the driver the instance has no network afterwards: try it with a copy first.',
    exact: ({ id, enaOfType }) => ({
      cli: `${shell`aws ec2 modify-instance-attribute --instance-id ${id}`} ${enaOfType === 'unsupported' ? '--sriov-net-support simple' : '--ena-support'}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enhanced-networking-ena.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sriov-networking.html',
  ],
});
