import { rcpServices } from '../../iam/data/rcp-services.ts';
import { isMultivalued } from '../../iam/keys.ts';
import { type Case, listOf, statementsOf } from './cases.ts';
import { documentsOf } from './verdicts.ts';

export const UNEXPLAINED = 'not explained';

/** One comparison of a Condition element. */
interface Comparison {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

function comparisonsOf(one: Case): Comparison[] {
  return documentsOf(one).flatMap((document) =>
    statementsOf(document).flatMap((statement) =>
      Object.entries((statement['Condition'] ?? {}) as Record<string, Record<string, unknown>>).flatMap(
        ([operator, block]) =>
          Object.entries(block).map(([key, raw]) => ({
            operator: operator.toLowerCase(),
            key: key.toLowerCase(),
            values: listOf(raw).map(String),
          })),
      ),
    ),
  );
}

const hasSetOperator = (operator: string): boolean =>
  operator.startsWith('forallvalues:') || operator.startsWith('foranyvalue:');
const isEpoch = (text: string): boolean => /^\d{5,}$/.test(text);
const isAbout = (one: Comparison, what: string): boolean => one.operator.includes(what);
const hasVariable = (texts: readonly string[]): boolean => texts.some((text) => text.includes('${'));
const textsIn = (one: Case, name: string): string[] =>
  documentsOf(one).flatMap((document) =>
    statementsOf(document).flatMap((statement) => listOf(statement[name]).map(String)),
  );

/** Why a difference is there, tried in this order on the smallest request that shows it; docs/iam.md says who is right. */
type Applies = (one: Case, comparisons: readonly Comparison[]) => boolean;
const classes: readonly (readonly [name: string, applies: Applies])[] = [
  [
    'an RCP on a service that RCPs do not apply to',
    (one) => one.rcps.length > 0 && !rcpServices.has(one.action.split(':')[0] ?? ''),
  ],
  ['an operation that needs no permission', (one) => /^sts:(GetCallerIdentity|GetSessionToken)$/.test(one.action)],
  [
    'a variable in a document of the old version',
    (one) => documentsOf(one).some((each) => each['Version'] !== '2012-10-17' && JSON.stringify(each).includes('${')),
  ],
  [
    'a range of all addresses',
    (_, all) => all.some((one) => isAbout(one, 'ipaddress') && one.values.some((text) => text.endsWith('/0'))),
  ],
  [
    'an address of the other family',
    (one, all) =>
      all.some((each) =>
        contextOf(one, each.key).some(
          (address) =>
            isAbout(each, 'ipaddress') && each.values.some((range) => range.includes(':') !== address.includes(':')),
        ),
      ),
  ],
  [
    'IfExists together with ForAnyValue',
    (_, all) => all.some(({ operator }) => operator.startsWith('foranyvalue:') && operator.endsWith('ifexists')),
  ],
  [
    'a date in seconds since 1970',
    (one, all) =>
      all.some((each) => isAbout(each, 'date') && [...each.values, ...contextOf(one, each.key)].some(isEpoch)),
  ],
  ['a variable in a comparison of ARNs', (_, all) => all.some((one) => isAbout(one, 'arn') && hasVariable(one.values))],
  ['"*" in a comparison of ARNs', (_, all) => all.some((one) => isAbout(one, 'arn') && one.values.includes('*'))],
  [
    'a variable without a value in a negated condition',
    (_, all) => all.some((one) => isAbout(one, 'not') && hasVariable(one.values)),
  ],
  [
    'a key with several values without a set operator',
    (_, all) => all.some((one) => isMultivalued(one.key) && !hasSetOperator(one.operator) && one.operator !== 'null'),
  ],
  [
    'a set operator on a key with one value',
    (_, all) => all.some((one) => !isMultivalued(one.key) && hasSetOperator(one.operator)),
  ],
  [
    'a grant to one session',
    (one) =>
      one.caller.sessionArn !== undefined && JSON.stringify(one.resourcePolicy ?? {}).includes(one.caller.sessionArn),
  ],
  [
    'a denial whose NotPrincipal names only a principal or only its account',
    (one) => JSON.stringify(one.resourcePolicy ?? {}).includes('"NotPrincipal"'),
  ],
  [
    'a grant to everybody that a boundary or session policy does not repeat',
    (one) =>
      (one.boundary !== undefined || one.session !== undefined) &&
      JSON.stringify(one.resourcePolicy ?? {}).includes('"*"'),
  ],
  [
    'a pattern that begins its resource part with a wildcard',
    (one) => textsIn(one, 'Resource').some((text) => /^arn:(?:[^:]*:){4}[^:/]*[*?][^:/]*[:/]/.test(text)),
  ],
  ['a variable without a value in NotResource', (one) => hasVariable(textsIn(one, 'NotResource'))],
];

const contextOf = (one: Case, key: string): readonly string[] =>
  Object.entries(one.context).flatMap(([name, value]) => (name.toLowerCase() === key ? listOf(value).map(String) : []));

/** The class of a difference; {@link UNEXPLAINED} when no known reason applies. */
export function classOf(one: Case): string {
  const comparisons = comparisonsOf(one);
  return classes.find(([, applies]) => applies(one, comparisons))?.[0] ?? UNEXPLAINED;
}
