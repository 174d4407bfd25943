import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { optionsOf } from '../../src/judgements/network/open-group.ts';
import { openedTo, openPorts } from '../../src/judgements/network/ports.ts';
import { widenessSettings } from '../../src/judgements/network/wide.ts';
import { securityGroup } from '../../src/services/ec2/security-group.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default defineCheck({
  id: 'redshift-cluster-security-group-port-restricted',
  title: 'Security groups of Redshift clusters do not open their port to the internet',
  resource: redshiftCluster,
  along: { groups: along(securityGroup, { needs: ['prefixListCidrs'], reach: 'region' }) },
  settings: widenessSettings,
  risk: 'With a public address, or behind something that forwards, everybody gets at the login of the warehouse.',
  fix: {
    text: 'Take the rule for the whole internet out of the security group, and let in the networks and groups of the clients instead.',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/rs-vpc-security-groups.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-15',
  ],
  evaluate({ name, port, groupIds }, { along: { groups }, settings }) {
    if (port === undefined) return unknown(`AWS does not say at which port ${name} listens`);
    if (groupIds === undefined || groupIds.length === 0)
      return unknown(`AWS does not say which security groups ${name} has`);
    const open = groups
      .filter(({ id }) => groupIds.includes(id))
      .flatMap((group) => {
        const { id, rules } = group;
        const options = { protocol: 'tcp', ...optionsOf(group, settings) } as const;
        const found = openPorts(rules, options).filter(({ from, to }) => from <= port && port <= to);
        return found.length === 0 ? [] : [{ id, to: openedTo(rules, found, options) }];
      });
    if (open.length > 0)
      return fail(
        `${name} listens at port ${port}, which ${open.map(({ id, to }) => `${id} opens to ${to}`).join(', ')}; expected the networks of its clients`,
        { port, groups: open.map(({ id }) => id) },
      );
    const missing = groupIds.filter((id) => !groups.some((one) => one.id === id));
    return missing.length > 0
      ? unknown(`${missing.join(', ')}, of ${name}, is not listed among the security groups`)
      : pass(`${name} listens at port ${port}, which ${groupIds.join(', ')} opens to no wide network`, { port });
  },
});
