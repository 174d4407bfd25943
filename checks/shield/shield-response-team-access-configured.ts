import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { subscribed } from '../../src/judgements/protection/advanced-protection.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

const none = fail('{name} gives the Shield Response Team no role');

export default state(shieldSettings, 'shield-response-team-access-configured', {
  title: 'The Shield Response Team has a role with which it can help',
  unless: [subscribed, { at: 'responseTeamAccess.roleArn', is: [''], verdict: none }],
  at: 'responseTeamAccess.roleArn',
  otherwise: pass('{name} gives the Shield Response Team the role {responseTeamAccess.roleArn}'),
  absent: none,
  unsaid: none,
  risk: 'In an attack the response team can see and change nothing in the account: hours pass until somebody makes the role.',
  fix: {
    text: 'Create a role that trusts drt.shield.amazonaws.com with the AWSShieldDRTAccessPolicy and associate it; add the buckets of web access logs.',
    cli: 'aws shield associate-drt-role --region us-east-1 --role-arn ROLE_ARN',
    terraform: 'resource "aws_shield_drt_access_role_arn_association" "this" {\n  role_arn = "ROLE_ARN"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-access.html'],
});
