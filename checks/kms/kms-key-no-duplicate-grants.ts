import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { type Grant, grantCalled, revoke } from '../../src/services/kms/grants.ts';
import { key } from '../../src/services/kms/key.ts';
import { few } from '../../src/text/few.ts';

/** Grants that give what an earlier one gives already. Of those with a constraint it is not kept which: two may be for two contexts. */
function repeated(grants: readonly Grant[]): readonly Grant[] {
  const seen = new Set<string>();
  return grants.filter(({ grantee, granteeService, operations, constrained }) => {
    if (constrained || (grantee === undefined && granteeService === undefined)) return false;
    const what = JSON.stringify([grantee, granteeService, operations]);
    if (seen.has(what)) return true;
    seen.add(what);
    return false;
  });
}

export default defineCheck({
  id: 'kms-key-no-duplicate-grants',
  title: 'No two grants of a KMS key give the same',
  resource: key,
  needs: ['details', 'grants'],
  risk: 'Who retires one of two equal grants believes the access ended; and each key has room for 50,000 only.',
  fix: {
    text: 'Revoke all but one, and have the program that makes them retire its grants when its work is done.',
    exact: ({ id, grants }) => revoke(id, repeated(grants ?? [])),
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/grant-manage.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html',
  ],
  evaluate({ name, details, grants }) {
    if (details.manager === 'AWS' || grants === undefined)
      return notApplicable(`${name} is managed by AWS, whose services make its grants`);
    if (grants.length === 0) return notApplicable(`${name} has no grants`);
    const again = repeated(grants);
    return again.length === 0
      ? pass(`No two of the ${grants.length} grants of ${name} give the same`)
      : fail(
          `${name} has ${again.length === 1 ? 'a grant that repeats another' : `${again.length} grants that repeat others`}: ${few(again.map(grantCalled))}`,
          again,
        );
  },
});
