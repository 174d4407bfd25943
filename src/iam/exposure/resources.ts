import { parseArn } from '../../text/arn.ts';
import { FRESH } from '../search.ts';
import type { Statement } from '../policy.ts';

/** An action is on the resource itself, or on what lies inside it (objects of a bucket, methods of an API). */
export type Form = 'self' | 'object';

const PROBES = 60;

/** Texts of Resource and NotResource of statements, as written. */
const patternTexts = (statements: Iterable<Statement>): string[] => {
  const found = new Set<string>();
  for (const statement of statements) {
    for (const pattern of statement.resources ?? []) {
      for (const text of 'template' in pattern ? withDefaults(pattern.text) : [pattern.text]) found.add(text);
    }
  }
  return [...found].slice(0, PROBES);
};

/** Stand in names of resources for the account and the organisation of whoever asks. */
export const ACCOUNT_SLOT = 'x-account-of-caller';
export const ORGANIZATION_SLOT = 'x-organization-of-caller';
/** Stands for what else a policy variable holds. */
export const VARIABLE_SLOT = 'x';

const slots: Readonly<Record<string, string>> = {
  'aws:principalaccount': ACCOUNT_SLOT,
  'aws:sourceaccount': ACCOUNT_SLOT,
  'kms:calleraccount': ACCOUNT_SLOT,
  'aws:principalorgid': ORGANIZATION_SLOT,
  'aws:sourceorgid': ORGANIZATION_SLOT,
  '*': '*',
  '?': '?',
  $: '$',
};

/** Texts of patterns, and again with the defaults of their variables. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const withDefaults = (text: string): string[] => {
  const other = text.replaceAll(/\$\{[^},]*,\s*'([^'}]*)'\s*\}/g, '$1');
  return other === text ? [text] : [text, other];
};

/** Replaces policy variables and wildcards by something. */
const filled = (text: string, star: string): string =>
  text.replaceAll(/\$\{([^},]*)[^}]*\}|[*?]/g, (found, name: string | undefined) =>
    name === undefined ? (found === '*' ? star : 'x') : (slots[name.trim().toLowerCase()] ?? VARIABLE_SLOT),
  );

/** Names of the resource that the patterns tell apart. */
export function resourceNames(
  arn: string,
  form: Form,
  inside: (arn: string) => string,
  statements: Iterable<Statement>,
): string[] {
  const texts = patternTexts(statements);
  if (form === 'self') {
    // versions and aliases of a function follow its ARN after a colon
    const qualified = texts.map((text) => filled(text, 'x')).filter((text) => text.startsWith(`${arn}:`));
    return [...new Set([arn, ...qualified])];
  }
  const base = inside(arn);
  const names = new Set<string>();
  for (const text of texts) {
    const resource = parseArn(text)?.[5] ?? text;
    const marker = parseArn(base)?.[5] ?? '';
    for (const star of ['x', '']) {
      const whole = filled(text, star);
      if (whole.startsWith(base) && whole.length > base.length) names.add(whole);
      // the path below the resource, whichever way the pattern writes the resource's own name
      const depth = marker.split('/').length - 1;
      const tail = filled(resource.split('/').slice(depth).join('/'), star);
      if (tail !== '') names.add(base + tail);
    }
  }
  names.add(base + FRESH);
  return [...names];
}

/** ARNs to judge when none is given: those that the policy names, with something in the place of wildcards. */
export function namedResources(fallback: string, statements: Iterable<Statement>): string[] {
  const wanted = parseArn(fallback);
  const found = new Set<string>();
  for (const text of patternTexts(statements)) {
    const parts = parseArn(filled(text, ''));
    const written = parseArn(text);
    if (parts === undefined || written === undefined || wanted === undefined) continue;
    const joined = parts.map((part, at) => {
      if (at === 5) return part;
      return /[*?$]/.test(written[at] ?? '') ? (wanted[at] ?? '') : part;
    });
    const [, , service, , , resource] = joined;
    if (service !== wanted[2]) continue;
    const own = trimToResource(service, resource ?? '');
    const complete = own === '' || /[*?$]/.test(trimToResource(service, written[5])) ? wanted[5] : own;
    found.add([...joined.slice(0, 5), complete].join(':'));
  }
  return found.size === 0 ? [fallback] : [...found].slice(0, PROBES);
}

/** The resource part without what lies inside: the bucket of an object, the domain of a path. */
function trimToResource(service: string, resource: string): string {
  switch (service) {
    case 's3':
      return resource.split('/')[0] ?? '';
    case 'es':
      return resource.split('/').slice(0, 2).join('/');
    case 'execute-api':
      return resource.split('/')[0] ?? '';
    case 'lambda':
      return resource.split(':').slice(0, 2).join(':');
    default:
      return resource;
  }
}
