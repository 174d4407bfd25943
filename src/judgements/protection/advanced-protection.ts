import { along, fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
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
