import { ReportInputs } from '../engine/derive.ts';
import type { AttackPaths, AttackWay } from '../engine/result.ts';
import { alike } from '../iam/paths/alike.ts';
import { shortName } from '../iam/paths/summary.ts';
import { pathsSvg } from '../iam/paths/svg.ts';
import { pathsText } from '../iam/paths/text.ts';
import type { Path, PathsResult } from '../iam/paths/types.ts';
import { publicEndpoints } from '../judgements/escalation/endpoint-verdict.ts';
import { attackPaths } from '../judgements/escalation/escalation.ts';

/** What the picture shows of what checks work out. */
export const pictureInputs = (): ReportInputs => new ReportInputs([attackPaths, publicEndpoints]);

/** The picture of the paths that checks judged; undefined when none of them could judge. */
export function pictureOf(inputs: ReportInputs): AttackPaths | undefined {
  const paths = inputs.get(attackPaths);
  const endpoints = inputs.get(publicEndpoints)?.entries ?? [];
  return paths === undefined ? undefined : draw({ ...paths, entries: [...paths.entries, ...endpoints] });
}

/** The ARNs of the principals that have a way to administrator, and where strangers come in; undefined when that was not judged. */
export function startsOf(inputs: ReportInputs): readonly string[] | undefined {
  const paths = inputs.get(attackPaths);
  if (paths === undefined) return undefined;
  return [
    ...leadingIn(paths).map(({ arn }) => arn),
    ...paths.entries.map(({ who, arn }) => (arn === who ? who : `${arn} (by ${who})`)),
  ].sort();
}

const leadingIn = ({ principals }: PathsResult): PathsResult['principals'] =>
  principals.filter(({ admin, paths }) => !admin && paths.some(({ verdict }) => verdict !== 'blocked'));

function draw(result: PathsResult): AttackPaths {
  const leading = leadingIn(result);
  // The page styles it: its content policy allows no style but its own.
  const drawing = pathsSvg(result).replace(/<style>[^]*?<\/style>/, '');
  return {
    svg: drawing,
    text: [...pathsText(result)].join(''),
    count: leading.length + result.entries.length,
    ways: waysOf(result, leading),
  };
}

/** Groups of principals whose ways are told one by one; the text names the others. */
const toldGroups = 40;

function waysOf(result: PathsResult, leading: PathsResult['principals']): AttackWay[] {
  const administrators = new Set(result.principals.filter(({ admin }) => admin).map(({ arn }) => arn));
  const way = (path: Path, who: readonly string[]): AttackWay => ({
    verdict: path.verdict,
    who,
    steps: path.steps.map(({ title, to, actions, policies, condition }, at) => ({
      title,
      to:
        to === result.target
          ? 'administrator'
          : `${shortName(to)}${administrators.has(to) ? ', an administrator' : ''}`,
      goal: at === path.steps.length - 1,
      actions,
      policies,
      ...(condition === undefined ? {} : { condition }),
    })),
  });
  return [
    ...result.entries.map(({ who, path }) => way(path, [who])),
    ...alike(leading)
      .slice(0, toldGroups)
      .flatMap(({ arns, paths }) =>
        paths.filter(({ verdict }) => verdict !== 'blocked').map((path) => way(path, arns.map(shortName))),
      ),
  ];
}
