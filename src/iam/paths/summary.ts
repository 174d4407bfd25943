/** Short names for ARNs: `user/alice`, `role/team/app`; anything else stays. */
export const shortName = (arn: string): string =>
  /^arn:[^:]*:iam::\d*:((?:user|role|group|policy)\/.+|root)$/.exec(arn)?.[1] ??
  arn.replace(/^arn:[^:]*:([^:]*):[^:]*:[^:]*:/, '$1 ');

/** `role/team-*` for names that begin alike; the beginning ends where a word ends. */
function stemOf(name: string): string {
  const at = Math.max(name.lastIndexOf('-'), name.lastIndexOf('_'), name.lastIndexOf('.'), name.lastIndexOf('/'));
  return at > name.indexOf('/') ? name.slice(0, at + 1) : name;
}

/** A list of names that is never long: `user/alice, 37 roles of role/team-*, and 12 more`. */
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
            text: `${names.length} ${stem.startsWith('role/') ? 'roles' : stem.startsWith('user/') ? 'users' : 'of them'} of ${stem}*`,
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
