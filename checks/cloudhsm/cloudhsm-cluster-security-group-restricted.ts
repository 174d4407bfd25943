import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { optionsOf } from '../../src/judgements/network/open-group.ts';
import { openedTo, openPorts } from '../../src/judgements/network/ports.ts';
import { describeOpenPorts } from '../../src/judgements/network/risky-ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { hsmCluster } from '../../src/services/cloudhsmv2/cluster.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';

export default defineCheck({
  id: 'cloudhsm-cluster-security-group-restricted',
  title: 'Security groups of CloudHSM clusters are not open to the internet',
  resource: hsmCluster,
  along: { groups: along(securityGroup, { needs: ['prefixListCidrs'], reach: 'region' }) },
  settings: widenessSettings,
  risk: 'The group is that of the HSMs and, as AWS advises, of their clients: what reaches them tries the passwords of the HSMs, or the login of a client.',
  fix: {
    text: 'Take the rules for the whole internet out of the security group: HSMs and clients need only each other, within the group, at ports 2223 to 2225.',
  },
  references: ['https://docs.aws.amazon.com/cloudhsm/latest/userguide/configure-sg.html'],
  evaluate({ name, state, securityGroup: id }, { along: { groups }, settings }) {
    if (state === 'DELETE_IN_PROGRESS') return notApplicable(`${name} is being deleted`);
    if (id === undefined) return unknown(`CloudHSM does not say which security group ${name} has`);
    const group = groups.find((one) => one.id === id);
    if (group === undefined) return unknown(`${id}, of ${name}, is not listed among the security groups`);
    const options = optionsOf(group, settings);
    const open = openPorts(group.rules, options);
    return open.length === 0
      ? pass(`${name} has the security group ${id}, which opens nothing to a wide network`, { group: id })
      : fail(
          `${name} has the security group ${id}, which opens ${describeOpenPorts(open)} to ${openedTo(group.rules, open, options)}; expected its clients alone`,
          { group: id },
        );
  },
});
