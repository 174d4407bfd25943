import { decide } from '../../iam/authorize.ts';
import { compile } from '../../iam/compile.ts';
import { everything } from '../../iam/graph/subject.ts';
import type { OrganizationPolicies } from '../../iam/types.ts';

/** Addresses in parts of the internet that have nothing to do with each other: who lets all of them in lets in everybody. */
const strangers = ['5.188.10.20', '41.77.200.3', '103.90.44.8', '150.129.7.61', '201.33.90.15', '2a0b:f4c2::17'];

/** What is evaluated when somebody signs in (https://docs.aws.amazon.com/signin/latest/userguide/console-access-control.html). */
const signingIn = 'signin:Authenticate';

/** What is evaluated once the password is right: who may not do it is not signed in either. */
const afterwards = 'signin:AuthorizeOAuth2Access';

/**
 * Whether people sign in to the console from a network that nothing names: `no` where the policy, or a resource control policy, stops
 * every address that is tried at one of the actions that it speaks of. A policy that only allows stops whom it does not allow; one
 * that only denies stops whom it denies.
 */
export function signsInFromAnywhere(
  document: unknown,
  { account, rcps, now }: { readonly account: string; readonly rcps?: OrganizationPolicies; readonly now: number },
): 'yes' | 'no' | 'possible' {
  const { statements } = compile(document);
  const named = statements.flatMap(({ actions }) => actions.texts.filter((text) => !/[*?]/.test(text)));
  const allows = statements.some(({ effect }) => effect === 'Allow');
  const policies = [
    { name: 'sign-in policy', document },
    ...(allows
      ? []
      : [
          {
            name: 'what nothing denies',
            document: {
              Version: '2012-10-17',
              Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
            },
          },
        ]),
  ];
  const ask = (action: string, address: string) =>
    decide({
      caller: { type: 'user', account, arn: `arn:aws:iam::${account}:user/x-unlisted` },
      action,
      resource: '*',
      resourceAccount: account,
      identity: [{ name: 'every right', document: everything }],
      resourcePolicies: policies,
      resourcePolicyMode: 'explicit',
      ...(rcps === undefined ? {} : { rcps }),
      context: {
        'aws:SourceIp': address,
        'aws:SourceVpc': { is: 'absent' },
        'aws:SourceVpce': { is: 'absent' },
        'aws:VpcSourceIp': { is: 'absent' },
        'aws:RequestedRegion': { is: 'caller' },
      },
      now: new Date(now),
    });
  const found = [...new Set([signingIn, ...(allows ? [] : [afterwards]), ...named])].map((action) => {
    const verdicts = strangers.map((address) => ask(action, address));
    return verdicts.includes('allowed') ? 'yes' : verdicts.includes('possible') ? 'possible' : 'no';
  });
  return found.includes('no') ? 'no' : found.includes('possible') ? 'possible' : 'yes';
}
