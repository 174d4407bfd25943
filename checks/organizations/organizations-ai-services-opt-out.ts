import type { Verdict } from '../../src/engine/check.ts';
import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { attachedOf, policiesInUse, turnOn } from '../../src/judgements/organization/attached.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { organizationPolicy } from '../../src/services/organizations/policy.ts';
import { organization } from '../../src/services/organizations/organization.ts';
import { few } from '../../src/text/few.ts';

const type = 'AISERVICES_OPT_OUT_POLICY';

export default defineCheck({
  id: 'organizations-ai-services-opt-out',
  title: 'Organization opts out of AI services using its content',
  resource: organization,
  derived: { standing },
  along: { ...policiesInUse, documents: along(organizationPolicy, { needs: ['document'] }) },
  risk: 'Services such as Lex, Rekognition or Transcribe may keep what is sent to them and use it to improve themselves, also in other regions.',
  fix: {
    text: 'Turn AI services opt-out policies on and attach to the root one that opts all services out: {"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}. AWS then deletes what was kept.',
    exact: (_organization, context) => turnOn(type, context),
  },
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html',
  ],
  evaluate(_organization, context) {
    const what = 'AI services opt-out policies';
    const found = attachedOf({ type, what }, context);
    if ('kind' in found) return found;
    const documents = new Map(context.along.documents.map(({ id, document }) => [id, document]));
    const atRoot = found.attached.filter(({ targets }) => targets.some((id) => id.startsWith('r-')));
    const optsOut = atRoot.filter(({ id }) => choiceOf(documents.get(id), 'default') === 'optOut');
    if (optsOut.length > 0) {
      const locks = optsOut.map(({ id }) => documents.get(id));
      return judgeOthers(
        `The organization opts out of all AI services by ${few(optsOut.map(({ name }) => name))}`,
        found.attached.map(({ id, name, targets }) => ({
          name,
          atRoot: targets.some((target) => target.startsWith('r-')),
          document: documents.get(id),
        })),
        locks,
      );
    }
    const unread = atRoot.filter(({ id }) => documents.get(id) === undefined);
    if (unread.length > 0)
      return unknown(`what ${few(unread.map(({ name }) => name))} of the organization says cannot be read`);
    return fail(
      atRoot.length > 0
        ? `The organization has ${what} on its root that do not opt out of all services: ${few(atRoot.map(({ name }) => name))}`
        : `The organization has ${what} turned on, but none on its root`,
      { policies: found.own.map(({ name }) => name) },
    );
  },
});

interface Attached {
  readonly name: string;
  readonly atRoot: boolean;
  /** Undefined where it cannot be read. */
  readonly document: unknown;
}

/**
 * Whether what the root opts out of stays so: what is said of one service goes before what is said of all, and what is attached below
 * before what the root says, unless that is locked
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html).
 */
function judgeOthers(said: string, attached: readonly Attached[], locks: readonly unknown[]): Verdict {
  const optsIn = attached.flatMap(({ name, atRoot, document }) =>
    optedIn(document).map((service) => ({ name, service, held: atRoot ? 'no' : heldBy(locks, service), atRoot })),
  );
  const clear = optsIn.filter(({ held, atRoot, service }) => held === 'no' && !(atRoot && service === 'default'));
  const words = (all: typeof optsIn): string =>
    few(all.map(({ name, service }) => `${name} (${service === 'default' ? 'all services' : service})`));
  if (clear.length > 0) return fail(`${said}, but in again by ${words(clear)}`, { policies: clear });
  const doubtful = optsIn.filter(({ held }) => held !== 'yes');
  if (doubtful.length > 0) return unknown(`${said}, and whether ${words(doubtful)} takes that back is not known`);
  const unread = attached.filter(({ document, atRoot }) => document === undefined && (atRoot || !isLocked(locks)));
  return unread.length > 0
    ? unknown(`${said}, and what ${few(unread.map(({ name }) => name))} says cannot be read`)
    : pass(said);
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const servicesOf = (document: unknown): Readonly<Record<string, unknown>> => membersOf(membersOf(document)['services']);
const policyFor = (document: unknown, service: string): Readonly<Record<string, unknown>> =>
  membersOf(membersOf(servicesOf(document)[service])['opt_out_policy']);

/** What a policy says of a service, or of those that it does not name: `optOut` or `optIn`, in this case alone. */
const choiceOf = (document: unknown, service: string): unknown => policyFor(document, service)['@@assign'];

const optedIn = (document: unknown): readonly string[] =>
  Object.keys(servicesOf(document)).filter((service) => choiceOf(document, service) === 'optIn');

const isClosed = (at: Readonly<Record<string, unknown>>): boolean =>
  [at['@@operators_allowed_for_child_policies']].flat().includes('@@none');

/** Whether policies below cannot opt a service in: `maybe` where a lock is on another level than the one that is documented for it. */
function heldBy(locks: readonly unknown[], service: string): 'yes' | 'no' | 'maybe' {
  const named = (document: unknown): boolean => Object.hasOwn(servicesOf(document), service);
  const locked = (document: unknown): boolean =>
    isClosed(named(document) ? policyFor(document, service) : servicesOf(document));
  if (locks.some(locked)) return 'yes';
  const nearly = (document: unknown): boolean =>
    named(document) && (isClosed(servicesOf(document)) || isClosed(membersOf(servicesOf(document)[service])));
  return locks.some(nearly) ? 'maybe' : 'no';
}

/** Whether policies below can change nothing: the example of AWS that is linked above. */
const isLocked = (locks: readonly unknown[]): boolean =>
  locks.some((document) => isClosed(servicesOf(document)) && isClosed(policyFor(document, 'default')));
