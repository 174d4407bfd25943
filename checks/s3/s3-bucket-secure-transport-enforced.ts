import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { deniesInsecureTransport, problemsOf } from '../../src/iam/index.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { listOf, statementPhrase } from '../../src/judgements/exposure/exposure-message.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

/** The policy with a statement more. @throws when it is not JSON that a statement can be added to */
function denyPlainHttp(arn: string, policy: string | undefined): object {
  const had = (policy === undefined ? { Version: '2012-10-17' } : JSON.parse(policy)) as { Statement?: unknown };
  const statements: readonly unknown[] = had.Statement === undefined ? [] : [had.Statement].flat();
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return { ...had, Statement: [...statements, deny] };
}

export default defineCheck({
  id: 's3-bucket-secure-transport-enforced',
  title: 'Bucket policies refuse requests without TLS',
  resource: bucket,
  needs: ['policy'],
  risk: 'Objects and presigned URLs sent over plain HTTP can be read and altered on the way.',
  fix: {
    text: 'Deny s3:* to everybody, on the bucket and on its objects, when aws:SecureTransport is false. The command keeps the statements that the policy had when it was read, and adds this one; clients that still use plain HTTP are refused.',
    exact: ({ name, arn, policy }) => {
      const whole = denyPlainHttp(arn, policy);
      return {
        cli: shell`aws s3api put-bucket-policy --bucket ${name} --policy ${whole}`,
        terraform: hcl`resource "aws_s3_bucket_policy" "this" {
  bucket = ${name}
  policy = jsonencode(${whole})
}`,
      };
    },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  ],
  evaluate({ name, arn, policy }) {
    if (policy === undefined) return fail(`${name} has no bucket policy, so requests without TLS are accepted`);
    const { answer, statements } = deniesInsecureTransport(policy, arn);
    switch (answer) {
      case 'yes':
        return pass(`${name} refuses requests without TLS by ${listOf(statements.slice(0, 3).map(statementPhrase))}`, {
          statements: statementEvidence(statements),
        });
      case 'no':
        return fail(`${name} has a policy that lets some requests without TLS pass; expected a denial of all of them`);
      case 'possible': {
        const [problem] = problemsOf(policy);
        return unknown(
          problem === undefined
            ? `it depends on conditions that are not known whether ${name} refuses requests without TLS`
            : `part of the policy of ${name} cannot be read: ${problem}`,
        );
      }
    }
  },
});
