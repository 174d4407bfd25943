import { serviceName } from '../../src/partitions/partitions.ts';
import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { unreadable } from '../../src/judgements/policies/document-verdicts.ts';
import { askSourceAccount } from '../../src/judgements/exposure/source-account.ts';
import { trustOf } from '../../src/judgements/exposure/outsiders.ts';
import { role } from '../../src/services/iam/role.ts';

export default defineCheck({
  id: 'iam-role-trust-confused-deputy-protected',
  title: 'Roles of services are protected against confused deputies',
  resource: role,
  along: resourceControlAlong,
  settings: {
    exemptServices: {
      type: 'strings',
      default: ['ec2.amazonaws.com'],
      describe:
        'services that AWS does not document to send aws:SourceAccount or aws:SourceArn when they assume a role; EC2 assumes only roles of the account that the instance is in',
    },
  },
  risk: 'Another customer can make the service, which acts for both of you, use your role on his behalf, when the trust does not say for whom the service must act.',
  fix: {
    text: 'Add aws:SourceAccount or aws:SourceArn (or aws:SourceOrgID) to the statement that trusts the service.',
    terraform:
      'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "Service"\n      identifiers = ["sns.amazonaws.com"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "aws:SourceAccount"\n      values   = ["{account}"]\n    }\n  }\n}\n\nresource "aws_iam_role" "this" {\n  name               = "{name}"\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html',
  ],
  evaluate({ name, path, arn, account, trust }, { now, settings, along, unreadAlong }) {
    if (path.startsWith('/aws-service-role/'))
      return notApplicable(`${name} is a service-linked role, whose trust AWS keeps`);
    const limits = resourceLimits(along, unreadAlong);
    const { services, confusedDeputies, unknown: unsure } = trustOf({ arn, account, trust }, { now, limits });
    const exempt = (service: string): boolean =>
      [service, serviceName(service)].some((name) => settings.exemptServices.includes(name));
    const open = confusedDeputies.filter(({ service }) => !exempt(service));
    const [first] = open;
    if (first !== undefined) {
      return fail(
        `${name} trusts ${first.service} without saying for which account or resource it must act${limits.note}`,
        {
          services: open.map(({ service }) => service),
          statements: statementEvidence(open.map(({ statement }) => statement)),
        },
        askSourceAccount(
          { name, account, trust },
          open.map(({ statement }) => statement),
        ),
      );
    }
    const unread = unreadable(name, trust);
    if (unread !== undefined) return unread;
    if (services.length === 0) return notApplicable(`${name} trusts no service`);
    const judged = services.filter(({ service }) => !exempt(service));
    if (judged.length === 0) return notApplicable(`${name} trusts exempt services only`);
    return unsure.length > 0
      ? unknown(`it cannot be told for whom the services act that ${name} trusts: ${unsure[0]}`)
      : pass(`${name} says for whom the services that it trusts must act`, {
          services: judged.map(({ service }) => service),
        });
  },
});
