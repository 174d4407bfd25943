import type { Path, PrincipalPaths } from './types.ts';

/** Principals that come to the goal in the same ways; `paths` are the first one's, with the policies of all. */
export interface Alike {
  readonly verdict: PrincipalPaths['verdict'];
  readonly arns: readonly string[];
  readonly paths: readonly Path[];
}

/** What tells one principal's ways from another's: everything but who it is and by which policies. */
function signatureOf({ arn, verdict, paths }: PrincipalPaths): string {
  const place = (one: string): string => (one === arn ? 'self' : one);
  return JSON.stringify([
    verdict,
    paths.map((path) => [
      path.verdict,
      path.steps.map(({ edge, from, to, actions, condition }) => [edge, place(from), place(to), actions, condition]),
    ]),
  ]);
}

const withPolicies = (path: Path, others: readonly (Path | undefined)[]): Path => ({
  ...path,
  steps: path.steps.map((step, at) => ({
    ...step,
    policies: [...new Set([path, ...others].flatMap((one) => one?.steps[at]?.policies ?? []))],
  })),
});

/** Groups principals that differ in nothing a reader would act on, in the order of their first. */
export function alike(principals: readonly PrincipalPaths[]): Alike[] {
  const groups = new Map<string, PrincipalPaths[]>();
  for (const one of principals) {
    const key = signatureOf(one);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [one]);
    else list.push(one);
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            verdict: first.verdict,
            arns: [first, ...rest].map(({ arn }) => arn),
            paths: first.paths.map((path, at) =>
              withPolicies(
                path,
                rest.map(({ paths }) => paths[at]),
              ),
            ),
          },
        ],
  );
}
