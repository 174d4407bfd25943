import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { supportPermit } from '../../src/services/supportauthz/permit.ts';
import { shell } from '../../src/text/shell.ts';
import { daysUntil } from '../../src/text/time.ts';

export default defineCheck({
  id: 'supportauthz-permits-limited',
  title: 'Permits for AWS Support are for some actions on some resources, and end',
  resource: supportPermit,
  settings: {
    days: { type: 'integer', default: 30, min: 1, describe: 'days ahead within which a permit has to end' },
  },
  risk: 'A permit for everything without an end lets people outside the company look at the data of each service in the region long after the case that it was made for.',
  fix: {
    text: 'A permit cannot be changed: delete it, and where a case needs one, make one for the actions and resources of that case, with an end. People of AWS Support who rely on it have to ask again.',
    exact: ({ arn }) => ({
      cli: shell`aws supportauthz delete-support-permit --support-permit-identifier ${arn}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/support-authorization-concepts.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/support-authorization-permits.html',
  ],
  evaluate({ name, status, actions, resources, begins, ends }, { now, settings: { days } }) {
    if (status === 'INACTIVE' || status === 'DELETING') return notApplicable(`support permit ${name} is ${status}`);
    if (ends !== undefined && Date.parse(ends) <= now)
      return notApplicable(`support permit ${name} ended on ${ends.slice(0, 10)}`);
    const left = daysUntil(ends, now);
    const wide = [
      ...(actions === 'all' ? ['every action'] : []),
      ...(resources === 'all' ? ['every resource of the region'] : []),
      ...(ends === undefined ? ['no end'] : []),
      ...(left !== undefined && left > days ? [`an end on ${ends?.slice(0, 10)}, more than ${days} days ahead`] : []),
    ];
    const observed = { status, actions, resources, begins, ends };
    if (wide.length > 0 && status === 'ACTIVE')
      return fail(
        `Support permit ${name} has ${wide.join(' and ')}; expected some actions on some resources, and an end within ${days} days`,
        observed,
      );
    if (status !== 'ACTIVE' || actions === undefined || resources === undefined)
      return unknown(
        `AWS does not say of support permit ${name} ${status !== 'ACTIVE' ? 'whether it is active' : 'what it is for'}`,
      );
    return pass(`Support permit ${name} is for some actions on some resources, until ${ends?.slice(0, 10)}`, observed);
  },
});
