import check from '../../../checks/lambda/lambda-function-policy-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
const allow = (Action: string, Principal: unknown, more: object = {}): object => ({
  Sid: 'one',
  Effect: 'Allow',
  Principal,
  Action,
  Resource: arn,
  ...more,
});
const policy = (...Statement: object[]) => ({ policy: JSON.stringify({ Version: '2012-10-17', Statement }) });
const urls = (authType: string, qualifier?: string) => ({ urls: [{ qualifier, url: 'https://x', authType }] });
const byUrl = allow('lambda:InvokeFunctionUrl', '*', {
  Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
});
const s3 = (Condition?: object) =>
  policy(allow('lambda:InvokeFunction', { Service: 's3.amazonaws.com' }, Condition === undefined ? {} : { Condition }));

checkSuite(check, { id: 'orders', name: 'orders', arn, role: undefined, policy: undefined, urls: [] }, [
  { when: 'there is no policy', given: {}, expect: 'pass' },
  {
    when: 'everybody may call its URL, which asks for nothing',
    given: { ...policy(byUrl), ...urls('NONE') },
    expect: 'fail',
    message: /invocable by anyone on the internet/,
  },
  { when: 'everybody might call a URL that it does not have', given: policy(byUrl), expect: 'pass' },
  { when: 'only an alias has a URL', given: { ...policy(byUrl), ...urls('NONE', 'live') }, expect: 'pass' },
  { when: 'its URL asks for a signature', given: { ...policy(byUrl), ...urls('AWS_IAM') }, expect: 'pass' },
  {
    when: 'it was deleted since it was listed',
    given: { urls: undefined },
    expect: 'pass',
  },
  {
    when: 'every account may call it',
    given: policy(allow('lambda:InvokeFunction', '*')),
    expect: 'fail',
    message: /invocable by every AWS account/,
  },
  {
    when: 'a bucket of the own account calls it',
    given: s3({ StringEquals: { 'AWS:SourceAccount': '111122223333' } }),
    expect: 'pass',
  },
]);
