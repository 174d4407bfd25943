import { compile } from '../compile.ts';
import type { Rights } from '../graph/rights.ts';
import type { HeldPolicy, Subject } from '../graph/subject.ts';
import type { World } from '../graph/world.ts';

const withoutDenials = new WeakMap<object, unknown>();

function allowing(held: HeldPolicy): HeldPolicy {
  const policy = compile(held.document);
  if (policy.statements.every(({ effect }) => effect !== 'Deny')) return held;
  let document = withoutDenials.get(policy);
  if (document === undefined) {
    document = {
      Version: policy.version === '' ? '2012-10-17' : policy.version,
      Statement: policy.statements.filter(({ effect }) => effect !== 'Deny').map(({ json }) => json),
    };
    withoutDenials.set(policy, document);
  }
  return { ...held, document };
}

/** Whether denials, a boundary or policies of the organisation take away anything that would be a step. */
export function guarded(world: World, rights: Rights): boolean {
  const { subject, mask } = rights;
  if (!mask.includes(1)) return false;
  if (subject.boundary !== undefined && subject.boundary !== 'unknown') return true;
  for (const levels of [subject.scps, subject.rcps])
    if (levels !== undefined && levels !== 'unknown' && levels.length > 0) return true;
  return subject.identity.some(({ document }) => {
    const denied = world.index.denied(compile(document));
    return mask.some((one, at) => one === 1 && denied[at] === 1);
  });
}

/** The subject without what holds it back. */
export const unguarded = (subject: Subject): Subject => ({
  ...subject,
  key: `${subject.key} ~ unguarded`,
  identity: subject.identity.map(allowing),
  boundary: subject.boundary === 'unknown' ? 'unknown' : undefined,
  scps: subject.scps === 'unknown' ? 'unknown' : undefined,
  rcps: subject.rcps === 'unknown' ? 'unknown' : undefined,
});
