import type { ExposedResource, LayerState } from '../../src/engine/exposed.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import {
  certaintyWords,
  countWords,
  exposedUntold,
  layerTitles,
  saidLayers,
  stateWords,
  typeWords,
} from '../exposed.ts';
import { counted, thousands } from '../text.ts';
import type { Paint } from './paint.ts';
import { shortened, wrap } from './width.ts';

const signs: Readonly<Record<LayerState, string>> = { absent: '✖', unknown: '?', present: '✔', 'not-applicable': '–' };
const hues = { absent: 'red', unknown: 'blue', present: 'green', 'not-applicable': 'grey' } as const;

/** What the internet reaches, the least defended first: the ways in, and each layer with its sentence. */
export function* exposedLines({ exposed }: AnyResult, width: number, paint: Paint): Generator<string> {
  if (exposed === undefined) {
    yield* wrap(exposedUntold, width);
    return;
  }
  const { total, byCertainty, resources, notRead } = exposed;
  for (const line of wrap('What the internet reaches, the least defended first', width)) yield paint('bold', line);
  yield* wrap(
    `${counted(total, 'resource')}: ${thousands(byCertainty.open)} reached, ${thousands(byCertainty.possible)} perhaps, ${thousands(byCertainty.unknown)} not known`,
    width,
  );
  for (const resource of resources) {
    yield '';
    yield* one(resource, width, paint);
  }
  if (total > resources.length) {
    yield '';
    yield* wrap(
      `… and ${thousands(total - resources.length)} more, which stand better: the result holds the first ${resources.length}`,
      width,
    );
  }
  if (notRead.length === 0) return;
  yield '';
  for (const line of wrap('Not read, so that there may be more', width)) yield paint('bold', line);
  for (const { what, cause } of notRead) yield* indented(`${what}: ${cause}`, 2, width, '? ', paint);
}

function* one(resource: ExposedResource, width: number, paint: Paint): Generator<string> {
  const { name, type, region, certainty, ways, moreWays, behindSays, arn } = resource;
  for (const line of wrap(shortened(`${name} (${typeWords(type)}, ${region})`), width)) yield paint('bold', line);
  yield* indented(arn, 2, width, '', paint);
  yield* indented(`${certaintyWords[certainty]}; layers: ${countWords(resource)}`, 2, width, '', paint);
  yield* indented(`Behind it: ${behindSays}`, 2, width, '', paint);
  for (const way of ways)
    yield* indented(`${way.certainty === 'open' ? '' : `(${way.certainty}) `}${way.how}`, 2, width, '→ ', paint);
  if (moreWays !== undefined) yield* indented(`… and ${counted(moreWays, 'more way')}`, 4, width, '', paint);
  for (const { layer, state, says, level } of saidLayers(resource))
    yield* indented(
      `${layerTitles[layer]} ${stateWords[state]}${level === undefined ? '' : ` (${level})`}: ${says}`,
      2,
      width,
      `${paint(hues[state], signs[state])} `,
      paint,
    );
  const none = resource.layers.filter(({ state }) => state === 'not-applicable').map(({ layer }) => layerTitles[layer]);
  if (none.length > 0) yield* indented(`Does not apply: ${none.join(', ')}`, 2, width, '', paint, true);
}

/** A text that goes on under itself, after a sign. */
function* indented(
  text: string,
  by: number,
  width: number,
  sign: string,
  paint: Paint,
  dim = false,
): Generator<string> {
  const room = sign === '' ? 0 : 2;
  for (const [at, line] of wrap(shortened(text), Math.max(20, width - by - room)).entries())
    yield `${' '.repeat(by)}${at === 0 ? sign : ' '.repeat(room)}${dim ? paint('grey', line) : line}`;
}
