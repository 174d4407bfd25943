import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { isServiceLinked, role, roleEnd } from '../../src/services/iam/role.ts';
import { daysBetween } from '../../src/text/time.ts';

export default defineCheck({
  id: 'iam-role-used-recently',
  title: 'Roles are used',
  resource: role,
  settings: {
    days: {
      type: 'integer',
      default: 90,
      min: 1,
      // What AWS remembers: https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html
      max: 400,
      describe: 'days within which a role was used',
    },
  },
  risk: 'Nobody misses a role that nobody uses: who gets hold of it has its rights and is noticed by no one.',
  fix: {
    text: 'See who the trust policy lets in and ask them; roles for emergencies are meant to lie unused. A role of IAM Identity Center goes with the assignment of its permission set, any other can be deleted, which cannot be undone.',
    exact: roleEnd,
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html',
  ],
  evaluate({ name, path, createdAt, lastUsedAt, lastUsedRegion }, { now, settings: { days } }) {
    if (isServiceLinked({ path })) return notApplicable(`${name} is linked to a service of AWS, which looks after it`);
    const used = daysBetween(lastUsedAt, now);
    const observed = { lastUsedAt, lastUsedRegion, createdAt };
    if (lastUsedAt !== undefined && used !== undefined) {
      const last = `${name} was last used on ${lastUsedAt.slice(0, 10)}${lastUsedRegion === undefined ? '' : ` in ${lastUsedRegion}`}`;
      return used <= days
        ? pass(last, observed)
        : fail(`${last}, ${used} days ago; expected at most ${days}`, observed);
    }
    const age = daysBetween(createdAt, now);
    if (age === undefined) return unknown(`AWS does not say since when ${name} is there`);
    return age <= days
      ? notApplicable(`${name} is only ${age} days old and was not used yet`)
      : fail(`${name} was not used in the last 400 days, or ever since it was made ${age} days ago`, observed);
  },
});
