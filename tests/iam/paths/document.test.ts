import { describe, expect, it } from 'vitest';
import { edges } from '../../../src/iam/paths/edges.ts';
import { privilegeEscalation } from '../../../src/iam/paths/document.ts';
import { allow, doc } from './account.ts';
import { optionsOf } from './smallest.ts';

const ids = (document: unknown) => privilegeEscalation(document).map(({ edge }) => edge);

/** Edges that depend on more than the document: what another policy sets, what else runs, who else is meant. */
const contextual = edges.filter(
  ({ id, effect, confidence }) =>
    ['remove-guardrail', 'open-resource', 'act-as-limited'].includes(effect) ||
    confidence === 'retired' ||
    ['s3-artifact-replace', 'ecr-image-replace', 'sts-tag-session-abac'].includes(id),
);

describe('privilege escalation by one document', () => {
  it.each(edges.filter((edge) => !contextual.includes(edge)).map((edge) => [edge.id, edge] as const))(
    'finds %s',
    (id, edge) => {
      for (const actions of optionsOf(edge)) expect(ids(doc(allow(actions)))).toContain(id);
    },
  );

  it.each(contextual.map((edge) => [edge.id, edge] as const))(
    'says nothing of %s, which needs the account',
    (id, edge) => {
      for (const actions of optionsOf(edge)) expect(ids(doc(allow(actions)))).not.toContain(id);
    },
  );

  it.each([
    [
      'a role that it names',
      [
        allow('iam:PassRole', 'arn:aws:iam::111122223333:role/app'),
        allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
      ],
    ],
    [
      'the own access keys',
      [allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey'], 'arn:aws:iam::*:user/${aws:username}')],
    ],
    ['a policy that it names', [allow('iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/app')]],
    ['reading', [allow(['iam:Get*', 'iam:List*', 's3:*'])]],
    ['a denial beside it', [allow('iam:*'), { Effect: 'Deny', Action: ['iam:*'], Resource: '*' }]],
    ['everything, to which nothing is added', [allow('*')]],
  ])('finds nothing for %s', (_, statements) => {
    expect(ids(doc(...statements))).toEqual([]);
  });

  it('finds the own inline policy where only that may be written', () => {
    expect(ids(doc(allow('iam:PutUserPolicy', 'arn:aws:iam::*:user/${aws:username}')))).toEqual([
      'iam-put-user-policy',
    ]);
  });

  it('is possible under an open condition, and gives the statements', () => {
    const [found] = privilegeEscalation(
      doc({ Sid: 'Key', ...allow('iam:CreateAccessKey', '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }) }),
    );
    expect(found).toMatchObject({
      edge: 'iam-create-access-key',
      verdict: 'possible',
      actions: ['iam:CreateAccessKey'],
    });
    const [sure] = privilegeEscalation(doc(allow('s3:*'), { Sid: 'Key', ...allow('iam:CreateAccessKey') }));
    expect(sure).toMatchObject({ verdict: 'proven', statements: [{ index: 1, sid: 'Key', effect: 'Allow' }] });
  });

  it.each([['{"Statement":[{'], [null], [42], [{ Statement: 'x' }]])('never throws for %j', (document) => {
    expect(() => privilegeEscalation(document)).not.toThrow();
  });
});
