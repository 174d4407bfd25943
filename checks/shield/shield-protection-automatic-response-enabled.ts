import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { protection } from '../../src/services/shield/protection.ts';

export default defineCheck({
  id: 'shield-protection-automatic-response-enabled',
  title: 'Shield Advanced mitigates attacks on the application layer by itself',
  resource: protection,
  needs: ['automaticResponse'],
  risk: 'A flood of requests is detected but not stopped: until somebody writes the rules, it reaches the application.',
  fix: {
    text: 'Enable automatic mitigation, with action Count to try it and Block to stop attacks; the resource needs a web ACL of AWS WAF.',
    cli: 'aws shield enable-application-layer-automatic-response --region us-east-1 --resource-arn {protects} --action Block={}',
    terraform:
      'resource "aws_shield_application_layer_automatic_response" "this" {\n  resource_arn = "{protects}"\n  action       = "BLOCK"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-automatic-app-layer-response.html'],
  evaluate({ name, protects, automaticResponse }) {
    if (protects === undefined) return unknown(`ListProtections does not say what ${name} protects`);
    if (!protects.includes(':cloudfront:') && !protects.includes(':loadbalancer/app/')) {
      return notApplicable(
        `${name} protects ${protects}: only distributions and Application Load Balancers have an application layer to protect`,
      );
    }
    const { status, action } = automaticResponse;
    if (status === undefined) return unknown(`DescribeProtection does not say whether ${name} mitigates by itself`);
    if (status !== 'ENABLED')
      return fail(`${name} does not mitigate attacks on ${protects} by itself`, automaticResponse);
    if (action === undefined) return unknown(`DescribeProtection does not say what ${name} does with an attack`);
    return action === 'block'
      ? pass(`${name} blocks attacks on ${protects} by itself`, automaticResponse)
      : fail(`${name} only counts the requests of attacks on ${protects} and blocks none`, automaticResponse);
  },
});
