import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/iam/authorize.ts';
import { EXPOSURE_ORDER } from '../../../src/iam/exposure/types.ts';
import { exposure, type ExposureVerdict } from '../../../src/iam/index.ts';
import type { AuthorizationRequest, Caller, ContextInput, DecisionVerdict } from '../../../src/iam/types.ts';
import { ACCOUNT, type Json, NOW, ORGANIZATION, OTHER, policy } from '../documents.ts';

/** What `audit exposure` calls open and what one request is allowed, held against each other over generated policies. */
const queue = `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`;
const principal = fc.constantFrom<Json>(
  { Principal: '*' },
  { Principal: '*' },
  { Principal: { AWS: '*' } },
  { Principal: { AWS: OTHER } },
  { Principal: { AWS: `arn:aws:iam::${OTHER}:role/x` } },
  { Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`, OTHER] } },
  { Principal: { Service: 'sns.amazonaws.com' } },
  { NotPrincipal: { AWS: OTHER } },
  { NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } },
);
const key = fc.constantFrom<readonly [string, readonly string[]]>(
  ['aws:PrincipalAccount', [ACCOUNT, OTHER, '777788889999']],
  ['aws:PrincipalOrgID', [ORGANIZATION.id, 'o-zzzzzzzzzz']],
  ['aws:PrincipalArn', [`arn:aws:iam::${OTHER}:role/x`, 'arn:aws:iam::*:role/*', `arn:aws:iam::${ACCOUNT}:*`]],
  ['aws:SourceArn', [`arn:aws:sns:eu-west-1:${ACCOUNT}:t`, `arn:aws:sns:eu-west-1:${OTHER}:t`]],
  ['aws:SourceAccount', [ACCOUNT, OTHER]],
  ['aws:SourceVpce', ['vpce-1a2b3c4d']],
  ['aws:UserAgent', ['x', '*']],
  ['aws:PrincipalTag/team', ['blue']],
);
const operator = fc.constantFrom(
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIgnoreCase',
  'StringEqualsIfExists',
  'StringNotLikeIfExists',
  'ForAllValues:StringEquals',
  'ForAnyValue:StringLike',
);
const text = fc.tuple(operator, key, fc.nat(2), fc.boolean()).map(([name, [about, values], at, isList]) => ({
  [name]: { [about]: isList ? values : (values[at % values.length] ?? '') },
}));
const address = fc
  .tuple(
    fc.constantFrom('IpAddress', 'NotIpAddress', 'IpAddressIfExists', 'NotIpAddressIfExists'),
    fc.constantFrom<string | string[]>('0.0.0.0/0', '198.51.101.0/24', ['0.0.0.0/1', '128.0.0.0/1'], '10.0.0.0/8'),
  )
  .map(([name, values]) => ({ [name]: { 'aws:SourceIp': values } }));
const absent = fc
  .tuple(key, fc.constantFrom('true', 'false'))
  .map(([[about], value]) => ({ Null: { [about]: value } }));
const condition = fc.option(fc.oneof(text, text, address, absent), { nil: undefined, freq: 3 });
const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Allow', 'Deny'),
    principal,
    condition,
    fc.constantFrom<unknown>('sqs:*', 'SQS:sendmessage', ['sqs:ReceiveMessage', 'sqs:SendMessage'], '*'),
  )
  .map(([Effect, who, when, Action]): Json => ({
    Effect,
    ...who,
    Action,
    Resource: queue,
    ...(when === undefined ? {} : { Condition: when }),
  }));
const documents = fc.array(statement, { minLength: 1, maxLength: 4 }).map((all) => policy(...all));

const everything = [{ name: 'own', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) }];
const may = (
  document: Json,
  caller: Caller,
  action: string,
  resource: string,
  context: ContextInput,
): DecisionVerdict =>
  decide({
    caller,
    action,
    resource,
    resourceAccount: ACCOUNT,
    identity: caller.account === undefined ? [] : everything,
    resourcePolicies: [{ name: 'queue policy', document }],
    context,
    now: NOW,
  } satisfies AuthorizationRequest);

const anonymous: Caller = { type: 'anonymous', arn: 'anonymous' };
const callerOf = (arn: string): Caller => {
  const account = /:(\d{12}):/.exec(arn)?.[1];
  return arn === 'anonymous'
    ? anonymous
    : account === undefined
      ? { type: 'service', arn }
      : { type: arn.includes(':user/') ? 'user' : arn.endsWith(':root') ? 'root' : 'role', arn, account };
};
const role = (account: string, organizationId: string): Caller => ({
  type: 'role',
  arn: `arn:aws:iam::${account}:role/x`,
  account,
  organizationId,
  tags: { team: 'blue' },
});
const order = (verdict: ExposureVerdict): number => EXPOSURE_ORDER.indexOf(verdict);

const forms = [
  ['a fixed seed', { seed: 20_260_101, numRuns: 500 }],
  ['a fresh seed', { numRuns: 500 }],
] as const;

describe.each(forms)('with %s', { timeout: 120_000 }, (_, options) => {
  const judge = (document: Json) =>
    exposure({ kind: 'sqs', arn: queue, policy: document }, { account: ACCOUNT, organization: ORGANIZATION, now: NOW });

  it('the witness of a verdict is a request that passes', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const [group, witness] of Object.entries(judge(document).witnesses)) {
          const context: ContextInput = Object.fromEntries(
            Object.entries(witness.conditions).map(([name, values]) => [
              name,
              values.length === 0 ? { is: 'absent' as const } : values,
            ]),
          );
          const verdict = may(document, callerOf(witness.principal), witness.action, witness.resource, context);
          expect(verdict, `${group} ${JSON.stringify(witness)}`).not.toBe('denied');
        }
      }),
      options,
    );
  });

  it('whoever is allowed without a condition that is not known is within the verdict', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { verdict } = judge(document);
        const asks: [Caller, ExposureVerdict][] = [
          [anonymous, 'public'],
          [role('555566667777', 'o-yyyyyyyyyy'), 'any-account'],
          [role(OTHER, 'o-zzzzzzzzzz'), 'cross-account'],
          [role('222233334444', ORGANIZATION.id), 'organization'],
        ];
        for (const [caller, least] of asks)
          for (const action of ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:AddPermission']) {
            if (may(document, caller, action, queue, {}) !== 'allowed') continue;
            expect(order(verdict), `${caller.arn} ${action}: ${verdict}`).toBeGreaterThanOrEqual(order(least));
          }
      }),
      options,
    );
  });
});
