import { serviceName } from '../partitions/partitions.ts';
import { parseArn } from '../text/arn.ts';
import type { PrincipalEntry, PrincipalSet } from './policy.ts';
import { isRecord, membersOf } from '../text/record.ts';

function awsEntry(text: string): PrincipalEntry {
  if (/^\d{12}$/.test(text)) return { type: 'account', account: text, text };
  // IAM shows the unique id of a principal that no longer exists, so that a new one of the same name gets nothing:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  if (/^A[A-Z0-9]{3}[A-Z0-9]{12,}$/.test(text)) return { type: 'deleted', text };
  if (/^[0-9a-f]{64}$/.test(text)) return { type: 'canonical', id: text, text };
  const arn = parseArn(text);
  if (arn === undefined || /[*?]/.test(text)) return { type: 'unclear', text };
  const account = arn[4];
  if (arn[2] === 'iam' && arn[5] === 'root' && /^\d{12}$/.test(account)) return { type: 'account', account, text };
  return { type: 'arn', arn: text, account: /^\d{12}$/.test(account) ? account : undefined, text };
}

/** Compiles Principal or NotPrincipal. */
export function compilePrincipals(element: unknown, problems: string[]): PrincipalSet {
  let everyone = false;
  let everyService = false;
  let everyFederated = false;
  const entries: PrincipalEntry[] = [];
  const unclear = (text: string): void => {
    problems.push('Principal names somebody in a form that is not known');
    entries.push({ type: 'unclear', text });
  };
  const add = (kind: string, value: unknown): void => {
    if (typeof value === 'number') return add(kind, String(value).padStart(12, '0'));
    if (typeof value !== 'string') return unclear('');
    const text = value.trim();
    switch (kind) {
      case 'aws': {
        if (text === '*') everyone = true;
        else {
          const entry = awsEntry(text);
          if (entry.type === 'unclear') problems.push(`principal ${text} is not in a known form`);
          entries.push(entry);
        }
        return;
      }
      case 'service':
        if (text === '*') everyService = true;
        else entries.push({ type: 'service', service: serviceName(text.toLowerCase()), text });
        return;
      case 'federated':
        if (text === '*') everyFederated = true;
        else entries.push({ type: 'federated', provider: text, text });
        return;
      case 'canonicaluser':
        entries.push({ type: 'canonical', id: text, text });
        return;
      default:
        unclear(text);
    }
  };
  if (typeof element === 'string' || Array.isArray(element)) {
    for (const value of Array.isArray(element) ? element : [element]) add('aws', value);
  } else if (isRecord(element)) {
    for (const [kind, value] of membersOf(element)) {
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) add(kind.trim().toLowerCase(), one);
    }
  } else {
    unclear('');
  }
  return { everyone, everyService, everyFederated, entries };
}
