import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { autoScalingGroup } from '../../src/services/autoscaling/group.ts';
import { subnet } from '../../src/services/ec2/subnet.ts';
import { launchConfiguration } from '../../src/services/autoscaling/launch-configuration.ts';

export default defineCheck({
  id: 'autoscaling-launch-configuration-no-public-ip',
  title: 'Launch configurations in use give no public IP address',
  resource: launchConfiguration,
  along: { groups: along(autoScalingGroup, { reach: 'region' }), subnets: along(subnet, { reach: 'region' }) },
  risk: 'Every instance that the group starts is put on the internet; one rule of a security group is then enough.',
  fix: {
    text: 'A launch configuration cannot be changed: make a launch template of it that associates no public address, point the group to it, put the group behind a load balancer in private subnets, and refresh its instances.',
  },
  references: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-5',
  ],
  evaluate({ name, publicIp }, { along: { groups, subnets } }) {
    const users = groups.filter(({ launchConfiguration: used }) => used === name);
    if (users.length === 0) return notApplicable('no group uses the launch configuration');
    const of = `Launch configuration ${name} of ${users.map(({ name: group }) => group).join(', ')}`;
    const ids = [...new Set(users.flatMap(({ subnetIds }) => subnetIds))];
    const seen = { publicIp, subnets: ids };
    if (publicIp === undefined) {
      const found = ids.map((id) => subnets.find((one) => one.id === id));
      const assigning = found.flatMap((one) => (one?.assignsPublicIp === true ? [one.id] : []));
      if (assigning.length > 0)
        return fail(
          `${of} leaves public IP addresses to its subnets, of which ${assigning.join(', ')} give them; expected none`,
          seen,
        );
      return ids.length > 0 && found.every((one) => one?.assignsPublicIp === false)
        ? pass(`${of} leaves public IP addresses to its subnets, and these give none`, seen)
        : unknown(
            `launch configuration ${name} leaves public IP addresses to its subnets, which are not all known here`,
          );
    }
    return publicIp
      ? fail(`${of} gives instances a public IP address; expected none`, seen)
      : pass(`${of} gives instances no public IP address`, seen);
  },
});
