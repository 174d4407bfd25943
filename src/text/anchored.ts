/** Whether a regular expression matches whole texts only: `^` before and `$` after it, or each of its alternatives. */
export function isAnchored(pattern: string): boolean {
  const alternatives = [''];
  let depth = 0;
  for (const token of pattern.match(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/g) ?? []) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) alternatives.push('');
    else alternatives.push(`${alternatives.pop() ?? ''}${token}`);
  }
  return alternatives.every((one) => one.startsWith('^') && /(?:^|[^\\])(?:\\\\)*\$$/.test(one));
}
