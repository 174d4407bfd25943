import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { unlessSubscribed } from '../../src/judgements/protection/advanced-protection.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

export default defineCheck({
  id: 'shield-response-team-access-configured',
  title: 'The Shield Response Team has a role with which it can help',
  resource: shieldSettings,
  needs: ['state', 'responseTeamAccess'],
  risk: 'In an attack the response team can see and change nothing in the account: hours pass until somebody makes the role.',
  fix: {
    text: 'Create a role that trusts drt.shield.amazonaws.com with the AWSShieldDRTAccessPolicy and associate it; add the buckets of web access logs.',
    cli: 'aws shield associate-drt-role --region us-east-1 --role-arn ROLE_ARN',
    terraform: 'resource "aws_shield_drt_access_role_arn_association" "this" {\n  role_arn = "ROLE_ARN"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-access.html'],
  evaluate({ name, state, responseTeamAccess }) {
    const ended = unlessSubscribed(state);
    if (ended !== undefined) return ended;
    const role = responseTeamAccess?.roleArn;
    return role === undefined || role === ''
      ? fail(`${name} gives the Shield Response Team no role`, responseTeamAccess)
      : pass(`${name} gives the Shield Response Team the role ${role}`, responseTeamAccess);
  },
});
