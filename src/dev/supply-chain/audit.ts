/** What asking the registry for known vulnerabilities came to. `unanswered` is neither good nor bad news. */
export type Verdict =
  | { readonly kind: 'clean'; readonly packages: number }
  | { readonly kind: 'vulnerable'; readonly lines: readonly string[] }
  | { readonly kind: 'unanswered'; readonly why: string };

interface Vulnerability {
  readonly severity: string;
  readonly range: string;
  readonly via: readonly (string | { readonly title: string; readonly url: string })[];
}

/**
 * Reads what `npm audit --json` printed.
 * @param inProgram names of packages that are in the published program
 */
export function verdictOf(printed: string, inProgram: ReadonlySet<string>): Verdict {
  let report: Record<string, unknown>;
  try {
    report = JSON.parse(printed) as Record<string, unknown>;
  } catch {
    return { kind: 'unanswered', why: 'npm printed no JSON' };
  }
  const vulnerabilities = report['vulnerabilities'] as Record<string, Vulnerability> | undefined;
  const counted = (report['metadata'] as { dependencies?: { total?: number } } | undefined)?.dependencies?.total;
  if (vulnerabilities === undefined || counted === undefined)
    return { kind: 'unanswered', why: typeof report['message'] === 'string' ? report['message'] : 'no report' };
  const lines = Object.entries(vulnerabilities).map(([name, { severity, range, via }]) => {
    const what = via.map((one) => (typeof one === 'string' ? `through ${one}` : `${one.title} ${one.url}`)).join('; ');
    return `${name} ${range}: ${severity}, ${inProgram.has(name) ? 'in the program' : 'a tool'}: ${what}`;
  });
  return lines.length === 0 ? { kind: 'clean', packages: counted } : { kind: 'vulnerable', lines };
}
