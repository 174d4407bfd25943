import type { Compliance } from '../../src/engine/compliance.ts';
import {
  besidesText,
  numberedTitle,
  requirementColours,
  requirementStatusNames,
  scoreText,
  whyText,
  withinText,
} from '../requirements.ts';
import type { RunSelection } from '../../src/engine/result.ts';
import { thousands } from '../text.ts';
import { grid } from './grid.ts';
import type { Paint } from './paint.ts';
import { signs } from './paint.ts';
import { shortened, wrap } from './width.ts';

/** Requirements of a framework that are shown where nobody asks for details. */
const shownRequirements = 100;

const statusWidth = 14;

/** Each framework: its name, its counts, and its requirements with what the account is, held against each. */
export function* complianceLines(
  all: readonly Compliance[],
  selection: RunSelection | undefined,
  whole: boolean,
  width: number,
  paint: Paint,
): Generator<string> {
  for (const compliance of all) {
    const { framework, summary, requirements, attestations = [] } = compliance;
    for (const line of wrap(shortened(framework.name), width)) yield paint('bold', line);
    const version = framework.version === null ? '' : `version ${framework.version}, `;
    yield* wrap(`${version}${scoreText(summary)}; ${besidesText(summary)}`, width);
    const within = withinText(compliance, selection);
    if (within !== undefined) yield* wrap(shortened(within), width);
    const shown = requirements.slice(0, whole ? requirements.length : shownRequirements);
    const room = Math.max(8, width - 2 - 2 - 1 - statusWidth - 4);
    const titleWidth = Math.floor(room * 0.6);
    const rows = shown.map((requirement) => {
      const colour = requirementColours[requirement.status];
      return [
        [paint(colour, signs[colour])],
        wrap(requirementStatusNames[requirement.status], statusWidth),
        wrap(shortened(numberedTitle(requirement)), titleWidth),
        wrap(shortened(whyText(requirement)), room - titleWidth).map((line) => paint('grey', line)),
      ];
    });
    if (rows.length > 0) {
      const columns = [{ width: 1 }, { width: statusWidth }, { width: titleWidth }, { width: room - titleWidth }];
      yield* grid(rows, columns, 2).split('\n');
    }
    const more = requirements.length - shown.length;
    if (more > 0) yield paint('grey', `  … and ${thousands(more)} more (--details shows all)`);
    for (const { requirement, who, why } of attestations)
      yield* wrap(`  The attestation of ${requirement} by ${who} does not count: ${why}`, width);
    yield '';
  }
}
