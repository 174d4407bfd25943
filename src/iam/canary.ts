import { AuditError } from '../errors.ts';
import { authorize } from './authorize.ts';
import { exposure } from './exposure/exposure.ts';
import { grantsAdministrator } from './judgements.ts';

const administrator = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const openBucket = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::canary/*' }],
};

/** What the engine must say of policies that are plainly bad. Exported so that a test can break it. */
export interface CanaryAnswers {
  readonly administrator: boolean;
  readonly bucket: string;
  readonly decision: string;
}

const ask = (): CanaryAnswers => ({
  administrator: grantsAdministrator(administrator).answer === 'yes',
  bucket: exposure({ kind: 's3', arn: 'arn:aws:s3:::canary', policy: openBucket }, { account: '111122223333' }).access
    .read,
  decision: authorize({
    caller: { type: 'user', arn: 'arn:aws:iam::111122223333:user/canary', account: '111122223333' },
    action: 'iam:CreateUser',
    resource: 'arn:aws:iam::111122223333:user/other',
    identity: [{ name: 'canary', document: administrator }],
  }).verdict,
});

/**
 * Evaluates policies that are known to be bad and throws an internal error when they are not flagged: an engine that
 * has gone blind must stop the run, not report that all is well.
 */
export function assertCanary(answers: CanaryAnswers = ask()): void {
  if (answers.administrator && answers.bucket === 'public' && answers.decision === 'allowed') return;
  throw new AuditError('internal', 'the policy engine does not recognise a policy that is known to be bad', {
    hint: `Nothing was judged. Please report this with the version of audit (${JSON.stringify(answers)}).`,
  });
}
