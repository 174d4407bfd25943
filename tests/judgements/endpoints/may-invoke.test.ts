import { expect, it } from 'vitest';
import { MAYBE, NO, YES } from '../../../src/iam/types.ts';
import { mayInvoke } from '../../../src/judgements/endpoints/may-invoke.ts';
import { pathForms } from '../../../src/judgements/endpoints/rest-routes.ts';

const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const execute = (rest: string): string => `arn:aws:execute-api:eu-west-1:111122223333:${rest}`;
const sources = pathForms('/orders/{id}').map((path) => execute(`abc123/prod/GET${path}`));
const policy = (source: string | undefined, more: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: arn,
        ...(source === undefined ? {} : { Condition: { ArnLike: { 'AWS:SourceArn': source } } }),
        ...more,
      },
    ],
  });

it.each([
  ['this API', policy(execute('abc123/*')), YES],
  ['this method, as the console writes it', policy(execute('abc123/*/GET/orders/*')), YES],
  ['this method, with the parameter as it is', policy(execute('abc123/*/GET/orders/{id}')), YES],
  ['every API', policy(undefined), YES],
  ['another API', policy(execute('zzz999/*')), NO],
  ['this API in a form that is not known', policy(execute('abc123/prod/GET/purchases')), MAYBE],
  ['another service', policy(undefined, { Principal: { Service: 's3.amazonaws.com' } }), NO],
  ['another account', policy(undefined, { Condition: { StringEquals: { 'aws:SourceAccount': '999900001111' } } }), NO],
  ['an operator that is not known', policy(undefined, { Condition: { StringNewly: { 'aws:SourceArn': 'x' } } }), MAYBE],
  ['nobody', null, NO],
])('a policy that lets in %s', (_, document, expected) => {
  expect(mayInvoke({ arn, account: '111122223333', policy: document }, sources, Date.parse('2026-06-01'))).toBe(
    expected,
  );
});
