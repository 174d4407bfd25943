import { along, fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { ClassifiedBy, ExactFix, Subject, Verdict } from '../../engine/check.ts';
import type { None, Rest } from '../../engine/forms/form.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { hcl } from '../../text/hcl.ts';
import { shell } from '../../text/shell.ts';
import { protection } from '../../services/shield/protection.ts';
import { shieldSettings } from '../../services/shield/settings.ts';

/** What a check reads to tell whether Shield Advanced protects a resource. */
export const advancedProtection = {
  shield: along(shieldSettings, { needs: ['state'] }),
  protections: along(protection),
};

interface Read {
  readonly shield: readonly { readonly state: string | undefined }[];
  readonly protections: readonly { readonly id: string; readonly protects: string | undefined }[];
}

/**
 * Whether the account's subscription makes a question about Shield Advanced arise. Without one nothing can be protected:
 * that is one decision about the account, which `shield-advanced-subscription-active` reports once, and not a fault of
 * every distribution, load balancer and address.
 * @returns the verdict that ends the matter, or undefined when the account is subscribed
 */
export function unlessSubscribed(state: string | undefined): Verdict | undefined {
  if (state === 'ACTIVE') return undefined;
  if (state === 'INACTIVE') return notApplicable('Shield Advanced is not subscribed');
  return unknown(`GetSubscriptionState answers ${state ?? 'nothing'}`);
}

/** Guard of checks: see {@link unlessSubscribed}. */
export const subscribed = {
  needs: ['state'],
  such: { state: 'INACTIVE' },
  when: ({ state }: { readonly state: string | undefined }) => unlessSubscribed(state),
};

/**
 * Whether one of the account's protections is for a resource.
 * @param label how the message names the resource
 * @param arns the ARNs under which the resource may be protected; a protection names exactly one
 */
export function judgeAdvancedProtection(
  label: string,
  arns: readonly string[],
  { shield, protections }: Read,
): Verdict {
  const [settings] = shield;
  if (settings === undefined) return notApplicable('Shield Advanced does not exist in this partition');
  const ended = unlessSubscribed(settings.state);
  if (ended !== undefined) return ended;
  const found = protections.find(({ protects }) => protects !== undefined && arns.includes(protects));
  return found === undefined
    ? fail(`${label} is not protected by Shield Advanced, which the account is subscribed to`)
    : pass(`${label} is protected by Shield Advanced`, { protection: found.id });
}

type Said<R extends AnyResourceType> = Rest<R, never, None, typeof advancedProtection> & {
  /** The ARN that Shield knows the resource by, where it is not the resource's own. */
  readonly protectedAs?: (subject: Subject<R, never>) => string;
};

/** A check that Shield Advanced protects a resource, where the account is subscribed to it. */
export const advancedProtected = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Said<R>,
) => {
  const { protectedAs, fix, ...rest }: Said<R> = spec;
  const shieldArn = (subject: Subject<R, never>): string => protectedAs?.(subject) ?? subject.arn;
  return judged(resource, id, {
    ...rest,
    along: advancedProtection,
    fix: {
      ...fix,
      exact: (subject) => protect(subject.name, shieldArn(subject)),
    },
    judge: (subject, { along: read }) =>
      judgeAdvancedProtection(resource.labelOf(subject as never), [shieldArn(subject), subject.arn], read),
    examples(base) {
      const arn = shieldArn(base);
      const protecting = (protects: string | undefined): object => ({ id: 'p1', protects, healthCheckIds: [] });
      const account = { id: base.account, name: 'The account' };
      const of = (state: string | undefined, ...protections: readonly object[]): Along => ({
        along: { shield: [{ ...account, state }], protections },
      });
      return [
        {
          when: 'a protection names it',
          ...of('ACTIVE', protecting('arn:aws:x:::other'), protecting(arn)),
          expect: 'pass',
        },
        { when: 'a protection names it as its service does', ...of('ACTIVE', protecting(base.arn)), expect: 'pass' },
        {
          when: 'protections name others only',
          ...of('ACTIVE', protecting(`${arn}2`), protecting(undefined)),
          expect: 'fail',
        },
        { when: 'there are no protections', ...of('ACTIVE'), expect: 'fail' },
        { when: 'the account is not subscribed', ...of('INACTIVE'), expect: 'not-applicable' },
        { when: 'the state of the subscription is not told', ...of(undefined), expect: 'unknown' },
        { when: 'the partition has no Shield Advanced', expect: 'not-applicable' },
      ];
    },
  });
};

interface Along {
  readonly along: Readonly<Record<string, readonly object[]>>;
}

/** What protects a resource. */
export const protect = (name: string, arn: string): ExactFix => ({
  cli: shell`aws shield create-protection --region us-east-1 --name ${nameFor(name)} --resource-arn ${arn}`,
  terraform: hcl`resource "aws_shield_protection" "this" {\n  name         = ${nameFor(name)}\n  resource_arn = ${arn}\n}`,
});

/** A protection's name holds letters, digits, spaces, `-` and `_`: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html */
const nameFor = (name: string): string => name.replaceAll(/[^\w -]/g, '-').slice(0, 128);
