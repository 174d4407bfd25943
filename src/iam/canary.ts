import { AuditError } from '../program/errors.ts';
import { decide } from './authorize.ts';
import { exposure } from './exposure/exposure.ts';
import { allowsAction, grantsAdministrator } from './document.ts';

const account = '111122223333';
const queue = `arn:aws:sqs:us-east-1:${account}:canary`;
const administrator = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const allButOne = { Version: '2012-10-17', Statement: { Effect: 'Allow', NotAction: 'health:*', Resource: '*' } };
const passing = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' } };
const denying = { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'iam:Create*', Resource: '*' } };
const openQueue = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: 'sqs:ReceiveMessage', Resource: queue },
};

/** What the engine must say of policies that are plainly bad, and of a denial. Exported so that a test can break it. */
export interface CanaryAnswers {
  readonly administrator: boolean;
  /** Of everything but one service, by `NotAction`. */
  readonly notAction: boolean;
  readonly passRole: boolean;
  readonly queue: string;
  readonly decision: string;
  /** The same request with a Deny beside the grant. */
  readonly denied: string;
}

const caller = { type: 'user', arn: `arn:aws:iam::${account}:user/canary`, account } as const;
const decision = (...documents: readonly unknown[]): string =>
  decide({
    caller,
    action: 'iam:CreateUser',
    resource: `arn:aws:iam::${account}:user/other`,
    identity: documents.map((document) => ({ name: 'canary', document })),
  });

/** The smallest policy for each part of the engine: before every run it is paid for. */
const ask = (): CanaryAnswers => ({
  administrator: grantsAdministrator(administrator).answer === 'yes',
  notAction: allowsAction(allButOne, 'iam:CreateUser', '*').answer === 'yes',
  passRole: allowsAction(passing, 'iam:PassRole', `arn:aws:iam::${account}:role/other`).answer === 'yes',
  queue: exposure({ kind: 'sqs', arn: queue, policy: openQueue }, { account }).access.read,
  decision: decision(administrator),
  denied: decision(administrator, denying),
});

/**
 * Evaluates policies that are known to be bad and throws an internal error when they are not flagged: an engine that
 * has gone blind must stop the run, not report that all is well.
 */
export function assertCanary(answers: CanaryAnswers = ask()): void {
  const { administrator: all, notAction, passRole, queue: open, decision: allowed, denied } = answers;
  if (all && notAction && passRole && open === 'public' && allowed === 'allowed' && denied === 'denied') return;
  throw new AuditError('internal', 'the policy engine does not recognise a policy that is known to be bad', {
    hint: `Nothing was judged. Please report this with the version of audit (${JSON.stringify(answers)}).`,
  });
}
