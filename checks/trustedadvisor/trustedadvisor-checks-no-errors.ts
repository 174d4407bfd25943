import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { lacking } from '../../src/partitions/partitions.ts';
import { trustedAdvisor } from '../../src/services/support/trusted-advisor.ts';
import { few } from '../../src/text/few.ts';

/** Of each check: results tell all of them beside what other checks say. */
const mostListed = 10;

export default defineCheck({
  id: 'trustedadvisor-checks-no-errors',
  title: 'No check of Trusted Advisor is red',
  resource: trustedAdvisor,
  needs: ['checks'],
  // Which resources they are says where to begin, and decides nothing.
  along: { advised: along(trustedAdvisor, { needs: ['flagged'], optional: true }) },
  risk: 'What Trusted Advisor marks red is what AWS itself would act on first: an open port, a lost backup, a quota that is used up.',
  fix: {
    text: 'Open the checks in Trusted Advisor, act on the resources that each lists, and refresh it. What is meant to be as it is can be excluded there, resource by resource.',
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor.html',
    'https://docs.aws.amazon.com/awssupport/latest/APIReference/API_TrustedAdvisorCheckSummary.html',
  ],
  evaluate({ partition, checks }, { along: { advised }, unreadAlong }) {
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (noApi !== undefined) return notApplicable(noApi);
    if (checks === undefined || checks === null)
      return notApplicable('the support plan does not let programs ask Trusted Advisor');
    const named = (status: string) => checks.filter((one) => one.status === status).map(({ id, name }) => name ?? id);
    const red = named('error');
    const yellow = named('warning');
    const known = red.length + yellow.length + named('ok').length;
    const unlisted = unreadAlong['advised'];
    const listed = unlisted === undefined ? (advised[0]?.flagged ?? {}) : {};
    const observed = {
      error: checks
        .filter(({ status }) => status === 'error')
        .map(({ id, name, category, flagged }) => ({
          id,
          name,
          category,
          flagged,
          ...(listed[id] === undefined ? {} : { resources: listed[id].slice(0, mostListed) }),
        })),
      warning: yellow,
      ok: known - red.length - yellow.length,
      withoutResult: checks.length - known,
    };
    if (red.length > 0)
      return fail(
        `${red.length === 1 ? '1 check' : `${red.length} checks`} of Trusted Advisor ${red.length === 1 ? 'is' : 'are'} red: ${few(red)}; expected none${unlisted === undefined ? '' : `; which resources they list was not read: ${unlisted.cause}`}`,
        observed,
      );
    if (checks.length === 0) return unknown('AWS names no check of Trusted Advisor');
    if (known < checks.length)
      return unknown(
        `Trusted Advisor has no result of ${checks.length - known} of ${checks.length} checks, and none of the others is red`,
      );
    return pass(`None of the ${checks.length} checks of Trusted Advisor is red`, observed);
  },
});
