import { parseArn } from '../../text/arn.ts';
import { compile } from '../compile.ts';
import type { PrincipalEntry, Statement } from '../policy.ts';
import { uniqueIdIn } from './unique-ids.ts';

/** Whom statements that allow name: the accounts, organisations and principals whose access is worth trying. */
export interface Mentions {
  readonly accounts: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
  /** ARNs named as principals, by account. */
  readonly arns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly canonicalIds: ReadonlySet<string>;
  /** Unique ids of users and roles (`AIDA…`, `AROA…`), which do not tell the account. */
  readonly uniqueIds: ReadonlySet<string>;
  /** Patterns of account numbers and of organisations' ids that leave some of them open (`1111*`); not those that mean all. */
  readonly accountPatterns: ReadonlySet<string>;
  readonly organizationPatterns: ReadonlySet<string>;
  /** Those of the accounts, organisations and canonical ids that an Allow names; a Deny that spares somebody gives him nothing. */
  readonly granted: ReadonlySet<string>;
  /** The own organisation may be meant by a policy variable (`${aws:ResourceOrgID}`) or by a pattern. */
  readonly ownOrganization: boolean;
}

/** Stands for the own organisation where only a policy variable names it. */
export const OWN_ORGANIZATION = 'own-not-given';

const accountKeys = new Set([
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:sourceaccount',
  'aws:sourceowner',
  's3:dataaccesspointaccount',
  'events:creatoraccount',
  'aws:vpceaccount',
  'vpc-lattice-svcs:sourcevpcowneraccount',
]);
const arnKeys = new Set([
  'aws:principalarn',
  'aws:sourcearn',
  's3:dataaccesspointarn',
  's3:deliverysourcearn',
  'lambda:sourcefunctionarn',
  'aws:sourcevpcarn',
  'aws:sourceinstancearn',
  'ec2:sourceinstancearn',
  'aws:chatbotsourcearn',
  'aws:federatedprovider',
]);
const orgKeys = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
]);

const isPattern = (text: string): boolean => /[*?]/.test(text) && /[^*?]/.test(text) && !text.includes('${');
const isAccount = (text: string): boolean => /^\d{12}$/.test(text);

/** A value as it is compared: in lower case where case does not matter, for AWS's ids and ARNs have theirs. */
export const textOf = ({ text }: { readonly text: string }, { ignoreCase }: { readonly ignoreCase: boolean }): string =>
  ignoreCase ? text.toLowerCase() : text;

/** Whether a policy names an organisation, so that it matters which is the own. */
export const namesOrganization = (document: unknown): boolean =>
  mentionsOf(compile(document).statements).organizations.size > 0;

/**
 * Collects whom the statements name. What an Allow names in NotPrincipal or a negated condition it leaves out, and what a
 * Deny names there it spares.
 */
export function mentionsOf(statements: Iterable<Statement>): Mentions {
  const accounts = new Set<string>();
  const organizations = new Set<string>();
  const arns = new Map<string, Set<string>>();
  const canonicalIds = new Set<string>();
  const uniqueIds = new Set<string>();
  const granted = new Set<string>();
  const accountPatterns = new Set<string>();
  const organizationPatterns = new Set<string>();
  let ownOrganization = false;
  const add = (set: Set<string>, id: string, denies: boolean): void => {
    set.add(id);
    if (!denies) granted.add(id);
  };
  const principal = (entry: PrincipalEntry, denies: boolean): void => {
    if (entry.type === 'account') add(accounts, entry.account, denies);
    if (entry.type === 'canonical') add(canonicalIds, entry.id, denies);
    if (entry.type === 'arn' && entry.account !== undefined) {
      add(accounts, entry.account, denies);
      const known = arns.get(entry.account) ?? new Set();
      arns.set(entry.account, known.add(entry.arn));
    }
  };
  for (const statement of statements) {
    const denies = statement.effect === 'Deny';
    if (statement.notPrincipal === denies)
      for (const entry of statement.principals?.entries ?? []) principal(entry, denies);
    for (const condition of statement.conditions) {
      if (condition.negated !== denies || condition.family === 'null') continue;
      for (const value of condition.values) {
        const text = textOf(value, condition);
        // in either order: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid
        const variables = text.includes('${') ? text.toLowerCase() : '';
        if (
          variables.includes('${aws:resourceorg') ||
          (condition.key.startsWith('aws:resourceorg') && /\$\{aws:(principal|source|vpce)org/.test(variables))
        ) {
          ownOrganization = true;
          if (!denies) granted.add(OWN_ORGANIZATION);
        }
        if (accountKeys.has(condition.key)) {
          if (isAccount(text)) add(accounts, text, denies);
          else if (condition.comparison === 'like' && isPattern(text)) accountPatterns.add(text);
        }
        if (condition.key === 'aws:userid') {
          const [first = ''] = text.split(':');
          const unique = uniqueIdIn(value.text);
          if (isAccount(first)) add(accounts, first, denies);
          else if (unique !== undefined) add(uniqueIds, unique, denies);
          else if (condition.comparison === 'like' && isPattern(first) && /^[\d*?]+$/.test(first))
            accountPatterns.add(first);
        }
        if (arnKeys.has(condition.key)) {
          const account = parseArn(text)?.[4];
          if (account !== undefined && isAccount(account)) add(accounts, account, denies);
          else if (account !== undefined && condition.comparison === 'like' && isPattern(account))
            accountPatterns.add(account);
        }
        if (orgKeys.has(condition.key)) {
          const organization = text.split('/')[0] ?? '';
          if (/^o-[a-z0-9]+$/.test(organization)) add(organizations, organization, denies);
          else if (condition.comparison === 'like' && /[*?]/.test(organization)) {
            // ids of units and roots are unique in one organisation only, so some other may have them too:
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths
            if (isPattern(organization) || isPattern(text)) organizationPatterns.add(organization);
            ownOrganization = true;
            if (!denies) granted.add(OWN_ORGANIZATION);
          }
        }
      }
    }
  }
  return {
    granted,
    accounts,
    organizations,
    arns,
    canonicalIds,
    uniqueIds,
    accountPatterns,
    organizationPatterns,
    ownOrganization,
  };
}
