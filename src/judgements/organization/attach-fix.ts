import { shell } from '../../text/shell.ts';
import { hcl } from '../../text/hcl.ts';

/** How a service control policy of one statement is made and attached to the root. */
export function attachFix(text: string, name: string, statement: object) {
  const document = { Version: '2012-10-17', Statement: [statement] };
  const content = JSON.stringify(document);
  return {
    text,
    cli: [
      shell`aws organizations create-policy --type SERVICE_CONTROL_POLICY --name ${name} --description ${name} --content ${content}`,
      'aws organizations attach-policy --policy-id POLICY_ID --target-id ROOT_ID',
    ].join('\n'),
    terraform: hcl`resource "aws_organizations_policy" "this" {\n  name    = ${name}\n  type    = "SERVICE_CONTROL_POLICY"\n  content = ${content}\n}\n\nresource "aws_organizations_policy_attachment" "this" {\n  policy_id = aws_organizations_policy.this.id\n  target_id = "ROOT_ID"\n}`,
  };
}
