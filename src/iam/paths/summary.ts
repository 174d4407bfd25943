import { FRESH } from '../search.ts';
import type { Path } from './types.ts';

/** ARNs for people: what stands for a name that nothing mentions becomes `*`. */
export const shownArn = (arn: string): string => arn.replaceAll(FRESH, '*');

/** Short names for ARNs: `user/alice`, `role/team/app`, `Identity Center group/…`; anything else stays. */
export function shortName(arn: string): string {
  const shown = shownArn(arn);
  if (/^arn:[^:]*:iam::\*:root$/.test(shown)) return 'root of a member account';
  const person = /^arn:[^:]*:identitystore:::(\w+\/.+)$/.exec(shown)?.[1];
  if (person !== undefined) return `Identity Center ${person}`;
  return (
    /^arn:[^:]*:iam::\d*:((?:user|role|group|policy)\/.+|root)$/.exec(shown)?.[1] ??
    shown.replace(/^arn:[^:]*:([^:]*):[^:]*:[^:]*:/, '$1 ')
  );
}

/** The steps of a path in words: `Assume a role (chains) → Attach any managed policy to a user`. */
export const wayText = ({ steps }: Pick<Path, 'steps'>): string => steps.map(({ title }) => title).join(' → ');

/** `role/team-*` for names that begin alike; the beginning ends where a word ends. */
function stemOf(name: string): string {
  const at = Math.max(name.lastIndexOf('-'), name.lastIndexOf('_'), name.lastIndexOf('.'), name.lastIndexOf('/'));
  return at > name.indexOf('/') ? name.slice(0, at + 1) : name;
}

/** A list of names that is never long: `user/alice, 37 roles of team-* and 12 more`. */
export function summarize(arns: readonly string[], most = 5): string {
  const groups = new Map<string, string[]>();
  for (const name of arns.map(shortName)) {
    const stem = stemOf(name);
    const list = groups.get(stem);
    if (list === undefined) groups.set(stem, [name]);
    else list.push(name);
  }
  const parts = [...groups].flatMap(([stem, names]) =>
    names.length <= 2
      ? names.map((text) => ({ text, count: 1 }))
      : [
          {
            text: stem.startsWith('role/')
              ? `${names.length} roles of ${stem.slice(5)}*`
              : stem.startsWith('user/')
                ? `${names.length} users of ${stem.slice(5)}*`
                : `${names.length} of ${stem}*`,
            count: names.length,
          },
        ],
  );
  if (parts.length <= most) return parts.map(({ text }) => text).join(', ');
  const rest = parts.slice(most).reduce((sum, { count }) => sum + count, 0);
  return `${parts
    .slice(0, most)
    .map(({ text }) => text)
    .join(', ')} and ${rest} more`;
}
