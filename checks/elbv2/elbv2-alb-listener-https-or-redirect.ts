import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { listener } from '../../src/services/elbv2/listener.ts';

/** AWS lets a rule answer with 2XX, 4XX or 5XX; with the latter two it refuses. */
const refuses = (status: string | undefined): boolean => status !== undefined && /^[45]/.test(status);

export default each(listener, 'elbv2-alb-listener-https-or-redirect', {
  title: 'Application Load Balancers redirect HTTP to HTTPS',
  list: 'rules',
  unless: [
    {
      such: { loadBalancerType: 'network' },
      when: ({ name, loadBalancerType }) =>
        loadBalancerType === undefined
          ? unknown(`AWS does not say what kind of load balancer ${name} is of`)
          : loadBalancerType === 'application'
            ? undefined
            : `${name} is not of an Application Load Balancer`,
    },
    { at: 'protocol', is: ['HTTPS'], verdict: pass('{label} takes HTTPS') },
    { at: 'protocol', is: [undefined], verdict: unknown('AWS does not say what {label} takes') },
  ],
  // A redirect with "#{protocol}" stays with HTTP.
  test: ({ ends, redirectsTo, status }) => {
    if (ends === 'redirect') return redirectsTo === 'HTTPS' ? 'good' : redirectsTo === undefined ? 'unsaid' : 'bad';
    if (ends === 'fixed-response') return status === undefined ? 'unsaid' : refuses(status) ? 'good' : 'bad';
    return ends === 'forward' ? 'bad' : 'unsaid';
  },
  such: {
    good: { priority: '1', ends: 'redirect', redirectsTo: 'HTTPS' },
    bad: { priority: '2', ends: 'redirect', redirectsTo: '#{protocol}' },
  },
  called: ({ priority }) => (priority === 'default' ? 'the default rule' : `rule ${priority}`),
  pass: pass('{label} redirects HTTP to HTTPS or refuses it'),
  fail: fail('{label} answers HTTP by {bad:some}; expected a redirect to HTTPS'),
  none: unknown('AWS names no rule of {label}, not even the default one'),
  unsaid: unknown('{label} was deleted while the account was read'),
  risk: 'Who types the address or follows an old link stays with HTTP, and everybody on the way reads and changes what is sent.',
  fix: {
    text: 'Let the default rule redirect to HTTPS and delete or change the rules that forward or answer. Where clients cannot follow redirects, such as some that call an API, give them the address with https first.',
    cli: "aws elbv2 modify-listener --listener-arn {arn} --default-actions 'Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}'",
  },
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html',
  ],
});
