import type { Subject, Verdict } from '../../engine/check.ts';
import { along, fail, pass, unknown } from '../../engine/check.ts';
import { organizationPolicy } from '../../services/organizations/policy.ts';
import { organizationRoot } from '../../services/organizations/root.ts';
import { few } from '../../text/few.ts';
import { shell } from '../../text/shell.ts';
import { looksIntoOrganization, notHere } from './standing.ts';
import type { Standing } from './standing.ts';

/** What checks read that ask whether a type of policy is in use. */
export const policiesInUse = {
  roots: along(organizationRoot),
  organizationPolicies: along(organizationPolicy, { needs: ['targets'] }),
};

interface Read {
  readonly derived: { readonly standing: Standing };
  readonly along: {
    readonly roots: readonly Subject<typeof organizationRoot, never>[];
    readonly organizationPolicies: readonly Subject<typeof organizationPolicy, 'targets'>[];
  };
}

/** A type of policy as Organizations calls it, and in the words of messages: `tag policies`. */
export interface Kind {
  readonly type: string;
  readonly what: string;
}

/**
 * Whether policies of a type that the customer wrote are attached to something: those of AWS, such as RCPFullAWSAccess, allow
 * everything and are attached everywhere.
 */
export function judgeAttached({ type, what }: Kind, read: Read): Verdict {
  const found = attachedOf({ type, what }, read);
  if ('kind' in found) return found;
  const names = found.attached.map(({ name }) => name);
  return names.length > 0
    ? pass(`The organization has ${what} attached: ${few(names)}`, { policies: names })
    : fail(
        found.own.length === 0
          ? `The organization has ${what} turned on, but none of its own`
          : `The organization has ${what} that are attached to nothing: ${few(found.own.map(({ name }) => name))}`,
        { policies: found.own.map(({ name }) => name) },
      );
}

/** The customer's policies of a type, and those of them that are attached; or the verdict where there can be none. */
export function attachedOf({ type, what }: Kind, { derived, along: { roots, organizationPolicies } }: Read) {
  const elsewhere = notHere(looksIntoOrganization(derived.standing), 'the policies of the organization');
  if (elsewhere !== undefined) return elsewhere;
  const [root] = roots;
  if (root === undefined) return unknown('AWS lists no root of the organization');
  const status = root.types[type];
  if (status !== 'ENABLED')
    return fail(
      status === undefined
        ? `The organization has ${what} turned off for root ${root.id}`
        : `The organization is turning ${what} on or off for root ${root.id} (${status})`,
      { status },
    );
  const own = organizationPolicies.filter(({ policyType, awsManaged }) => policyType === type && awsManaged !== true);
  return { own, attached: own.filter(({ targets }) => targets.length > 0) };
}

/** Commands that turn a type of policy on; what it is to say is for a person to write. */
export const turnOn = (type: string, { along: { roots } }: Pick<Read, 'along'>): { cli?: string } => {
  const off = roots.filter(({ types }) => types[type] === undefined);
  return off.length === 0
    ? {}
    : {
        cli: off
          .map(({ id }) => shell`aws organizations enable-policy-type --root-id ${id} --policy-type ${type}`)
          .join('\n'),
      };
};
