import type { Colour } from '../../../src/engine/finding.ts';
import type { FrameworkLine, OrganizationResult, RequirementStanding } from '../../../src/organization/merge/model.ts';
import { requirementStandings } from '../../../src/organization/merge/model.ts';
import { requirementColours, requirementStatusNames } from '../../requirements.ts';
import { counted, thousands } from '../../text.ts';
import { frameworkName } from '../words.ts';
import type { Context } from './context.ts';
import { inJson, most, nameOf, unitPath } from './context.ts';
import type { Html } from './layout.ts';
import { html, left, leftOut, pageOf, pill, right, tableOf } from './layout.ts';

const standingNames: Readonly<Record<RequirementStanding, string>> = {
  ...requirementStatusNames,
  'not-judged': 'not judged',
  skipped: 'skipped',
};
const standingColours: Readonly<Record<RequirementStanding, Colour>> = {
  ...requirementColours,
  'not-judged': 'blue',
  skipped: 'grey',
};
const letters: Readonly<Record<RequirementStanding, string>> = {
  'not-met': '✖',
  unknown: '?',
  manual: 'M',
  'not-covered': '–',
  'not-applicable': '·',
  'met-with-accepted-risks': '▲',
  met: '✔',
  'not-judged': '?',
  skipped: ' ',
};

/** A column of the matrix: an account, or all of a unit where there are too many accounts. */
interface MatrixColumn {
  readonly title: string;
  readonly href: string;
  readonly places: readonly number[];
}

function columnsOf({ accounts, units }: OrganizationResult): {
  readonly columns: readonly MatrixColumn[];
  readonly left: string;
} {
  const own = accounts.flatMap((account, at) => (account.status === 'skipped' ? [] : [{ account, at }]));
  if (own.length <= most.columns)
    return {
      columns: own.map(({ account: { id, name }, at }) => ({
        title: `${name} ${id}`,
        href: `../accounts/${id}.html`,
        places: [at],
      })),
      left: '',
    };
  // The lowest level of units that has few enough of them, so that each account stands in one column at most.
  const depths = Math.max(0, ...units.map(({ depth }) => depth));
  let depth = 0;
  for (let at = 0; at <= depths; at += 1)
    if (units.filter((unit) => unit.depth === at).length <= most.columns) depth = at;
  const level = units.filter((unit) => unit.depth === depth).slice(0, most.columns);
  const columns = level.map((unit) => ({
    title: unit.name,
    href: `../${unitPath(unit)}`,
    places: own.filter(({ account }) => account.units.some(({ id }) => id === unit.id)).map(({ at }) => at),
  }));
  const placed = columns.reduce((sum, { places }) => sum + places.length, 0);
  return {
    columns,
    left: `A column is a unit, as there are ${counted(own.length, 'account')}${
      placed < own.length
        ? `; ${counted(own.length - placed, 'account')} stand in none of them and are counted on the left`
        : ''
    }. ${inJson()}`,
  };
}

export function matrixPage(context: Context, framework: FrameworkLine): string {
  const { result } = context;
  const { columns, left: note } = columnsOf(result);
  const shown = framework.requirements.slice(0, most.requirements);
  const title = frameworkName(framework);
  const body = html`<p>${counted(framework.accounts, 'account')} held against it. ${note}</p>
    <p class="muted legend">
      ${requirementStandings.slice(0, -1).map((standing) => html`${letters[standing]} ${standingNames[standing]} &nbsp; `)}
    </p>
    ${tableOf(
      'Requirements by accounts',
      [
        left('Requirement'),
        left('All'),
        right('Not met in'),
        right('Unknown in'),
        right('Met in'),
        ...columns.map(({ title: name }) => left(name)),
      ],
      shown.map(({ id, number = id, title: what, status, accounts, standings }) => [
        what === number ? number : html`${number}<br /><span class="muted">${what}</span>`,
        pill(requirementColours[status], requirementStatusNames[status]),
        accounts['not-met'],
        accounts.unknown + accounts['not-judged'],
        accounts.met + accounts['met-with-accepted-risks'],
        ...columns.map(({ places }) => matrixCell(places, standings)),
      ]),
      { kind: 'matrix' },
    )}${leftOut(framework.requirements.length, shown.length, 'requirement', inJson())}
    <h2>Columns</h2>
    <ul class="card">
      ${columns.map(({ title: name, href }) => html`<li><a href="${href}">${name}</a></li>`)}
    </ul>`;
  return pageOf({ title, above: [{ href: '../index.html', text: nameOf(context) }], body, foot: context.foot });
}

/** The worst of a column; of several accounts with how many have it. */
function matrixCell(places: readonly number[], standings: Uint8Array): Html {
  let worst = requirementStandings.length - 1;
  let count = 0;
  for (const at of places) {
    // Nobody knows of an account that was not judged: that is no better than unknown.
    const given = standings[at] ?? 0;
    const standing = requirementStandings[given] === 'not-judged' ? 1 : given;
    if (standing < worst) [worst, count] = [standing, 0];
    if (standing === worst) count += 1;
  }
  const name = requirementStandings[worst] ?? 'skipped';
  const text = places.length > 1 ? `${letters[name]} ${thousands(count)}` : letters[name];
  return html`<span class="pill ${standingColours[name]}"
    ><span aria-hidden="true">${text}</span
    ><span class="hidden"
      >${standingNames[name]}${places.length > 1 ? ` in ${thousands(count)} of ${thousands(places.length)}` : ''}</span
    ></span
  >`;
}
