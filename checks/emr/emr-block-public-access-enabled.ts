import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { emrSettings } from '../../src/services/emr/account.ts';

const ssh = 22;

export default state(emrSettings, 'emr-block-public-access-enabled', {
  title: 'EMR starts no clusters that are open to the world',
  needs: ['blockPublicAccess'],
  at: 'blockPublicAccess.on',
  is: {
    true: ({ name, region, blockPublicAccess: { permitted } }) => {
      if (permitted === undefined) return unknown(`EMR in ${region} did not say which ports may be open to the world`);
      const open = permitted.filter(({ from, to }) => from !== ssh || to !== ssh);
      const seen = { on: true, permitted };
      if (open.length === 0)
        return pass(
          `${name} starts no clusters that are open to the world${permitted.length === 0 ? '' : `, except on port ${ssh}`}`,
          seen,
        );
      const ports = open.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`)).join(', ');
      return fail(
        `${name} starts clusters that are open to the world on ports ${ports}; expected port ${ssh} at most`,
        seen,
      );
    },
    false: fail('{name} starts clusters whose security groups are open to the world'),
  },
  unsaid: unknown('EMR in {region} did not say whether clusters may be open to the world'),
  risk: 'Hadoop, Spark and notebooks of a cluster run what is sent to them, with its role: one wrong security group gives both to the internet.',
  fix: {
    text: 'Turn on block public access with no port, or SSH alone, as exception. Running clusters stay as they are; new ones with an open group are not started.',
    cli: 'aws emr put-block-public-access-configuration --block-public-access-configuration BlockPublicSecurityGroupRules=true,PermittedPublicSecurityGroupRuleRanges=[]',
    terraform:
      'resource "aws_emr_block_public_access_configuration" "this" {\n  block_public_security_group_rules = true\n}',
  },
  references: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html',
  ],
});
