import type { Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { OrganizationPolicies, StatementRef } from '../../iam/types.ts';
import type { Denied } from './denied.ts';
import type { Standing } from './standing.ts';
import { looksIntoOrganization, notHere, standing } from './standing.ts';
import type { BoundAccount, OrganizationTree } from './tree.ts';
import { organizationTree } from './tree.ts';

/** What checks of service control policies need besides their subject. */
export const guardrails = { standing, tree: organizationTree } as const;

interface Guardrails {
  /** Looked at only where it is told. */
  readonly derived: { readonly standing: Standing; readonly tree: OrganizationTree };
}

/** The tree, or the verdict of an account that is not told it, or whose organisation has no service control policies in force. */
export function treeOf({ derived }: Guardrails, what: string): OrganizationTree | Verdict {
  const elsewhere = notHere(looksIntoOrganization(derived.standing), what);
  if (elsewhere !== undefined) return elsewhere;
  const { tree } = derived;
  if (tree.scps !== 'ENABLED')
    return fail(
      `The organization has no service control policies in force: they are ${tree.scps === undefined ? 'turned off' : `being turned on or off (${tree.scps})`}`,
      { status: tree.scps },
    );
  if (tree.members.length === 0)
    return notApplicable('the organization has no active account besides the management account');
  return tree;
}

export const isVerdict = (found: OrganizationTree | Verdict): found is Verdict => 'kind' in found;

/** What a set of policies may tell accounts apart by. */
const ofAnAccount = /\d{12}|account|orgpath|\$\{/i;

/**
 * Asks of every member what its effective set denies; accounts under the same policies are asked once, where nothing in these
 * tells accounts apart.
 */
export function overMembers(
  tree: OrganizationTree,
  ask: (scps: OrganizationPolicies, account: string) => Denied,
): readonly { readonly account: BoundAccount; readonly found: Denied }[] {
  const known = new Map<
    string,
    { readonly scps: OrganizationPolicies; readonly specific: boolean; found: Denied | undefined }
  >();
  return tree.members.map((account) => {
    const key = tree.setOf(account.id);
    let set = known.get(key);
    if (set === undefined) {
      const scps = tree.over(account.id);
      set = { scps, specific: ofAnAccount.test(JSON.stringify(scps)), found: undefined };
      known.set(key, set);
    }
    const found = (set.specific ? undefined : set.found) ?? ask(set.scps, account.id);
    set.found = found;
    return { account, found };
  });
}

/** The verdict on the whole organisation: every member has to be covered. */
export function judgeMembers(
  answers: readonly { readonly account: BoundAccount; readonly found: Denied }[],
  { denied, notDenied }: { readonly denied: string; readonly notDenied: string },
): Verdict {
  const open = answers.filter(({ found }) => found.answer === 'no');
  const unsure = answers.filter(({ found }) => found.answer === 'unknown');
  const [first] = open;
  if (first?.found.answer === 'no')
    return fail(
      `${notDenied} in ${open.length} of ${answers.length} member accounts, such as ${called(first.account)}: ${first.found.because}`,
      { accounts: open.slice(0, 50).map(({ account }) => account.id), of: answers.length },
    );
  const [doubt] = unsure;
  if (doubt?.found.answer === 'unknown')
    return unknown(
      `what the service control policies over ${called(doubt.account)} deny is not certain: ${doubt.found.because}`,
    );
  const statements = answers.flatMap(({ found }) => (found.answer === 'yes' ? found.statements : []));
  return pass(
    `${denied} in ${answers.length === 1 ? 'its only member account' : `all ${answers.length} member accounts`}`,
    {
      statements: [...new Map(statements.map((one) => [`${one.policy} ${one.index}`, shown(one)])).values()],
    },
  );
}

const called = ({ id, name }: BoundAccount): string => (name === id ? id : `${id} (${name})`);
const shown = ({ policy, sid, json }: StatementRef) => ({
  policy,
  ...(sid === undefined ? {} : { sid }),
  statement: json,
});
