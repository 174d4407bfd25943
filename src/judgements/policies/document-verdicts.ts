import { fail, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import { compile } from '../../iam/compile.ts';
import { fullServices, grantsAdministrator, passesAnyRole, problemsOf } from '../../iam/document.ts';
import type { Judgement } from '../../iam/document.ts';
import { statementEvidence, statementName } from '../../iam/statement.ts';
import { few } from '../../text/few.ts';
import { wholeServices } from './may-do.ts';

/** Why a document cannot be judged, or undefined when all of it could be read. */
export function unreadable(name: string, document: unknown): Verdict | undefined {
  const [problem] = problemsOf(document);
  return problem === undefined ? undefined : unknown(`part of ${name} cannot be read: ${problem}`);
}

/**
 * The verdict on something a policy should not grant.
 * @param granted says what it grants after its name, e.g. `allows every action`
 * @param safe says that it does not
 */
export function notGranted(
  name: string,
  document: unknown,
  judgement: Judgement,
  granted: string,
  safe: string,
): Verdict {
  if (judgement.answer === 'no') return pass(`${name} ${safe}`);
  if (judgement.answer === 'possible') {
    return (
      unreadable(name, document) ?? unknown(`it depends on conditions that are not known whether ${name} ${granted}`)
    );
  }
  const [first] = judgement.statements;
  const keys = Object.keys(judgement.conditions);
  const by = first === undefined ? '' : ` (${statementName(first)})`;
  const when = keys.length === 0 ? '' : `, depending on ${keys.join(' and ')}`;
  const evidence = { statements: statementEvidence(judgement.statements), conditions: judgement.conditions };
  return fail(`${name} ${granted}${by}${when}`, evidence);
}

/** The verdict on a policy that should not give full administration. */
export function notAdministrator(name: string, document: unknown): Verdict {
  const judgement = grantsAdministrator(document);
  const safe = 'does not allow every action on every resource';
  return notGranted(name, document, judgement, administrationIn(document, judgement), safe);
}

/** The verdict on a policy that should name the roles it lets pass to services. */
export const passesNamedRoles = (name: string, document: unknown): Verdict =>
  notGranted(
    name,
    document,
    passesAnyRole(document),
    'allows passing roles it does not name',
    'allows passing at most roles it names',
  );

/** The verdict on a policy that should give no service as a whole, on resources that it does not name. */
export function givesNoFullService(name: string, document: unknown): Verdict {
  const found = fullServices(document);
  const sure = found.filter(({ judgement }) => judgement.answer === 'yes');
  const [first] = sure.length > 0 ? sure : found;
  if (first === undefined) return pass(`${name} gives no service as a whole on resources it does not name`);
  const services = sure.map(({ service }) => service);
  return notGranted(name, document, first.judgement, `allows ${wholeServices(services)}`, '');
}

/** What such a policy gives, claiming no more than it says: administration is not every action when some are left out. */
function administrationIn(document: unknown, { statements }: Judgement): string {
  const texts = statements.map(({ json }) => json as Readonly<Record<string, unknown>>);
  const [only] = texts;
  if (texts.length === 1 && only?.['NotAction'] !== undefined) {
    const left = [only['NotAction']].flat().map(String);
    return `gives full administration: all actions but ${few(left)}`;
  }
  const exact = texts.some((one) => everything(one['Action']) && everything(one['Resource'])) && !denies(document);
  return exact ? 'allows every action on every resource' : 'gives full administration';
}

const everything = (patterns: unknown): boolean =>
  [patterns].flat().some((pattern) => typeof pattern === 'string' && /^\*+(:\*+)?$/.test(pattern));

const denies = (document: unknown): boolean => compile(document).statements.some(({ effect }) => effect === 'Deny');
