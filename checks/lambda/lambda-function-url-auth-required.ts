import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';
import { shell } from '../../src/text/shell.ts';

const withoutUrl = notApplicable('{label} has no URL');

export default each(lambdaFunction, 'lambda-function-url-auth-required', {
  title: 'URLs of Lambda functions ask for credentials',
  needs: ['urls'],
  list: 'urls',
  test: ({ authType }) => (authType === 'AWS_IAM' ? 'good' : authType === 'NONE' ? 'bad' : 'unsaid'),
  such: { good: { authType: 'AWS_IAM' }, bad: { authType: 'NONE' } },
  called: '{url|a URL}[ of alias {qualifier}]',
  pass: pass('{label} asks whoever calls its URL for credentials: {good:some}'),
  fail: fail('{label} has a URL that asks for no credentials: {bad:some}; expected AWS_IAM'),
  none: withoutUrl,
  unsaid: withoutUrl,
  risk: 'Anyone on the internet who finds the URL runs the function as often as he likes, with whatever he sends, at your cost and with its role.',
  fix: {
    text: 'Set the type to AWS_IAM: callers then need credentials and sign their requests, and those that do not are refused at once. Where browsers call it, put CloudFront with origin access control or an API with an authorizer in front.',
    exact: ({ id, urls }) => ({
      cli: (urls ?? [])
        .filter(({ authType }) => authType === 'NONE')
        .map(({ qualifier }) =>
          qualifier === undefined
            ? shell`aws lambda update-function-url-config --function-name ${id} --auth-type AWS_IAM`
            : shell`aws lambda update-function-url-config --function-name ${id} --qualifier ${qualifier} --auth-type AWS_IAM`,
        )
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
});
