import { fail, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import { arnAccount } from '../../text/arn.ts';
import { compile } from '../../iam/index.ts';
import type { Exposure } from '../../iam/index.ts';
import { mentionsOf } from '../../iam/exposure/mentions.ts';
import {
  abilityOf,
  type Asked,
  exposedTo,
  exposureEvidence,
  listOf,
  provedBy,
  reachOf,
  undecided,
} from './exposure-message.ts';

export interface TrustQuestion extends Asked {
  /** The resource, as messages begin with it. */
  readonly name: string;
  /** Looks for the own organisation (see `ownOrganizationOf`); asked only when the verdict depends on it. */
  readonly organization: () => string | null | undefined;
  /** Every document that can name an organisation. */
  readonly documents: readonly unknown[];
  /** Judges the resource, taking this for the own organisation; null: the account is in none; undefined: not known. */
  readonly expose: (organization: { readonly id: string } | null | undefined) => Exposure;
}

/**
 * The verdict on something that only the own account, the own organisation and trusted accounts shall reach.
 *
 * The organisation counts where a policy limits access to it (aws:PrincipalOrgID and its kin). An account that is named
 * by its number counts as trusted when the configuration says so, and only then: who the members are is told to the
 * management account alone, and a verdict must not depend on where it was asked.
 *
 * The organisation is looked at only where a named one gets in: most verdicts stand although it could not be read.
 */
export function judgeTrusted(question: TrustQuestion): Verdict {
  const { name, documents, expose } = question;
  // Who is no stranger to an organisation does not change what strangers can do.
  const withoutOne = expose(undefined);
  if (exposedTo(withoutOne, question) !== 'cross-account') return judgeAs(question, withoutOne);
  const named = new Set(documents.flatMap((document) => [...mentionsOf(compile(document).statements).organizations]));
  if (named.size === 0) return judgeAs(question, withoutOne);
  const own = question.organization();
  if (own === undefined) {
    return unknown(`${name} lets ${listOf([...named])} in, and AWS did not say which organization the account is in`);
  }
  return judgeAs(question, own === null ? expose(null) : expose({ id: own }));
}

function judgeAs(question: TrustQuestion, exposure: Exposure): Verdict {
  const { name, note = '', ways } = question;
  const ability = abilityOf(exposure, question);
  const proof = provedBy(exposure, question);
  const because = proof === undefined ? '' : `: ${proof}`;
  const strangers = exposure.accounts.filter((account) => !exposure.trustedAccounts.includes(account));
  const evidence = {
    ...exposureEvidence(exposure, question),
    ...(strangers.length === 0 ? {} : { strangers: strangers.slice(0, 20) }),
    ...(exposure.trustedAccounts.length === 0 ? {} : { trustedAccounts: exposure.trustedAccounts }),
    ...(exposure.organizations.length === 0 ? {} : { organizations: exposure.organizations }),
  };
  const verdict = exposedTo(exposure, question);
  const open = (who: string, why: string): Verdict =>
    fail(`${name} is ${ability} by ${who}${why}${note}`, evidence, undefined, {
      reach: reachOf(verdict, ability, who),
    });
  switch (verdict) {
    case 'public':
      return open('anyone on the internet', because);
    case 'any-account':
      return open('every AWS account', because);
    case 'conditional':
      return exposure.unknown.length > 0 ? undecided(name, exposure) : open('strangers who meet a condition', because);
    case 'unknown':
      return undecided(name, exposure);
    case 'cross-account': {
      const who = [
        ...strangers.map((id) => (/^\d{12}$/.test(id) ? `account ${id}` : `canonical user ${id}`)),
        ...exposure.organizations.map((id) => `organization ${id}`),
      ];
      if (who.length === 0) {
        if (exposure.unknownPrincipals.length > 0) return undecided(name, exposure);
        return pass(`${name} lets in trusted accounts only ${ways}: ${listOf(exposure.trustedAccounts)}`, evidence);
      }
      if (exposure.unknown.length > 0) return undecided(name, exposure);
      // The witness may be a trusted account's request; then it would prove nothing.
      const sender = arnAccount(exposure.witness?.principal);
      const shown = sender !== undefined && exposure.trustedAccounts.includes(sender) ? '' : because;
      const more = who.length > 5 ? [...who.slice(0, 4), `${who.length - 4} more`] : who;
      return open(`${listOf(more)}, outside the trusted accounts`, shown);
    }
    case 'organization':
      return pass(`${name} lets in members of the organization only ${ways}`, evidence);
    case 'private':
      return pass(`${name} lets in no other account ${ways}`, evidence);
  }
}
