import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { autoScalingGroup } from '../../src/services/autoscaling/group.ts';
import { launchConfiguration } from '../../src/services/autoscaling/launch-configuration.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default defineCheck({
  id: 'autoscaling-launch-configuration-imdsv2-required',
  title: 'Launch configurations in use require IMDSv2',
  resource: launchConfiguration,
  along: {
    groups: along(autoScalingGroup, { reach: 'region' }),
    // The account's default decides what a launch configuration leaves open: it can prove a pass, and nothing else.
    settings: along(ec2Settings, { needs: ['metadataDefaults'], reach: 'region', witness: true }),
  },
  risk: 'Every instance of the group answers IMDSv1 requests, which hand out the role’s credentials to whoever can make the application send one request.',
  fix: {
    text: 'A launch configuration cannot be changed: make a launch template of it that requires IMDSv2, point the group to it, and refresh its instances.',
  },
  references: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/migrate-to-launch-templates.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-3',
  ],
  evaluate({ name, tokens, endpoint }, { along: { groups, settings } }) {
    const users = groups.filter(({ launchConfiguration: used }) => used === name).map(({ name: group }) => group);
    if (users.length === 0) return notApplicable('no group uses the launch configuration');
    const seen = { tokens, endpoint, groups: users };
    const of = `Launch configuration ${name} of ${users.join(', ')}`;
    if (endpoint === 'disabled') return pass(`${of} turns instance metadata off`, seen);
    if (tokens === 'required') return pass(`${of} requires IMDSv2`, seen);
    if (tokens !== undefined)
      return fail(`${of} lets instances answer IMDSv1 requests (${tokens}); expected required`, seen);
    return settings.some(({ metadataDefaults }) => metadataDefaults.tokens === 'required')
      ? pass(`${of} says nothing of IMDSv2, and the account’s default requires it`, seen)
      : fail(`${of} does not require IMDSv2, nor does the account’s default; expected required`, seen);
  },
});
