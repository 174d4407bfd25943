import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { signsInFromAnywhere } from '../../src/judgements/exposure/console-perimeter.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { signinAccount } from '../../src/services/signin/account.ts';

const nothing = { Version: '2012-10-17', Statement: [] };

export default defineCheck({
  id: 'signin-console-resource-policy-perimeter',
  title: 'People sign in to the console from networks that are expected only',
  resource: signinAccount,
  needs: ['authorization', 'policy'],
  along: resourceControlAlong,
  risk: 'Whoever has a password and talks somebody out of a code signs in from anywhere in the world.',
  fix: {
    text: 'Add statements for the networks people work from, leave a role or user for emergencies out of them, and turn console authorization on last: before that they have no effect. Console access through the portal of IAM Identity Center does not go together with limits by network: where people sign in by it, leave this off and suppress the check with that reason.',
  },
  references: [
    'https://docs.aws.amazon.com/signin/latest/userguide/console-access-control.html',
    'https://docs.aws.amazon.com/signin/latest/APIReference/API_GetResourcePolicy.html',
  ],
  evaluate({ account, authorization, policy }, { along, unreadAlong, now }) {
    if (authorization !== undefined && authorization.enabled === undefined)
      return unknown('AWS does not say whether policies have a say in who signs in to the console');
    if (authorization?.enabled !== true)
      return fail('Console authorization is off, so that people sign in to the console from anywhere; expected on', {
        authorization,
      });
    const { rcps, note } = resourceLimits(along, unreadAlong);
    const anywhere = signsInFromAnywhere(policy?.document ?? nothing, {
      account,
      now,
      ...(rcps === undefined ? {} : { rcps }),
    });
    const observed = { authorization, statements: policy?.statements ?? 0 };
    if (anywhere === 'no') return pass('Policies limit from which networks people sign in to the console', observed);
    if (anywhere === 'possible')
      return unknown('it depends on conditions that are not known from which networks people sign in to the console');
    if (note !== '') return unknown(`the account's own policy lets people sign in to the console from anywhere${note}`);
    return fail(
      `Console authorization is on, and ${policy === undefined ? 'no policy limits' : 'its policy does not limit'} from which networks people sign in; expected a limit by network`,
      observed,
    );
  },
});
