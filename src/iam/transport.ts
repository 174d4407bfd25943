import type { Lookup } from './condition.ts';
import { actionsOfKind } from './exposure/actions.ts';
import { asPolicy, evaluateLayer, type LayerResult, type NamedPolicy, refOf } from './layer.ts';
import { target } from './match.ts';
import { FRESH, search, searchBudget } from './search.ts';
import { not } from './tri.ts';
import { type Caller, type Judgement, type KeyState, MAYBE, type StatementRef, type Tri, YES } from './types.ts';

/** Bucket policies have at most 20 KB. */
const MOST_CALLERS = 300;
const openKey: KeyState = { is: 'caller' };

/** Principals named in NotPrincipal of denials: they are the ones a denial leaves out. */
function exceptedCallers(policy: NamedPolicy): Caller[] {
  const found: Caller[] = [];
  for (const statement of policy.policy.statements) {
    if (!statement.notPrincipal) continue;
    for (const entry of statement.principals?.entries ?? []) {
      if (entry.type === 'account')
        found.push({ type: 'root', arn: `arn:aws:iam::${entry.account}:root`, account: entry.account });
      if (entry.type === 'arn') {
        const type = entry.arn.includes(':user/') ? 'user' : 'role';
        found.push({
          type,
          arn: entry.arn,
          sessionArn: entry.arn,
          ...(entry.account === undefined ? {} : { account: entry.account }),
        });
      }
      if (entry.type === 'service') found.push({ type: 'service', arn: entry.service });
    }
  }
  return found;
}

/** An action and the resource that it is asked of. */
interface Tried {
  /** In small letters. */
  readonly action: string;
  readonly form: 'self' | 'object';
}

/**
 * Whether a bucket policy refuses every request that does not come over TLS: any principal, any S3 action, on the bucket
 * and on its objects, whatever else the request carries.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export const deniesInsecureTransport = (policyDocument: unknown, bucketArn: string): Judgement =>
  deniesPlain(asPolicy(policyDocument, 'bucket policy'), bucketArn, [
    ...actionsOfKind('s3').map((action): Tried => ({
      action: action.lower,
      form: action.forms[0] === 'object' ? 'object' : 'self',
    })),
    { action: `s3:${FRESH}`, form: 'self' },
    { action: `s3:${FRESH}`, form: 'object' },
  ]);

/** Whether the policy of a queue, topic or the like refuses these actions to everybody who does not come over TLS. */
export const deniesInsecureActions = (policyDocument: unknown, arn: string, actions: readonly string[]): Judgement =>
  deniesPlain(
    asPolicy(policyDocument),
    arn,
    actions.map((action) => ({ action: action.toLowerCase(), form: 'self' })),
  );

function deniesPlain(policy: NamedPolicy, arn: string, tried: readonly Tried[]): Judgement {
  const account = '000000000000';
  const callers: Caller[] = [
    { type: 'anonymous', arn: 'anonymous' },
    { type: 'role', arn: `arn:aws:iam::${account}:role/${FRESH}`, account },
    ...exceptedCallers(policy).slice(0, MOST_CALLERS),
  ];
  const lookupFor =
    (caller: Caller): Lookup =>
    (key) => {
      const signed = caller.type !== 'anonymous' && caller.type !== 'service';
      switch (key) {
        case 'aws:securetransport':
          return { is: 'known', values: ['false'] };
        case 's3:tlsversion':
          // without TLS there is no version of it
          return { is: 'absent' };
        case 'aws:principalisawsservice':
          return caller.type === 'anonymous'
            ? { is: 'absent' }
            : { is: 'known', values: [String(caller.type === 'service')] };
        case 'aws:principalarn':
          return signed
            ? caller.arn.endsWith(FRESH)
              ? openKey
              : { is: 'known', values: [caller.arn] }
            : { is: 'absent' };
        default:
          return openKey;
      }
    };
  let answer: Judgement['answer'] = 'yes';
  const statements = new Map<number, StatementRef>();
  const known = new Map<string, Tri>();
  for (const { action, form } of tried) {
    const resource = target(form === 'object' ? `${arn}/${FRESH}` : arn);
    const applying = policy.policy.forAction(action);
    for (const [at, caller] of callers.entries()) {
      const key = `${form} ${at} ${applying.map((statement) => statement.index).join(',')}`;
      let escapes = known.get(key);
      if (escapes === undefined) {
        const base = lookupFor(caller);
        const evaluate = (lookup: Lookup): LayerResult => evaluateLayer([policy], action, resource, lookup, caller);
        escapes = search({
          lookup: base,
          budget: searchBudget(policy.policy.statements.length),
          decide: (lookup) => not(evaluate(lookup).deny),
          conditions: () =>
            evaluate(base).statements.flatMap((one) => (one.applies === MAYBE ? one.statement.conditions : [])),
        }).result;
        known.set(key, escapes);
        for (const one of evaluate(base).statements) {
          if (one.statement.effect === 'Deny') statements.set(one.statement.index, refOf(policy, one.statement));
        }
      }
      if (escapes === YES) return { answer: 'no', statements: [], conditions: {} };
      if (escapes === MAYBE) answer = 'possible';
    }
  }
  return { answer, statements: [...statements.values()], conditions: {} };
}
